#include <algorithm>

#include "text/names/indicator_kind.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/measure/measuring.hpp"
#include "text/names/plan_words.hpp"
#include "text/sentence/spans.hpp"

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

/// What a gap in points is a gap of, where its reference decides that.
std::optional<kebi::measure> subject_of_gap(const measuring& m, bool ratio) {
  if (m.reference.find("进度") != std::string::npos) return measure::level;
  if (m.n.f.against.reference && about_a_plan(m.reference))
    return ratio ? measure::level : measure::growth;
  if (holds_any(simplified_name(m.reference), {"增速", "增长", "增幅", "涨幅"}))
    return measure::growth;
  return std::nullopt;
}

/// What changes by points: a growth, a share or a level.
kebi::measure subject_of_points(const measuring& m) {
  const frame& f = m.n.f;
  const std::string& name = m.made.indicator;
  const auto& last = m.n.last.measure;
  const bool ratio = is_ratio(name, m.n.known.given.known);
  const bool gap = f.against.gap != 0;
  if (gap)
    if (const auto found = subject_of_gap(m, ratio)) return *found;
  if (f.names_rate()) return measure::growth;
  const bool goes_on = last == measure::share && !m.verb && !gap;
  const bool of_progress =
      f.standing.progress || (last == measure::progress && f.whom.subject.empty());
  if (of_progress && !gap) return measure::share;  // of the plan
  if (f.measure.share || goes_on || ends_with_any(name, {"比重", "占比"})) return measure::share;
  if (ratio && last != measure::growth) return measure::level;
  const auto& subjects = m.n.known.carried.whom.names;
  if (last && std::ranges::find(subjects, name) != subjects.end())
    return last == measure::level || last == measure::share ? *last : measure::growth;
  return ratio || !f.against.reference ? measure::level : measure::growth;
}

}  // namespace

void measure_pull(measuring& m) {
  m.made.measure = measure::pull;
  std::string& of = m.made.whole = m.whole.empty() ? cut_at_towards(m.made.indicator) : m.whole;
  for (const std::string_view verb : {"增长", "增長", "上涨", "上漲"})
    if (of.size() > verb.size() && of.ends_with(verb)) of.erase(of.size() - verb.size());
  m.signed_by = m.n.f.measure.pull * (m.sign < 0 ? -1 : 1);
}

void measure_points(measuring& m) {
  const frame& f = m.n.f;
  const bool gap = f.against.gap != 0;
  const bool time = f.against.reference_is_time || (!f.against.reference && !gap);
  m.made.measure = time ? measure::change : measure::gap;
  m.made.subject = subject_of_points(m);
  if (m.made.subject == measure::share)
    m.made.whole = f.measure.share && !m.whole.empty() ? m.whole : m.n.last.whole;
  m.made.reference = m.reference;
  if (time && f.against.reference_is_time && f.against.reference_span &&
      basis_of_reference(f, m.n.known) == basis::yoy)
    m.made.basis = basis::yoy;
  if (f.growth.basis && time) m.made.basis = f.growth.basis;
  m.signed_by = gap && !(m.verb && time) ? f.against.gap : m.sign == 0 ? 1 : m.sign;
  // 降幅收窄 raises a growth, 降幅扩大 lowers it.
  const bool decline = f.measure.rate == rate_word::decline && !f.against.better;
  const bool shrinking =
      f.change.of_difference && m.n.last.sign < 0 && f.measure.rate != rate_word::growth;
  if ((decline || shrinking) && m.made.subject == measure::growth) m.signed_by = -*m.signed_by;
}

void measure_contribution(measuring& m) {
  m.made.measure = measure::contribution;
  const std::string words = m.n.c.printed(m.n.f.whom.subject);
  std::string& name = m.made.indicator;
  for (const std::string_view mark : {"对", "對"}) {
    if (const std::size_t at = words.rfind(mark); at != std::string::npos)
      m.made.whole = without_of(words.substr(at + mark.size()));
    if (const std::size_t at = name.rfind(mark); at != std::string::npos && at > 0) name.erase(at);
  }
  if (m.made.whole.empty()) m.made.whole = m.whole;
}

}  // namespace kebi::grammar
