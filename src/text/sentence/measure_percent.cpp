#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/names/indicator_kind.hpp"
#include "text/sentence/sentence_reader.hpp"

namespace kebi::grammar {
namespace {

/// 经济增长 in 第一产业对经济增长的, cut off the name.
std::string cut_at_towards(std::string& name) {
  for (const std::string_view mark : {"对", "對"})
    if (const std::size_t at = name.rfind(mark); at != std::string::npos && at > 0) {
      const std::string of = without_of(name.substr(at + mark.size()));
      name.erase(at);
      return of;
    }
  return {};
}

}  // namespace

void sentence_reader::measure_pull(statement& s) const {
  s.made.measure = measure::pull;
  std::string& of = s.made.whole = s.whole.empty() ? cut_at_towards(s.made.indicator) : s.whole;
  for (const std::string_view verb : {"增长", "增長", "上涨", "上漲"})
    if (of.size() > verb.size() && of.ends_with(verb)) of.erase(of.size() - verb.size());
  s.signed_by = s.f.measure.pull * (s.sign < 0 ? -1 : 1);
}

bool sentence_reader::has_amount(std::string_view name) const {
  return std::ranges::any_of(result_.facts, [&](const fact& told) {
    return told.indicator == name && told.measure == measure::level && told.unit &&
           told.unit->symbol() != "%";
  });
}

kebi::measure sentence_reader::subject_of_points(const statement& s) const {
  const frame& f = s.f;
  const std::string& name = s.made.indicator;
  if (f.against.gap != 0 && s.reference.find("进度") != std::string::npos) return measure::level;
  if (f.against.gap != 0 && f.against.reference && about_a_plan(s.reference))
    return s.ratio ? measure::level : measure::growth;
  if (f.against.gap != 0 && holds_any(simplified_name(s.reference), {"增速", "增长", "增幅", "涨幅"}))
    return measure::growth;
  if (f.names_rate()) return measure::growth;
  const bool goes_on = carried_.last.measure == measure::share && !s.verb && f.against.gap == 0;
  const bool of_progress = f.standing.progress || (carried_.last.measure == measure::progress && f.whom.subject.empty());
  if (of_progress && f.against.gap == 0) return measure::share;  // of the plan
  if (f.measure.share || goes_on || ends_with_any(name, {"比重", "占比"})) return measure::share;
  if (s.ratio && carried_.last.measure != measure::growth) return measure::level;
  const bool carried = std::ranges::find(carried_.subjects, name) != carried_.subjects.end();
  if (carried_.last.measure && carried)
    return carried_.last.measure == measure::level || carried_.last.measure == measure::share ? *carried_.last.measure
                                                                              : measure::growth;
  return s.ratio || !f.against.reference ? measure::level : measure::growth;
}

void sentence_reader::measure_points(statement& s) const {
  const frame& f = s.f;
  const bool time = f.against.reference_is_time || (!f.against.reference && f.against.gap == 0);
  s.made.measure = time ? measure::change : measure::gap;
  s.made.subject = subject_of_points(s);
  if (s.made.subject == measure::share)
    s.made.whole = f.measure.share && !s.whole.empty() ? s.whole : carried_.last.whole;
  s.made.reference = s.reference;
  if (time && f.against.reference_is_time && f.against.reference_span && basis_of_reference(f) == basis::yoy)
    s.made.basis = basis::yoy;
  if (f.growth.basis && time) s.made.basis = f.growth.basis;
  s.signed_by = f.against.gap != 0 && !(s.verb && time) ? f.against.gap : s.sign == 0 ? 1 : s.sign;
  // 降幅收窄 raises a growth, 降幅扩大 lowers it.
  const bool shrinking = f.change.of_difference && carried_.last.sign < 0 && !(f.measure.rate == rate_word::growth);
  const bool falling = ((f.measure.rate == rate_word::decline) && !f.against.better) || shrinking;
  if (falling && s.made.subject == measure::growth) s.signed_by = -*s.signed_by;
}

void sentence_reader::measure_percent(statement& s) const {
  const frame& f = s.f;
  const std::string& name = s.made.indicator;
  if (f.measure.contribution) {
    measure_contribution(s);
  } else if (f.measure.whole && f.measure.share) {
    s.made.measure = about_a_plan(s.whole) ? measure::progress : measure::share;
    s.made.whole = s.whole;
    if (s.verb && !s.to) {
      s.made.measure = measure::change;
      s.made.subject = measure::share;
      s.signed_by = s.sign;
    }
  } else if (f.against.multiple == multiple_word::equals) {  // 相当于地区生产总值的比例为2.7%
    s.made.measure = measure::share;
    s.made.whole = s.reference;
    for (const std::string_view tail : {"的比例", "的比重", "比例", "比重"})
      if (s.made.whole.size() > tail.size() && s.made.whole.ends_with(tail))
        s.made.whole.erase(s.made.whole.size() - tail.size());
  } else if (f.against.multiple != multiple_word::none) {
    s.made.measure = measure::ratio;
    s.made.reference = s.reference;
  } else if (f.outcome.reach != reach_word::none && !s.verb && about_a_plan(s.object) && !s.target) {
    s.made.measure = measure::progress;
    s.made.whole = without_of(s.object);
  } else if (f.standing.progress && (!s.verb || s.to) && !s.target) {
    s.made.measure = measure::progress;  // 完成进度64%
  } else if (f.outcome.reach == reach_word::completed && !s.verb && !s.ratio && !s.target && given_.subjects.empty() &&
             (!is_amount(name, given_.known) || has_amount(name))) {
    s.made.measure = measure::progress;  // 桩基施工完成50%; 投资172.8亿元,完成64%
  } else if (f.names_rate() && (!s.verb || s.to) && f.against.gap == 0) {
    s.made.measure = measure::growth;
    s.signed_by = (f.measure.rate == rate_word::decline) ? -1 : s.value.value.digits() < 0 ? 0 : 1;
    s.made.basis = f.growth.basis.value_or(basis::yoy);
  } else if (s.verb && !s.to) {
    measure_change_in_percent(s);
  } else if (s.to && carried_.last.measure == measure::contribution && f.whom.subject.empty() && !f.names_rate()) {
    s.made.measure = measure::contribution;  // 贡献率由54.9%提高到58.8%
  } else if (s.to && carried_.last.measure == measure::share && f.whom.subject.empty() && !f.names_rate()) {
    s.made.measure = measure::share;  // 占…比重由38.6%提升至45.2%
    s.made.whole = carried_.last.whole;
  } else if (s.to) {
    const bool goes_on = f.whom.subject.empty() || f.change.from;
    s.made.measure =
        f.names_rate() || (carried_.last.measure == measure::growth && goes_on && !s.ratio)
            ? measure::growth
            : measure::level;
  } else if (f.measure.takes_part && given_.subjects.empty() && !s.verb && !f.measure.whole) {
    s.made.measure = measure::share;  // 占进出口总值的15.3%; …,占13.7%
    s.made.whole = carried_.last.whole;
  } else if (f.measure.share) {
    s.made.measure = !given_.subjects.empty() && !s.ratio ? measure::share : measure::level;
  } else if (s.bare || f.outcome.control || (f.outcome.hold == hold_word::held) || f.outcome.reach != reach_word::none || f.bound || (f.against.gap != 0 && !f.against.reference) ||
             f.whom.all || f.whom.each) {
    s.made.measure = measure_of_bare_percent(s);
    if (s.made.measure == measure::growth) s.made.basis = f.growth.basis.value_or(basis::yoy);
  } else {
    s.made.measure = f.against.gap != 0 && f.against.reference ? measure::gap : measure::level;
    if (s.made.measure == measure::gap) {
      s.made.subject = s.ratio ? measure::level : measure::growth;
      s.signed_by = f.against.gap;
      s.made.reference = s.reference;
    }
  }
}

void sentence_reader::measure_contribution(statement& s) const {
  s.made.measure = measure::contribution;
  std::string words;
  for (const piece& p : s.f.whom.subject) words += printed(p);
  for (const std::string_view mark : {"对", "對"}) {
    if (const std::size_t at = words.rfind(mark); at != std::string::npos)
      s.made.whole = without_of(words.substr(at + mark.size()));
    const std::size_t at = s.made.indicator.rfind(mark);
    if (at != std::string::npos && at > 0) s.made.indicator.erase(at);
  }
  if (s.made.whole.empty()) s.made.whole = s.whole;
}

void sentence_reader::measure_change_in_percent(statement& s) const {
  const frame& f = s.f;
  const std::string& name = s.made.indicator;
  // The rate of a few in a hundred thousand falls by a part of itself, 城镇化率 by points.
  const bool by_points = s.ratio && s.value.form == form::percent && !f.growth.basis && !f.against.than &&
                         !ends_with_any(name, {"死亡率", "发病率", "发案率", "强度"}) &&
                         s.value.value < decimal{15} && !f.growth.comparable && (s.target || !f.change.grew);
  s.made.measure = by_points ? measure::change : measure::growth;
  if (s.made.measure == measure::change && carried_.last.measure == measure::growth)
    s.made.measure = measure::growth;
  if (s.made.measure == measure::change) s.made.subject = measure::level;
  s.signed_by = s.sign;
  s.made.basis =
      f.growth.basis.value_or(f.against.than && f.against.reference_is_time ? basis_of_reference(f) : basis::yoy);
  if (f.growth.basis && f.against.than && f.against.reference_is_time && *f.growth.basis == basis::yoy)
    s.made.basis = basis_of_reference(f);
  if (f.against.than && f.against.reference_is_time && s.made.basis != basis::yoy) s.made.reference = s.reference;
}

kebi::measure sentence_reader::measure_of_bare_percent(statement& s) const {
  const frame& f = s.f;
  const std::string name = simplified_name(s.made.indicator);
  const bool in_sentence = given_.subjects.empty();
  const bool index = name.ends_with("指数");
  // 103%, on the year before as 100
  const bool on_base = (decimal{80} <= s.value.value && ends_with_any(name, {"价格", "水平"})) ||
                       (decimal{30} <= s.value.value && index);
  if (given_.bare_percent && s.value.value < decimal{80}) return *given_.bare_percent;
  if (s.ratio) return measure::level;
  if (given_.bare_percent && !index) return *given_.bare_percent;
  if (given_.bare_percent || on_base) return measure::level;
  if (f.whom.object && !in_sentence && shown(*f.whom.object).ends_with("的")) {
    s.made.whole = tidy_name(s.object);
    return holds_any(simplified_name(s.object), {"增长"}) ? measure::growth : measure::share;
  }
  if (f.outcome.reach != reach_word::none && in_sentence && !holds_any(name, {"增长", "增速"})) return measure::level;
  if (f.outcome.reach != reach_word::none && ends_with_any(name, {"增长预期目标", "预期增长目标", "增速预期目标"}))
    return measure::growth;
  const bool grows = is_amount(s.made.indicator, given_.known) || (s.target && s.bare) ||
                     (f.whom.each && carried_.last.measure == measure::growth);
  return grows ? measure::growth : measure::level;
}

}  // namespace kebi::grammar
