#include "text/names/indicator_kind.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/measure/measuring.hpp"
#include "text/names/plan_words.hpp"

namespace kebi::grammar {
namespace {

/// 103%, on the year before as 100: a level of an index.
bool is_on_base(decimal value, std::string_view name) {
  return (decimal{80} <= value && ends_with_any(name, {"价格", "水平"})) ||
         (decimal{30} <= value && name.ends_with("指数"));
}

/// What a % without a verb of change is: 6%左右 in a cell, 达到5.2%.
kebi::measure measure_of_bare_percent(measuring& m) {
  const frame& f = m.n.f;
  const setting& given = m.n.known.given;
  const decimal value = m.n.value.value;
  const std::string name = simplified_name(m.made.indicator);
  const bool reached = f.outcome.reach != reach_word::none;
  const bool index = name.ends_with("指数");
  if (given.bare_percent && value < decimal{80}) return *given.bare_percent;
  if (ends_with_any(name, {"增长率", "成长率"}) && !name.ends_with("自然增长率")) return measure::growth;
  if (names_ratio(m)) return measure::level;
  if (given.bare_percent && !index) return *given.bare_percent;
  if (given.bare_percent || is_on_base(value, name)) return measure::level;
  if (f.whom.object && !m.n.known.in_prose() && m.n.c.shown(*f.whom.object).ends_with("的")) {
    m.made.whole = tidy_name(m.object, *m.n.c.words.known);
    return holds_any(simplified_name(m.object), {"增长"}) ? measure::growth : measure::share;
  }
  if (reached && m.n.known.in_prose() && !holds_any(name, {"增长", "增速"})) return measure::level;
  if (reached && ends_with_any(name, {"增长预期目标", "预期增长目标", "增速预期目标"}))
    return measure::growth;
  const bool grows = is_amount(m.made.indicator, given.known) ||
                     (m.target() && !f.whom.predicate) ||
                     (f.whom.each && m.n.last.measure == measure::growth);
  return grows ? measure::growth : measure::level;
}

}  // namespace

void measure_equivalent(measuring& m) {
  if (m.n.f.against.reference_is_time) {  // 相当于2019年同期的83%
    m.made.measure = measure::ratio;
    m.made.reference = m.reference;
    return;
  }
  m.made.measure = measure::share;
  m.made.whole = m.reference;
  for (const std::string_view tail : {"的比例", "的比重", "比例", "比重"})
    if (m.made.whole.size() > tail.size() && m.made.whole.ends_with(tail))
      m.made.whole.erase(m.made.whole.size() - tail.size());
}

void measure_share(measuring& m) {
  m.made.measure = about_a_plan(m.whole) ? measure::progress : measure::share;
  m.made.whole = m.whole;
  if (!m.verb || m.to) return;
  m.made.measure = measure::change;
  m.made.subject = measure::share;
  m.signed_by = m.sign;
}

void measure_end_of_change(measuring& m) {
  const frame& f = m.n.f;
  const last_number& last = m.n.last;
  const bool unnamed = f.whom.subject.empty() && !f.names_rate();
  if (last.measure == measure::contribution && unnamed) {
    m.made.measure = measure::contribution;
  } else if (last.measure == measure::share && unnamed) {
    m.made.measure = measure::share;
    m.made.whole = last.whole;
  } else {
    const bool goes_on =
        last.measure == measure::growth && (f.whom.subject.empty() || f.change.from);
    const bool growth = f.names_rate() || (goes_on && !names_ratio(m));
    m.made.measure = growth ? measure::growth : measure::level;
  }
}

void measure_plain_percent(measuring& m) {
  const frame& f = m.n.f;
  const bool bare = !f.whom.predicate || f.outcome.control || f.outcome.hold == hold_word::held ||
                    f.outcome.reach != reach_word::none || f.outcome.bound ||
                    (f.against.gap != 0 && !f.against.reference) || f.whom.all || f.whom.each;
  // 增速比上年同期低0.4个百分点,为6.0%: the growth goes on.
  const bool goes_on = f.whom.subject.empty() && f.outcome.reach == reach_word::reached &&
                       m.n.last.measure == measure::growth && m.n.known.in_prose() && !names_ratio(m);
  if (bare) {
    m.made.measure = goes_on ? measure::growth : measure_of_bare_percent(m);
    if (m.made.measure == measure::growth) m.made.basis = f.growth.basis.value_or(basis::yoy);
    return;
  }
  const bool gap = f.against.gap != 0 && f.against.reference;
  m.made.measure = gap ? measure::gap : measure::level;
  if (!gap) return;
  m.made.subject = names_ratio(m) ? measure::level : measure::growth;
  m.signed_by = f.against.gap;
  m.made.reference = m.reference;
}

}  // namespace kebi::grammar
