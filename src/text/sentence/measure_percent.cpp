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
  s.signed_by = s.f.pull_sign * (s.sign < 0 ? -1 : 1);
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
  if (f.gap != 0 && s.reference.find("进度") != std::string::npos) return measure::level;
  if (f.gap != 0 && f.reference && about_a_plan(s.reference))
    return s.ratio ? measure::level : measure::growth;
  if (f.gap != 0 && holds_any(simplified_name(s.reference), {"增速", "增长", "增幅", "涨幅"}))
    return measure::growth;
  if (f.speed || f.decline) return measure::growth;
  const bool goes_on = carried_.last == measure::share && !s.verb && f.gap == 0;
  const bool of_progress = f.progress || (carried_.last == measure::progress && f.subject.empty());
  if (of_progress && f.gap == 0) return measure::share;  // of the plan
  if (f.share || goes_on || ends_with_any(name, {"比重", "占比"})) return measure::share;
  if (s.ratio && carried_.last != measure::growth) return measure::level;
  const bool carried = std::ranges::find(carried_.subjects, name) != carried_.subjects.end();
  if (carried_.last && carried)
    return carried_.last == measure::level || carried_.last == measure::share ? *carried_.last
                                                                              : measure::growth;
  return s.ratio || !f.reference ? measure::level : measure::growth;
}

void sentence_reader::measure_points(statement& s) const {
  const frame& f = s.f;
  const bool time = f.reference_is_time || (!f.reference && f.gap == 0);
  s.made.measure = time ? measure::change : measure::gap;
  s.made.subject = subject_of_points(s);
  if (s.made.subject == measure::share)
    s.made.whole = f.share && !s.whole.empty() ? s.whole : carried_.last_of;
  s.made.reference = s.reference;
  if (time && f.reference_is_time && f.reference_span && basis_of_reference(f) == basis::yoy)
    s.made.basis = basis::yoy;
  if (f.basis && time) s.made.basis = f.basis;
  s.signed_by = f.gap != 0 && !(s.verb && time) ? f.gap : s.sign == 0 ? 1 : s.sign;
  // 降幅收窄 raises a growth, 降幅扩大 lowers it.
  const bool shrinking = f.span_change && carried_.last_sign < 0 && !f.speed;
  const bool falling = (f.decline && !f.better) || shrinking;
  if (falling && s.made.subject == measure::growth) s.signed_by = -*s.signed_by;
}

