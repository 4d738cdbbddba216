#include "text/sentence/counted_nouns.hpp"

#include <algorithm>
#include <utility>

#include "text/names/indicator_kind.hpp"
#include "text/names/name_verbs.hpp"
#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/sentence/make_facts.hpp"
#include "text/sentence/measure/measure.hpp"
#include "text/sentence/subject/doubts.hpp"
#include "text/sentence/subject/noun_words.hpp"
#include "text/sentence/subject/subjects.hpp"
#include "text/sentence/time_and_status.hpp"
#include "text/words/not_statistics.hpp"

namespace kebi::grammar {
namespace {

/// Whether nothing before a number names anything: 建设8万亩高标准农田, 完成152公里公路改造, and the
/// second number of 完成100公里公路、50万平方米广场改造.
bool names_nothing(const clause& c, const frame& f) {
  if (f.whom.object || f.whom.subject.size() > 1) return false;
  const bool compares = f.against.gap != 0 || f.against.than || f.change.to || f.change.from;
  const bool measures = f.measure.share || f.measure.contribution || f.measure.pull != 0 ||
                        f.measure.rank || f.names_rate() || f.change.stated || f.growth.basis;
  if (compares || measures || f.outcome.hold != hold_word::none || f.outcome.control) return false;
  if (f.whom.subject.empty()) return true;
  return is_verb_only(tidy_name(c.printed(f.whom.subject.front()), *c.words.known), *c.words.known);
}

/// 地铁客运总量3.21亿乘次, 业务总量1.2亿标准量: an amount is named before 万 or 亿, and what stands behind is its unit.
bool names_amount(const clause& c, const frame& f, const numeral& value, const context& known) {
  if (!value.unit.bare_scale || f.whom.subject.empty()) return false;
  return is_amount(tidy_name(c.printed(f.whom.subject.back()), *c.words.known), known.given.known);
}

/// Whether the number behind a counted noun is a figure of those counted: 35家企业实现产值12.3亿元.
bool acts(const clause& c, std::size_t end, const context& known) {
  return c.kind(end) == word::number && !is_named(c, end, known);
}

/// The region that the words before a number name: 全市 in 全市新建3个公园.
std::string region_before(const clause& c, const frame& f) {
  if (f.whom.subject.empty()) return {};
  std::string whole = c.printed(f.whom.subject.front()) + "名";
  return cut_region(whole, *c.words.known);
}

/// What counting `name` changes in memory.
memory_change after_count(const frame& f, const std::string& name, const memory& carried) {
  memory_change carries;
  const bool part = f.whom.among || f.whom.listed;
  if (f.whom.among && !carried.whom.names.empty()) carries.parent.name = carried.whom.names.front();
  if (!part) carries.parent.name = std::string{};
  carries.whom.names = {name};
  carries.last = carried.last;
  carries.last->measure = measure::level;
  remember(carries, f);
  return carries;
}

/// 人口 of 45万人口, whose first character the unit has taken; without what 的 makes of them.
std::string name_of_people(std::string name, std::string_view unit_words) {
  constexpr std::string_view second = "口";
  if (!unit_words.ends_with("人") || !name.starts_with(second)) return name;
  const std::size_t of = name.find("的");
  return "人" + name.substr(0, of);
}

/// States a count of `noun`; nothing but an unread number where that is empty.
statement state_count(const clause& c, const frame& f, const listed_number& one,
                      const std::string& noun, const context& known) {
  statement out;
  const numeral& value = c.number(one.token);
  const std::string name = name_of_people(noun, c.unit(value));
  if (name.empty() || !has_unit(value) || value.written.too_large || !has_sound_unit(c, value)) {
    out.left.unbound.push_back(one.token);
    return out;
  }
  out.carries = after_count(f, name, known.carried);
  fact made = blank_fact(f, name, region_before(c, f), known);
  made.measure = measure::level;
  made.value = value.value;
  made.unit = unit{value.form == form::percent ? "%" : unit_of(c.text, value)};
  if (value.form == form::tenths) {
    const int decimals = value.value.decimals();
    made.value = decimal{value.value.digits() * (decimals > 0 ? 1 : 10), std::max(0, decimals - 1)};
    made.unit = unit{"%"};
  }
  made.bound = one.bound         ? *one.bound
               : f.outcome.bound ? *f.outcome.bound
               : value.more      ? bound::more_than
                                 : bound::exact;
  set_end(made);
  if (value.upper) {  // 三四百家企业, 七八成企业
    const int tens = value.form == form::tenths ? 10 : 1;
    made.bound = bound::range;
    made.lo = made.value;
    made.hi = decimal{value.upper->digits() * tens, value.upper->decimals()};
    made.value.reset();
  }
  if (f.whom.among || f.whom.listed)
    made.parent = out.carries.parent.name.value_or(known.carried.parent.name);
  if (is_doubtful_count(name, *c.words.known)) made.doubts.insert(doubt::name);
  place(made, c, f.outcome.bound && f.whom.predicate ? *f.whom.predicate : one.begin, one.end);
  out.facts.push_back(std::move(made));
  return out;
}

/// States a count of a noun; where a number of what the counted did follows, of those alone.
statement state_noun(const clause& c, const frame& f, const listed_number& one, noun_words noun,
                     const context& known) {
  if (!acts(c, noun.end, known)) return state_count(c, f, one, name_of(c, noun), known);
  const std::string name = name_of(c, {noun.begin, end_of_actors(c, noun)});
  return state_count(c, f, one, actors_in(name, known.given.known, *c.words.known), known);
}

/// 甲区12家、乙市34家诊所: the noun stands behind the last number, the place before each.
std::optional<statement> read_by_place(const clause& c, const frame& f, const listed_number& one,
                                       std::size_t next, const context& known) {
  if (f.whom.subject.size() != 1 || f.whom.predicate) return std::nullopt;
  const std::string place_name = tidy_name(c.printed(f.whom.subject.front()), *c.words.known);
  if (!is_place(place_name, *c.words.known) || ends_with_own_region(place_name, *c.words.known)) return std::nullopt;
  std::size_t noun = next;
  while (!is_any(c.kind(noun), word::stop, word::comma) &&
         !(c.kind(noun - 1) == word::number && c.kind(noun) == word::text))
    ++noun;
  const std::size_t end = noun < c.last && c.kind(noun) == word::text ? end_of_noun(c, noun) : noun;
  if (end == noun) return std::nullopt;
  statement out = state_noun(c, f, one, {noun, end}, known);
  std::string whole = place_name + "名";
  const std::string area = cut_region(whole, *c.words.known);
  for (fact& each : out.facts)
    each.region = area.empty() ? place_name : region_named(area, known.given);
  out.next = next;
  return out;
}

/// What is counted by the numbers that stand one behind the other: 13.2万户46万群众. The second one
/// is read after the first, unless it belongs to the name: 2座35万千瓦电站, 2个千亿级项目.
std::optional<statement> read_before_number(const clause& c, const frame& f,
                                            const listed_number& one, std::size_t next,
                                            const context& known) {
  const numeral& second = c.number(next);
  const bool counts_too = counts_things(c, second);
  std::size_t noun = next + 1;
  bound_behind(c, noun);
  const std::size_t end = end_of_noun(c, noun);
  if (end == noun || acts(c, end, known)) return std::nullopt;
  const bool grade = !reason_to_pass(c.text, c.words, next).empty();
  const bool attribute =
      !counts_too && (grade || (second.form == form::plain && has_unit(second)));
  if (!attribute && !counts_too) return std::nullopt;
  statement out = state_count(c, f, one, name_of(c, {attribute ? next : noun, end}), known);
  out.next = attribute ? end : next;
  return out;
}

/// Whether what is counted are orders of magnitude: 跨过3个万亿级关口.
bool is_step(std::string_view name) { return ends_with_any(name, {"关口", "大关", "台阶"}); }

/// Leaves a number of steps, and keeps the subject of its clause.
statement read_step(const clause& c, const frame& f, const listed_number& one, std::size_t end,
                    const context& known) {
  statement out{end};
  out.left.unbound.push_back(one.token);
  out.carries.whom.names = subjects_of(c, f, c.number(one.token).form, 1, known).names;
  return out;
}

/// What the words before a number add to the name of its noun: 贫困户 in 贫困户302户全部脱贫, and 惠及
/// in 惠及23.5万婴幼儿.
std::string words_before(const clause& c, const frame& f, std::size_t noun) {
  if (f.whom.subject.size() != 1) return {};
  const std::string before = tidy_name(c.printed(f.whom.subject.front()), *c.words.known);
  const bool predicate = starts_with_any(c.shown(noun), {"全部", "全面"});
  const listed_word* verb = (*c.words.known)[group::bare_verb].find(before);
  return predicate || (verb && verb->detail == "kept") ? before : std::string{};
}

/// 92%的园区达标, 超80%监测对象: the part of what is named behind it, where nothing stands before it.
std::optional<statement> read_part(const clause& c, const frame& f, const listed_number& one,
                                   std::size_t next, const context& known) {
  const bool alone =
      f.whom.subject.empty() && names_nothing(c, f) && f.outcome.reach == reach_word::none;
  const std::size_t noun = c.kind(next) == word::of ? next + 1 : next;
  const std::size_t end = c.kind(noun) == word::text ? end_of_noun(c, noun) : noun;
  const bool starts = noun > next || one.begin == clause_start(c, one.token) ||
                      (f.outcome.bound && f.whom.predicate == clause_start(c, one.token));
  if (!alone || end == noun || !starts) return std::nullopt;
  statement out = state_noun(c, f, one, {noun, end}, known);
  out.next = acts(c, end, known) ? next : end;
  return out;
}

}  // namespace

bool counts_things(const clause& c, const numeral& n) {
  if (n.form != form::plain || !has_unit(n)) return false;
  if (n.unit.bare_scale) return true;  // 惠及23.5万婴幼儿
  std::string_view bare = c.unit(n);
  for (const std::string_view times : {"亿", "万", "千", "百"})
    while (bare.starts_with(times)) bare.remove_prefix(times.size());
  return (*c.words.known)[group::classifier].has(bare);
}

bool is_set(const clause& c, std::size_t i) {
  std::size_t end = i;
  while (!is_any(c.kind(end), word::comma, word::stop, word::number)) ++end;
  return end > i && c.kind(end) != word::number && c.kind(end - 1) == word::text &&
         ends_with_any(c.shown(end - 1), {"中", "里"});
}

std::optional<statement> read_counted(const clause& c, const frame& f, const listed_number& one,
                                      std::size_t next, const context& known) {
  if (f.change.from) return std::nullopt;  // 由64户整合至13户
  const numeral& value = c.number(one.token);
  if (value.form == form::percent) return read_part(c, f, one, next, known);
  if (names_amount(c, f, value, known)) return std::nullopt;
  // 7成以上行业: a part of things is counted like things.
  const bool part = value.form == form::tenths && !f.whom.predicate;
  const bool counts = counts_things(c, value) || part;
  if (counts && is_set(c, next)) return std::nullopt;
  if (counts) {
    if (auto found = read_by_place(c, f, one, next, known)) return found;
    if (c.kind(next) == word::number)
      if (auto found = read_before_number(c, f, one, next, known)) return found;
  }
  const bool noun = is_any(c.kind(next), word::quote, word::text, word::stable);
  std::size_t end = next;
  if (noun && names_nothing(c, f)) end = std::max(end_of_noun(c, next), end_of_quote(c, next));
  if (end == next && counts) end = end_of_noun(c, next);
  std::string name = end == next ? std::string{} : name_of(c, {next, end});
  if (name.empty() || is_verb_only(name, *c.words.known)) return std::nullopt;
  if (is_step(name)) return read_step(c, f, one, end, known);
  name.insert(0, words_before(c, f, next));
  const bool acting = counts && acts(c, end, known);
  statement out = acting ? state_noun(c, f, one, {next, end}, known)
                         : state_count(c, f, one, name, known);
  out.next = acting ? next : end;
  return out;
}

}  // namespace kebi::grammar
