#include "text/sentence/worded_targets.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "text/names/indicator_kind.hpp"
#include "text/names/list_members.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/make_facts.hpp"
#include "text/sentence/numberless_statements.hpp"
#include "text/sentence/time_and_status.hpp"

namespace kebi::grammar {
namespace {

/// Whether the sentence announces a list of targets before a place: 主要预期目标是:.
bool lists_targets(const clause& c, std::size_t i, const context& known) {
  if (known.carried.standing.of_list == status::target) return true;
  bool goal = false;
  for (std::size_t k = c.first; k < i; ++k) {
    goal = goal || is_any(c.kind(k), word::goal, word::nature);
    if (goal && c.kind(k) == word::colon) return true;
  }
  return false;
}

/// 不低于, 不高于 before what is no number.
bool bounds_by_reference(const clause& c, std::size_t i) {
  if (c.kind(i) != word::before || c.kind(i + 1) == word::number) return false;
  return is_any(static_cast<kebi::bound>(c.at(i).sense), bound::at_least, bound::at_most);
}

bool compares(const clause& c, std::size_t i) {
  return is_any(c.kind(i), word::higher, word::lower, word::sync, word::stable) ||
         bounds_by_reference(c, i);
}

/// Where the clause of a word ends: at a comma, stop or bracket. 、 joins what it is compared with,
/// unless another comparison follows behind it.
std::size_t end_behind(const clause& c, std::size_t i) {
  std::size_t end = i + 1, list = 0;
  for (; !is_any(c.kind(end), word::comma, word::stop, word::close); ++end) {
    if (c.kind(end) == word::list && list == 0) list = end;
    if (list != 0 && compares(c, end)) return list;
  }
  return end;
}

bool has_any(const clause& c, std::size_t from, std::size_t to, word one, word other) {
  for (std::size_t k = from; k < to; ++k)
    if (is_any(c.kind(k), one, other)) return true;
  return false;
}

/// 保持在全国平均水平以上.
bool stays_above(const clause& c, std::size_t i, std::size_t end) {
  return end == i + 3 && c.kind(i + 1) == word::text && c.shown(i + 2) == "以上" &&
         holds_any(c.shown(i + 1), {"平均", "全国", "全省", "全市", "水平"});
}

/// What a word says of its subject, and where the words of both stand.
struct wording {
  kebi::bound bound = bound::none;
  std::optional<kebi::direction> direction{};
  bool growth = false;
  std::size_t subject_end, end;  ///< tokens
  piece reference{};             ///< 经济增长 in 与经济增长同步
  std::size_t object = 0, object_end = 0;  ///< 降碳减排 in 完成国家下达的降碳减排任务
};

/// 与经济增长同步: nothing where no 与 stands before the word.
bool read_sync(const clause& c, std::size_t start, std::size_t i, wording& w) {
  std::size_t with = i;
  while (with > start && !is_any(c.kind(with - 1), word::joint, word::with)) --with;
  if (with <= start + 1) return false;
  std::size_t last = i;
  while (last > with && is_any(c.kind(last - 1), word::hold, word::adverb)) --last;
  if (last == with) return false;
  w.bound = bound::sync;
  w.growth = true;
  w.subject_end = with - 1;
  w.reference = {c.at(with).begin, c.at(last - 1).end};
  return true;
}

/// 完成国家下达任务; without a subject, what stands inside is assigned.
void read_assigned(const clause& c, std::size_t i, wording& w) {
  w.bound = bound::assigned;
  w.reference = {c.at(i + 1).begin, c.at(w.end - 1).end};
  std::size_t at = i + 1;
  for (std::size_t k = i + 1; k < w.end && at == i + 1; ++k)
    if (c.kind(k) == word::assigned && !is_any(c.kind(k + 1), word::assigned, word::stop, word::comma))
      at = k + 1;
  w.object = w.object_end = at;
  while (w.object_end < w.end && !is_any(c.kind(w.object_end), word::assigned, word::goal))
    ++w.object_end;
}

/// Reads the word; false where it states no target.
bool read_wording(const clause& c, std::size_t start, std::size_t i, wording& w) {
  switch (c.kind(i)) {
    case word::sync:
      return read_sync(c, start, i, w);
    case word::stable:
      w.bound = bound::stable;
      return true;
    case word::improve:
      w.direction = direction_of(c.at(i).sense);
      return true;
    case word::reach:
      read_assigned(c, i, w);
      return true;
    case word::hold:
      w.bound = bound::exceed;
      w.growth = true;
      w.reference = {c.at(i + 1).begin, c.at(i + 1).end};
      return true;
    case word::before:
      w.bound = static_cast<kebi::bound>(c.at(i).sense);
      w.reference = {c.at(i + 1).begin, c.at(w.end - 1).end};
      w.growth = holds_any(c.shown(w.reference), {"增速", "增长", "增幅"});
      return true;
    default:
      w.bound = bound::exceed;
      w.growth = true;
      if (c.kind(i) == word::lower) w.direction = direction::down;
      w.reference = {c.at(i + 1).begin, c.at(w.end - 1).end};
      return true;
  }
}

/// The parts of a list as they stand: 节能减排 and 碳排放强度 of 节能减排和碳排放强度.
std::vector<std::string> parts_between(const clause& c, std::size_t start, std::size_t end) {
  std::vector<std::string> parts(1);
  for (std::size_t k = start; k < end; ++k)
    if (is_any(c.kind(k), word::list, word::joint))
      parts.emplace_back();
    else
      parts.back() += c.printed(k);
  return parts;
}

/// The members of a list. One that names a figure by itself takes nothing from the last one.
std::vector<std::string> members_between(const clause& c, std::size_t start, std::size_t end) {
  const piece subject{c.at(start).begin, c.at(end - 1).end};
  std::vector<std::string> names =
      members(c.text, c.words, {subject}, count_members(c.text, c.words, {subject}));
  if (names.size() < 2) return {c.printed(subject)};
  const std::vector<std::string> parts = parts_between(c, start, end);
  for (std::size_t k = 0; k < names.size() && parts.size() == names.size(); ++k)
    if (ends_with_any(simplified_name(parts[k]),
                      {"减排", "降碳", "双控", "产量", "收入", "率", "浓度", "比例", "总量", "强度"}))
      names[k] = parts[k];
  return names;
}

/// The names of the subjects [start, end), without verbs before and behind them.
std::vector<std::string> names_of(const clause& c, std::size_t start, std::size_t end, bool& rate) {
  while (start < end && !is_any(c.kind(start), word::text, word::share, word::quote)) ++start;
  while (end > start && is_any(c.kind(end - 1), word::rise, word::fall, word::speed, word::decline,
                               word::adverb, word::hold, word::goal, word::all, word::each)) {
    rate = rate || !is_any(c.kind(end - 1), word::adverb, word::hold, word::goal);
    --end;
  }
  if (start == end) return {};
  std::vector<std::string> names = members_between(c, start, end);
  for (std::string& name : names) {
    if (name.ends_with("等")) name.erase(name.size() - std::string_view{"等"}.size());
    name = tidy_name(std::move(name), *c.words.known);
    cut_region(name, *c.words.known);
  }
  std::erase(names, std::string{});
  return names;
}

/// Whether words only say by whose rule a target is met: 按照国家要求.
bool is_by_rule(const std::vector<std::string>& names) {
  return names.size() == 1 && names.front().starts_with("按");
}

/// Whether the names are those of figures: the sentence lists targets, one of them stands in the
/// catalogue, or the word compares two growths (劳动报酬提高和劳动生产率提高同步).
bool names_figures(const clause& c, std::size_t i, const wording& w, bool rate,
                   const std::vector<std::string>& names, const context& known) {
  if (lists_targets(c, i, known)) return true;
  if (w.bound == bound::sync && rate && holds_any(c.shown(w.reference), {"增长", "提高"})) return true;
  const catalogue* indicators = known.given.known;
  return indicators &&
         std::ranges::any_of(names, [&](const std::string& name) { return indicators->find(name); });
}

/// Whether a quota of a name is one of its change: that of emissions and intensities is.
bool is_about_change(std::string_view name) {
  return holds_any(name, {"能耗", "排放", "减排", "降碳", "强度", "双控"});
}

}  // namespace

bool starts_worded_target(const clause& c, std::size_t i, const context& known) {
  const word is = c.kind(i);
  if (!is_any(is, word::sync, word::stable, word::improve, word::higher, word::lower, word::reach,
              word::hold, word::before))
    return false;
  if (is == word::before && !bounds_by_reference(c, i)) return false;
  if (known.given.status != status::target && !lists_targets(c, i, known)) return false;
  if (is_any(is, word::sync, word::stable, word::improve)) return ends_clause(c, i + 1);
  const std::size_t end = end_behind(c, i);
  if (end == i + 1 || has_any(c, i, end, word::number, word::doubled)) return false;
  if (is == word::reach) return has_any(c, i, end, word::assigned, word::goal);
  return is != word::hold || stays_above(c, i, end);
}

statement read_worded_target(const clause& c, const frame& f, std::size_t i,
                             const context& known) {
  std::size_t start = clause_start(c, i);
  const bool ends_here = is_any(c.kind(i), word::sync, word::stable, word::improve);
  wording w{.subject_end = i, .end = ends_here ? i + 1 : end_behind(c, i)};
  if (!read_wording(c, start, i, w)) return nothing_at(i);
  bool rate = false;
  std::vector<std::string> names = names_of(c, start, w.subject_end, rate);
  if (w.object < w.object_end && is_by_rule(names)) w.reference = {c.at(start).begin, c.at(i).begin};
  if (w.object < w.object_end && (names.empty() || is_by_rule(names)))
    names = names_of(c, w.object, w.object_end, rate);
  if (!names_figures(c, i, w, rate, names, known)) return nothing_at(i);
  statement out{w.end};
  for (const std::string& name : names) {
    fact made = blank_fact(f, name, {}, known);
    if (made.status != status::target) continue;
    const bool grows = rate || (w.growth && !is_ratio(name, known.given.known)) ||
                       (w.bound == bound::assigned && is_about_change(name));
    made.measure = grows ? measure::growth : measure::level;
    if (grows) made.basis = basis::yoy;
    made.bound = w.bound;
    made.direction = w.direction;
    if (!w.reference.empty()) made.reference = c.printed(w.reference);
    place(made, c, std::min(w.subject_end, i), w.end);
    out.facts.push_back(std::move(made));
  }
  if (out.facts.empty()) return nothing_at(i);
  out.carries.whom.names = std::move(names);
  remember(out.carries, f);
  return out;
}

}  // namespace kebi::grammar
