#include "text/sentence/counted_nouns.hpp"

#include <algorithm>
#include <utility>

#include "text/names/indicator_kind.hpp"
#include "text/names/name_verbs.hpp"
#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/sentence/doubts.hpp"
#include "text/sentence/make_facts.hpp"
#include "text/sentence/measure/measure.hpp"
#include "text/words/not_statistics.hpp"

namespace kebi::grammar {
namespace {

/// The words of a counted noun.
struct noun_words {
  std::size_t begin, end;
};

/// 重点项目 of 重点项目完成投资, 龙头企业 of 龙头企业产值: those who are counted, without what they
/// did or what is measured of them; the whole name where it has neither.
std::string actors_in(const std::string& name, const catalogue* known, const vocabulary& words) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view rest = std::string_view{name}.substr(at);
    if (const listed_word* actor = words[group::actor].start_of(rest))
      end = at += actor->spelling.size();
    else if (end > 0)
      break;
    else
      at += character(rest).size();
  }
  if (end == 0 || end == name.size()) return name;
  const std::string_view rest = std::string_view{name}.substr(end);
  const bool acts = words[group::actor_verb].starts(rest);
  return acts || is_amount(rest, known) || is_ratio(rest, known) ? name.substr(0, end) : name;
}

/// Whether a figure of its own stands in the brackets that open here: 新开工项目(已开工8宗).
bool counts_in_brackets(const clause& c, std::size_t open) {
  for (std::size_t i = open + 1; !is_any(c.kind(i), word::close, word::stop); ++i)
    if (c.kind(i) == word::number) return true;
  return false;
}

/// Whether the noun goes on behind a 、: 49个机关、企业附属空间 counts both together, 5个公园、8个广场
/// and 5个公园、改善环境 do not.
bool goes_on_behind(const clause& c, std::size_t list) {
  if (!is_any(c.kind(list + 1), word::text, word::quote)) return false;
  if (starts_with_verb(c.shown(list + 1), *c.words.known)) return false;
  constexpr std::size_t longest = 24;
  for (std::size_t i = list + 1; i < list + longest; ++i) {
    if (is_any(c.kind(i), word::comma, word::stop, word::colon)) return true;
    if (c.kind(i) == word::number) return false;
  }
  return false;
}

/// Where the noun that starts at `i` ends, with its attributes; `i` where no noun starts.
std::size_t end_of_noun(const clause& c, std::size_t i) {
  if (!is_any(c.kind(i), word::text, word::quote, word::nature, word::goal, word::stable)) return i;
  if (c.kind(i) == word::text &&
      (starts_with_any(c.shown(i), {"的", "以"}) || (*c.words.known)[group::no_noun].starts(c.shown(i))))
    return i;
  std::size_t end = i;
  bool inside = false;  // brackets: 45个县(市、区)
  for (; end < c.last; ++end) {
    const word is = c.kind(end);
    if (is_any(is, word::comma, word::stop, word::number, word::colon)) break;
    if (is == word::open && (c.kind(end + 1) == word::among || counts_in_brackets(c, end))) break;
    if (is_any(is, word::open, word::close)) inside = is == word::open;
    if (is == word::list && !inside && !goes_on_behind(c, end)) break;
    if (is_any(is, word::part_of, word::basis, word::than) && end > i) break;
  }
  while (end > i + 1 && is_any(c.kind(end - 1), word::list, word::joint)) --end;
  return end;
}

/// Where those who are counted end and what they did starts.
std::size_t end_of_actors(const clause& c, noun_words noun) {
  for (std::size_t k = noun.begin + 1; k < noun.end; ++k)
    if (is_any(c.kind(k), word::reach, word::rise, word::fall, word::widen, word::narrow,
               word::before, word::higher, word::lower, word::hold, word::control, word::each,
               word::all, word::adverb, word::period))
      return k;
  return noun.end;
}

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

std::size_t end_of_quote(const clause& c, std::size_t i) {
  if (c.kind(i) != word::quote) return i;
  for (std::size_t k = i + 1; k < c.last && k < i + 12; ++k)
    if (c.kind(k) == word::quote) return k + 1;
  return i;
}

/// Whether the number behind a counted noun is a figure of those counted: 35家企业实现产值12.3亿元.
bool acts(const clause& c, std::size_t end, const context& known) {
  return c.kind(end) == word::number && !is_named(c, end, known);
}

/// The name of what is counted, without words of time and manner.
std::string name_of(const clause& c, noun_words noun) {
  std::string name;
  for (std::size_t i = noun.begin; i < noun.end; ++i)
    if (!is_any(c.kind(i), word::period, word::adverb)) name += c.printed(i);
  return without_verbs(tidy_name(std::move(name), *c.words.known), *c.words.known);
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
  if (f.whom.among && !carried.subjects.empty()) carries.parent = carried.subjects.front();
  if (!part) carries.parent = std::string{};
  carries.subjects = {name};
  carries.last = carried.last;
  carries.last->measure = measure::level;
  remember(carries, f);
  return carries;
}

/// States a count of `name`; nothing but an unread number where that is empty.
statement state_count(const clause& c, const frame& f, const listed_number& one,
                      const std::string& name, const context& known) {
  statement out;
  const numeral& value = c.number(one.token);
  if (name.empty() || !has_unit(value) || value.too_large || !has_sound_unit(c, value)) {
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
    made.parent = out.carries.parent.value_or(known.carried.parent);
  if (is_doubtful_name(name, known.given.known, *c.words.known)) made.doubts.insert(doubt::name);
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
  if (!is_place(place_name, *c.words.known)) return std::nullopt;
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
  if (n.bare_scale) return true;  // 惠及23.5万婴幼儿
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
  if (end == next || is_verb_only(name_of(c, {next, end}), *c.words.known)) return std::nullopt;
  const bool acting = counts && acts(c, end, known);
  statement out = acting ? state_noun(c, f, one, {next, end}, known)
                         : state_count(c, f, one, name_of(c, {next, end}), known);
  out.next = acting ? next : end;
  return out;
}

}  // namespace kebi::grammar
