#include "text/sentence/measure/measure.hpp"

#include <algorithm>
#include <utility>

#include "text/names/indicator_kind.hpp"
#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/measure/measuring.hpp"
#include "text/names/plan_words.hpp"
#include "text/sentence/spans.hpp"

namespace kebi::grammar {
namespace {

/// 留抵退税 in 留抵退税因素后.
std::string adjusted_for(std::string words) {
  for (const std::string_view tail : {"后", "後", "影响", "影響", "因素"})
    if (words.size() > tail.size() && words.ends_with(tail))
      words.erase(words.size() - tail.size());
  return words;
}

/// A bound behind the number goes before one in front of it. 控制在 makes a bound of a target.
kebi::bound bound_of(const measuring& m) {
  const frame& f = m.n.f;
  if (f.outcome.control && f.outcome.bound == bound::about) return bound::about;
  kebi::bound bound = m.n.one.bound     ? *m.n.one.bound
                      : f.outcome.bound ? *f.outcome.bound
                      : m.n.value.more  ? bound::more_than
                                        : bound::exact;
  if (f.against.gap != 0 && !f.against.reference && !f.against.than && !m.verb)
    bound = f.against.gap > 0 ? bound::more_than : bound::less_than;
  const bool aims = m.target() || m.made.status != status::actual;
  // 达到 in a plan is at least; what 预计 and 力争 name in a sentence alone stays as it is told.
  const bool told = f.standing.status || f.standing.stretch;
  const bool planned = m.made.status == status::target &&
                       (!told || m.n.known.carried.standing.of_list == status::target);
  if (f.outcome.reach == reach_word::attained && bound == bound::exact && planned &&
      m.n.known.in_prose() && !m.verb && f.against.gap == 0)
    return bound::at_least;
  return f.outcome.control && bound == bound::exact && aims ? bound::at_most : bound;
}

/// Whether the sentence has stated an amount of an indicator.
bool has_amount(const context& known, std::string_view name) {
  return std::ranges::any_of(known.so_far.facts, [&](const fact& each) {
    return each.indicator == name && each.measure == measure::level && each.unit &&
           each.unit->symbol() != "%";
  });
}

/// 提高0.8%: of a ratio below 15 % a change in points, though not of the rate of a few in a hundred
/// thousand, which falls by a part of itself; else a growth.
void measure_change_in_percent(measuring& m) {
  const frame& f = m.n.f;
  const bool may_be_points =
      m.n.value.form == form::percent && !f.growth.basis && !f.against.than &&
      m.n.value.value < decimal{15} && !f.growth.comparable && (m.target() || !f.change.grew) &&
      m.n.last.measure != measure::growth &&
      !ends_with_any(m.made.indicator, {"死亡率", "发病率", "发案率", "强度"});
  const bool by_points = may_be_points && names_ratio(m);
  m.made.measure = by_points ? measure::change : measure::growth;
  if (by_points) m.made.subject = measure::level;
  m.signed_by = m.sign;
  if (!by_points && f.whom.subject.empty())  // 占比达96%,同比下降15%: not the share fell
    for (const std::string_view share : {"占比", "比重"})
      if (m.made.indicator.size() > share.size() && m.made.indicator.ends_with(share))
        m.made.indicator.erase(m.made.indicator.size() - share.size());
  const bool than_time = f.against.than && f.against.reference_is_time;
  const bool by_reference = than_time && f.growth.basis.value_or(basis::yoy) == basis::yoy;
  m.made.basis =
      by_reference ? basis_of_reference(f, m.n.known) : f.growth.basis.value_or(basis::yoy);
  if (than_time && m.made.basis != basis::yoy) m.made.reference = m.reference;
}

/// Whether a % is the progress of a plan: 完成年度计划的64%, 完成进度64%; 桩基施工完成50%,
/// and 投资172.8亿元,完成64%.
bool tells_progress(const measuring& m) {
  const frame& f = m.n.f;
  if (m.target()) return false;
  if (f.outcome.reach != reach_word::none && !m.verb && about_a_plan(m.object)) return true;
  if (f.standing.progress && (!m.verb || m.to)) return true;
  if (f.outcome.reach != reach_word::completed || m.verb || !m.n.known.in_prose()) return false;
  return !names_ratio(m) && (!is_amount(m.made.indicator, m.n.known.given.known) ||
                             has_amount(m.n.known, m.made.indicator));
}

/// 增速5.2%, 降幅3%.
void measure_rate(measuring& m) {
  const frame& f = m.n.f;
  m.made.measure = measure::growth;
  m.signed_by = f.measure.rate == rate_word::decline ? -1 : m.n.value.value.digits() < 0 ? 0 : 1;
  m.made.basis = f.growth.basis.value_or(basis::yoy);
}

/// The measure of a %, by the most telling word of its head.
void measure_percent(measuring& m) {
  const frame& f = m.n.f;
  const bool changes = m.verb && !m.to;
  if (f.measure.contribution) return measure_contribution(m);
  if (f.measure.whole && f.measure.share) return measure_share(m);
  if (f.against.multiple == multiple_word::equals) return measure_equivalent(m);
  if (f.against.multiple == multiple_word::times) {
    m.made.measure = measure::ratio;
    m.made.reference = m.reference;
    return;
  }
  if (tells_progress(m)) {
    m.made.measure = measure::progress;
    if (f.outcome.reach != reach_word::none && !m.verb && about_a_plan(m.object))
      m.made.whole = without_of(m.object);
    return;
  }
  if (f.names_rate() && !changes && f.against.gap == 0) return measure_rate(m);
  if (changes) return measure_change_in_percent(m);
  if (m.to) return measure_end_of_change(m);
  if (f.measure.takes_part && m.n.known.in_prose() && !f.measure.whole) {
    m.made.measure = measure::share;  // 占进出口总值的15.3%; …,占13.7%
    m.made.whole = m.n.last.whole;
  } else if (f.measure.share) {
    const bool share = !m.n.known.in_prose() && !names_ratio(m);
    m.made.measure = share ? measure::share : measure::level;
  } else {
    measure_plain_percent(m);
  }
}

/// 12.3亿元, or by how much it changed: 减少22万人.
void measure_amount(measuring& m) {
  const frame& f = m.n.f;
  m.made.measure = measure::level;
  const bool gap = f.against.gap != 0 && f.against.reference;
  const bool changes = m.verb && !m.to;
  if (!changes && !gap) return;
  m.made.measure = changes || f.against.reference_is_time ? measure::change : measure::gap;
  m.made.subject = measure::level;
  m.signed_by = changes ? m.sign : f.against.gap;
  m.made.reference = m.reference;
  if (changes && f.growth.basis && *f.growth.basis != basis::average) m.made.basis = f.growth.basis;
  const bool than_year = changes && f.against.reference_is_time && f.against.reference_span;
  if (than_year && basis_of_reference(f, m.n.known) == basis::yoy) m.made.basis = basis::yoy;
}

/// The measure of a number, by its form.
void measure_by_form(measuring& m) {
  const frame& f = m.n.f;
  const form form = m.n.value.form;
  const bool growth_in_times =
      form == form::times && (m.verb || f.measure.rate == rate_word::growth);
  // 稳居全国前十强、增长4.7%: a growth is no rank.
  if (form == form::ordinal || (f.measure.rank && form == form::plain)) {
    m.made.measure = measure::rank;
    m.made.unit.reset();
    m.made.whole = m.object.substr(0, m.object.rfind("前"));
  } else if (form == form::points) {
    f.measure.pull != 0 ? measure_pull(m) : measure_points(m);
  } else if (is_any(form, form::percent, form::tenths) || growth_in_times) {
    measure_percent(m);
  } else if (form == form::times) {
    m.made.measure = measure::ratio;
    m.made.reference = m.reference.empty() ? m.object : m.reference;
  } else {
    measure_amount(m);
  }
}

/// A number as its unit counts: 3成 are 30 %, 增长1.2倍 is a growth of 120 %.
decimal in_unit(const measuring& m, decimal printed) {
  const int decimals = printed.decimals();
  if (m.n.value.form == form::tenths)
    return decimal{printed.digits() * (decimals > 0 ? 1 : 10), std::max(0, decimals - 1)};
  if (m.n.value.form != form::times || m.made.measure != measure::growth) return printed;
  return decimals >= 2 ? decimal{printed.digits(), decimals - 2}
                       : decimal{printed.digits() * (decimals == 1 ? 10 : 100), 0};
}

/// The upper end of a range in two numbers, 6%-6.5%, or in one, 两三成.
std::optional<decimal> upper_end(const stated_number& n) {
  if (n.one.upper) return n.c.number(*n.one.upper).value;
  return n.value.upper;
}

/// Puts the value, or the ends of a range, in signed space: 下降3%以上 is at most -3.
void put_value(measuring& m) {
  fact& made = m.made;
  if (m.n.value.form == form::tenths ||
      (m.n.value.form == form::times && made.measure == measure::growth))
    made.unit = unit{"%"};
  const bool negative = m.signed_by && *m.signed_by < 0;
  const auto with_sign = [&](decimal printed) {
    const decimal value = in_unit(m, printed);
    return negative && value.digits() > 0 ? -value : value;
  };
  if (negative) made.bound = mirrored(made.bound);
  const decimal value = with_sign(m.n.value.value);
  if (const auto upper = upper_end(m.n)) {
    const decimal other = with_sign(*upper);
    made.bound = bound::range;
    made.value.reset();
    made.lo = other < value ? other : value;
    made.hi = other < value ? value : other;
  } else {
    made.value = value;
    set_end(made);
  }
  const outcome_words& outcome = m.n.f.outcome;
  // 保持3.77亿亩 in a plan asks for no less; 保持在5%左右 has a bound already.
  if (outcome.hold == hold_word::held && m.target() && made.measure == measure::level &&
      made.bound == bound::exact && outcome.reach == reach_word::none && !m.n.f.change.to &&
      !m.n.known.in_prose())
    made.bound = bound::stable;
}

void put_basis(measuring& m) {
  const frame& f = m.n.f;
  fact& made = m.made;
  if (is_any(made.measure, measure::growth, measure::gap)) made.comparable = f.growth.comparable;
  if (made.measure != measure::growth) return;
  if (f.growth.adjustment && made.reference.empty())
    made.reference = adjusted_for(m.n.c.printed(*f.growth.adjustment));
  if (!made.basis) made.basis = basis::yoy;
  if (f.growth.none && !m.target()) made.basis.reset();
  const auto& carried = m.n.known.carried.basis;
  if (carried && !f.growth.basis && !f.against.than) made.basis = carried;
}

/// 全国 of 全国(3.9%): without a remark that has figures.
std::string without_remark(std::string reference) {
  const std::size_t at = simplified_name(reference).find('(');
  if (at > 0 && at < reference.size() && reference.find_first_of("0123456789") > at)
    reference.erase(at);
  return reference;
}

/// What a word of the head names, as the source prints it.
std::string named(const clause& c, const std::optional<piece>& words) {
  return words ? without_of(c.printed(*words)) : std::string{};
}

}  // namespace

fact with_measure(fact made, const stated_number& n) {
  measuring m{n, std::move(made)};
  const frame& f = n.f;
  m.verb = f.change.stated || n.one.sign.has_value();
  m.to = f.change.to || n.one.to;
  m.sign = n.one.sign.value_or(f.change.sign);
  // 增亏 is a fall of profits, and a rise of what is stated as a loss.
  if (f.change.of_loss && holds_any(simplified_name(m.made.indicator), {"亏损"})) m.sign = -m.sign;
  m.whole = named(n.c, f.measure.whole);
  m.object = named(n.c, f.whom.object);
  if (f.against.reference) m.reference = without_remark(named(n.c, f.against.reference));
  const bool percent = n.value.form == form::percent && n.c.unit(n.value) == "%";
  const std::string unit_words = percent ? "%" : unit_of(n.c.text, n.value);
  if (!unit_words.empty()) m.made.unit = unit{unit_words};
  m.made.bound = bound_of(m);
  measure_by_form(m);
  put_value(m);
  put_basis(m);
  return std::move(m.made);
}

void set_end(fact& made) {
  made.lo.reset();
  made.hi.reset();
  if (!made.value) return;
  switch (made.bound) {
    case bound::at_least:
    case bound::more_than:
      made.lo = made.value;
      break;
    case bound::at_most:
    case bound::less_than:
      made.hi = made.value;
      break;
    case bound::nearly:
      (made.value->digits() < 0 ? made.lo : made.hi) = made.value;
      break;
    default:
      break;
  }
}

}  // namespace kebi::grammar