void sentence_reader::measure_percent(statement& s) const {
  const frame& f = s.f;
  const std::string& name = s.made.indicator;
  if (f.contribution) {
    measure_contribution(s);
  } else if (f.whole && f.share) {
    s.made.measure = about_a_plan(s.whole) ? measure::progress : measure::share;
    s.made.whole = s.whole;
    if (s.verb && !s.to) {
      s.made.measure = measure::change;
      s.made.subject = measure::share;
      s.signed_by = s.sign;
    }
  } else if (f.equals) {  // 相当于地区生产总值的比例为2.7%
    s.made.measure = measure::share;
    s.made.whole = s.reference;
    for (const std::string_view tail : {"的比例", "的比重", "比例", "比重"})
      if (s.made.whole.size() > tail.size() && s.made.whole.ends_with(tail))
        s.made.whole.erase(s.made.whole.size() - tail.size());
  } else if (f.times_of) {
    s.made.measure = measure::ratio;
    s.made.reference = s.reference;
  } else if (f.reach && !s.verb && about_a_plan(s.object) && !s.target) {
    s.made.measure = measure::progress;
    s.made.whole = without_of(s.object);
  } else if (f.progress && (!s.verb || s.to) && !s.target) {
    s.made.measure = measure::progress;  // 完成进度64%
  } else if (f.reach_done && !s.verb && !s.ratio && !s.target && given_.subjects.empty() &&
             (!is_amount(name, given_.known) || has_amount(name))) {
    s.made.measure = measure::progress;  // 桩基施工完成50%; 投资172.8亿元,完成64%
  } else if ((f.speed || f.decline) && (!s.verb || s.to) && f.gap == 0) {
    s.made.measure = measure::growth;
    s.signed_by = f.decline ? -1 : s.value.value.digits() < 0 ? 0 : 1;
    s.made.basis = f.basis.value_or(basis::yoy);
  } else if (s.verb && !s.to) {
    measure_change_in_percent(s);
  } else if (s.to && carried_.last == measure::contribution && f.subject.empty() && !f.speed &&
             !f.decline) {
    s.made.measure = measure::contribution;  // 贡献率由54.9%提高到58.8%
  } else if (s.to && carried_.last == measure::share && f.subject.empty() && !f.speed &&
             !f.decline) {
    s.made.measure = measure::share;  // 占…比重由38.6%提升至45.2%
    s.made.whole = carried_.last_of;
  } else if (s.to) {
    const bool goes_on = f.subject.empty() || f.from;
    s.made.measure =
        f.speed || f.decline || (carried_.last == measure::growth && goes_on && !s.ratio)
            ? measure::growth
            : measure::level;
  } else if (f.takes_part && given_.subjects.empty() && !s.verb && !f.whole) {
    s.made.measure = measure::share;  // 占进出口总值的15.3%; …,占13.7%
    s.made.whole = carried_.last_of;
  } else if (f.share) {
    s.made.measure = !given_.subjects.empty() && !s.ratio ? measure::share : measure::level;
  } else if (s.bare || f.control || f.hold || f.reach || f.before || (f.gap != 0 && !f.reference) ||
             f.all || f.each) {
    s.made.measure = measure_of_bare_percent(s);
    if (s.made.measure == measure::growth) s.made.basis = f.basis.value_or(basis::yoy);
  } else {
    s.made.measure = f.gap != 0 && f.reference ? measure::gap : measure::level;
    if (s.made.measure == measure::gap) {
      s.made.subject = s.ratio ? measure::level : measure::growth;
      s.signed_by = f.gap;
      s.made.reference = s.reference;
    }
  }
}

void sentence_reader::measure_contribution(statement& s) const {
  s.made.measure = measure::contribution;
  std::string words;
  for (const piece& p : s.f.subject) words += printed(p);
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
  const bool by_points = s.ratio && s.value.form == form::percent && !f.basis && !f.than &&
                         !ends_with_any(name, {"死亡率", "发病率", "发案率", "强度"}) &&
                         s.value.value < decimal{15} && !f.footing && (s.target || !f.grew);
  s.made.measure = by_points ? measure::change : measure::growth;
  if (s.made.measure == measure::change && carried_.last == measure::growth)
    s.made.measure = measure::growth;
  if (s.made.measure == measure::change) s.made.subject = measure::level;
  s.signed_by = s.sign;
  s.made.basis =
      f.basis.value_or(f.than && f.reference_is_time ? basis_of_reference(f) : basis::yoy);
  if (f.basis && f.than && f.reference_is_time && *f.basis == basis::yoy)
    s.made.basis = basis_of_reference(f);
  if (f.than && f.reference_is_time && s.made.basis != basis::yoy) s.made.reference = s.reference;
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
  if (f.object && !in_sentence && shown(*f.object).ends_with("的")) {
    s.made.whole = tidy_name(s.object);
    return holds_any(simplified_name(s.object), {"增长"}) ? measure::growth : measure::share;
  }
  if (f.reach && in_sentence && !holds_any(name, {"增长", "增速"})) return measure::level;
  if (f.reach && ends_with_any(name, {"增长预期目标", "预期增长目标", "增速预期目标"}))
    return measure::growth;
  const bool grows = is_amount(s.made.indicator, given_.known) || (s.target && s.bare) ||
                     (f.each && carried_.last == measure::growth);
  return grows ? measure::growth : measure::level;
}

}  // namespace kebi::grammar
