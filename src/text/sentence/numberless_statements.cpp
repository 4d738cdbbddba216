#include "text/sentence/numberless_statements.hpp"

#include <algorithm>
#include <utility>

#include "kebi/period/code.hpp"
#include "text/names/indicator_kind.hpp"
#include "text/names/list_members.hpp"
#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/make_facts.hpp"
#include "text/sentence/measure/measure.hpp"
#include "text/sentence/spans.hpp"
#include "text/sentence/subject/doubts.hpp"
#include "text/sentence/subject/subjects.hpp"
#include "text/sentence/time_and_status.hpp"

namespace kebi::grammar {
namespace {

/// What a word states: a fact without a name, its subjects where the word itself gives them, and
/// where its words start and end.
struct word_statement {
  fact made;
  std::size_t begin, end;
  std::vector<std::string> names{};
};

void make_growth(fact& made, kebi::bound bound) {
  made.measure = measure::growth;
  made.basis = basis::yoy;
  made.unit = unit{"%"};
  made.bound = bound;
}

/// 控制在指标内: the words up to the end of the clause name the quota.
void read_quota(const clause& c, std::size_t i, word_statement& s) {
  s.made.bound = bound::at_most;
  std::string& quota = s.made.reference;
  for (s.end = i + 1; s.end < c.last && !ends_clause(c, s.end); ++s.end)
    if (c.kind(s.end) != word::after && c.shown(s.end) != "范围") quota += c.printed(s.end);
  for (const std::string_view tail : {"范围", "范圍"})
    if (quota.ends_with(tail)) quota.erase(quota.size() - tail.size());
}

/// 降幅比1-6月收窄.
void read_narrower(const clause& c, const frame& f, word_statement& s, const context& known) {
  s.made.measure = measure::change;
  s.made.subject = measure::growth;
  s.made.bound = bound::none;
  s.made.direction = direction::narrower;
  const comparison_words& against = f.against;
  const auto span =
      against.reference_span ? resolved(*against.reference_span, known) : std::nullopt;
  if (span)
    s.made.reference = code(*span);
  else if (against.reference)
    s.made.reference = c.printed(*against.reference);
}

/// 出口与年度目标仍有一定距离: a gap to the goal before the word. False where none stands there.
bool read_distance(const clause& c, std::size_t i, word_statement& s, const context& known) {
  std::size_t goal = i;
  for (std::size_t k = i;
       k > c.head && goal == i && !is_any(c.kind(k - 1), word::comma, word::stop); --k)
    if (c.kind(k - 1) == word::goal) goal = k - 1;
  if (goal == i) return false;
  s.made.measure = measure::gap;
  s.made.subject = measure::growth;
  s.made.bound = bound::none;
  std::size_t from = goal;
  while (from > c.head && c.kind(from - 1) == word::period) --from;
  s.made.reference = c.printed(piece{c.at(from).begin, c.at(goal).end});
  s.begin = from > c.head ? from - 1 : from;
  std::size_t start = clause_start(c, i);
  while (start < s.begin && is_any(c.kind(start), word::among, word::period)) ++start;
  if (c.kind(s.begin) != word::joint || s.begin <= start) {
    s.names = known.carried.whom.names;
    return true;
  }
  const piece subject{c.at(start).begin, c.at(s.begin).begin};
  s.names = members(c.text, c.words, {subject}, count_members(c.text, c.words, {subject}));
  if (s.names.empty()) s.names.push_back(c.printed(subject));
  return true;
}

/// Reads the word at `i`; false where it states nothing after all.
bool read_kind_of_word(const clause& c, const frame& f, std::size_t i, word_statement& s,
                       const context& known) {
  fact& made = s.made;
  switch (c.kind(i)) {
    case word::positive:
      make_growth(made, bound::more_than);
      made.lo = decimal{0};
      return true;
    case word::negative:
      make_growth(made, bound::less_than);
      made.hi = decimal{0};
      return true;
    case word::two_digit:
      make_growth(made, bound::at_least);
      made.value = made.lo = decimal{10};
      if (c.kind(s.end) == word::rise) ++s.end;
      return true;
    case word::improve:
      made.direction = direction_of(c.at(i).sense);
      made.measure = c.at(i).sense <= 3 ? measure::level : measure::growth;
      if (made.measure == measure::growth) made.basis = basis::yoy;
      made.bound = bound::none;
      return true;
    case word::cleared:
      made.value = decimal{0};
      made.bound = c.shown(i).starts_with("基本") ? bound::about : bound::exact;
      return true;
    case word::control:
      read_quota(c, i, s);
      return true;
    case word::narrow:
      if (f.names_rate()) read_narrower(c, f, s, known);
      return f.names_rate();
    default:
      return read_distance(c, i, s, known);
  }
}

/// The subjects of a word: those that the head names, else those that carry over; of a quota, all
/// whose levels the sentence has stated.
std::vector<std::string> names_for_word(const subjects& found, bool quota, const context& known) {
  std::vector<std::string> names = found.names;
  for (std::string& name : names)
    for (const std::string_view lead : {"虽能够", "能够", "虽", "仍", "能"})
      if (name.starts_with(lead)) name.erase(0, lead.size());
  if (!names.empty() && !names.front().empty()) return names;
  names = known.carried.whom.names;
  if (!quota) return names;
  for (const fact& each : known.so_far.facts)
    if (each.measure == measure::level && std::ranges::find(names, each.indicator) == names.end())
      names.insert(names.begin(), each.indicator);
  return names;
}

/// Whether the quota of 控制在指标内 is named up to the end of the clause, without a number; not in
/// 4.5%的控制目标 or 低于控制目标1.4个百分点.
bool names_quota(const clause& c, std::size_t i) {
  if (i > c.first && is_any(c.kind(i - 1), word::of, word::higher, word::lower)) return false;
  bool quota = false;
  for (std::size_t k = i + 1; k < c.last && !ends_clause(c, k); ++k) {
    if (is_any(c.kind(k), word::number, word::before)) return false;
    quota = quota || is_any(c.kind(k), word::goal, word::assigned);
  }
  return quota;
}

}  // namespace

kebi::direction direction_of(std::int8_t sense) {
  switch (sense) {
    case -1:
      return direction::down;
    case 2:
      return direction::to_profit;
    case 3:
      return direction::to_loss;
    case 4:
      return direction::to_growth;
    case 5:
      return direction::to_decline;
    default:
      return direction::up;
  }
}

bool speaks_without_number(const clause& c, std::size_t i) {
  switch (c.kind(i)) {
    case word::positive:
    case word::negative:
    case word::two_digit:
    case word::distance:
    case word::cleared:
      return true;
    case word::control:
      return names_quota(c, i);
    case word::improve:
      return c.at(i).sense >= 2 && ends_clause(c, i + 1);
    case word::narrow:
      return ends_clause(c, i + 1);
    default:
      return false;
  }
}

statement read_word(const clause& c, frame f, std::size_t i, const context& known) {
  word_statement s{blank_fact(f, {}, {}, known), i, i + 1};
  if (!read_kind_of_word(c, f, i, s, known)) return nothing_at(i);
  statement out{s.end};
  subjects found;
  if (c.kind(i) == word::distance) {
    f.whom.predicate = s.begin;
  } else {
    if (!f.whom.subject.empty() || f.whom.object) found = subjects_of(c, f, form::plain, 1, known);
    s.names = names_for_word(found, c.kind(i) == word::control, known);
  }
  if (!found.actors.empty()) out.actors = found.actors;
  if (s.made.direction == direction::to_profit || s.made.direction == direction::to_loss)
    for (std::string& name : s.names) {  // 电力行业由盈转亏: its profit does
      if (names_business(name)) name = with_outcome(name, "利润");
      name = profit_named(name);
    }
  s.made.region = region_named(found.region, known.given);
  for (const std::string& name : s.names) {
    if (name.empty()) continue;
    fact one = s.made;
    one.indicator = name;
    place(one, c, std::min(f.whom.predicate.value_or(i), i), s.end);
    out.facts.push_back(std::move(one));
  }
  if (!s.names.empty() && c.kind(i) != word::control) out.carries.whom.names = std::move(s.names);
  remember(out.carries, f);
  return out;
}

statement read_doubled(const clause& c, frame f, std::size_t i, const context& known) {
  statement out{i + 1};
  subjects found = subjects_of(c, f, known.so_far.form, 1, known);
  note_subjects(f, found);
  const token& t = c.at(i);
  for (const std::string& name : found.names) {
    fact made = blank_fact(f, name, found.region, known);
    const int times = t.sense >= 2 ? t.sense : 2;
    make_growth(made, t.sense == 1    ? bound::more_than
                      : t.sense == -1 ? bound::at_least
                                      : f.outcome.bound.value_or(bound::exact));
    made.value = decimal{(times - 1) * 100, 0};
    if (c.kind(i + 1) == word::after) made.bound = static_cast<kebi::bound>(c.at(i + 1).sense);
    set_end(made);
    made.basis =
        f.growth.basis.value_or(f.against.than ? basis_of_reference(f, known) : basis::yoy);
    tell_of_several_years(made, c, f, i, known);
    place(made, c, f.whom.predicate.value_or(i), i + 1);
    out.facts.push_back(std::move(made));
  }
  if (!found.actors.empty()) out.actors = std::move(found.actors);
  if (!found.names.empty()) out.carries.whom.names = std::move(found.names);
  return out;
}

statement read_first_place(const clause& c, const frame& f, std::size_t i, const context& known) {
  if (!f.measure.rank && f.outcome.hold != hold_word::held) return nothing_at(i);
  statement out{i + 1};
  // 吞吐量增速居省会城市首位 names its subject; in 全省居首位 the head is the place.
  const subjects found = subjects_of(c, f, form::ordinal, 1, known);
  const bool named = found.names.size() == 1 && !found.carried &&
                     is_shaped_like_indicator(found.names.front(), known.given.known, *c.words.known);
  const auto& names = named ? found.names : known.carried.whom.names;
  subjects carried;
  carried.carried = true;
  for (const std::string& name : names) {
    fact made = blank_fact(f, name, named ? found.region : known.carried.whom.region, known);
    made.measure = measure::rank;
    made.value = decimal{1};
    made.whole = f.whom.object ? c.printed(*f.whom.object) : std::string{};
    made.parent = known.carried.parent.name;
    if (!named && is_doubtful_subject(c, carried, i, known)) made.doubts.insert(doubt::subject);
    place(made, c, f.whom.predicate.value_or(i), i + 1);
    out.facts.push_back(std::move(made));
  }
  return out;
}

}  // namespace kebi::grammar
