#include "text/sentence/make_facts.hpp"

#include <algorithm>
#include <utility>

#include "text/names/list_members.hpp"
#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/measure/measure.hpp"
#include "text/sentence/spans.hpp"
#include "text/sentence/stretch.hpp"
#include "text/sentence/subject/doubts.hpp"
#include "text/sentence/subject/subject_lists.hpp"
#include "text/sentence/subject/subjects.hpp"
#include "text/sentence/time_and_status.hpp"

namespace kebi::grammar {
namespace {

/// What the facts of one list of numbers share.
struct shared_words {
  const clause& c;
  const context& known;
  const frame& f;
  const number_list& list;
  subjects whom{};
  std::string parent{};
  std::vector<std::string> references{};  ///< one for each number: 快于全国、全省1.4、0.6个百分点
  std::vector<span_words> spans{};        ///< one for each number: 一季度、二季度分别达到
};

/// 净利润亏损0.5亿元,同比减少0.2亿元: the profit, or its loss.
bool is_unclear(const frame& f, const std::vector<std::string>& names, const context& known) {
  const change_words& change = f.change;
  return change.stated && !change.to && !change.of_loss && !change.of_difference &&
         f.whom.subject.empty() && known.in_prose() &&
         std::ranges::any_of(names, tells_loss_of_profit);
}

/// 其中 makes the figures behind it parts of the subject before, until another subject comes.
void carry_parent(const frame& f, const std::vector<std::string>& names, const memory& carried,
                  memory_change& carries) {
  const bool new_subject = names != carried.whom.names;
  if (f.whom.among && new_subject && !carried.whom.names.empty())
    carries.parent.name = carried.whom.names.front();
  else if (!f.whom.among && !f.whom.listed && new_subject && !carried.parent.lists_parts)
    carries.parent.name = std::string{};
  if (f.whom.among) carries.parent.lists_parts = f.whom.parts;
}

/// 一季度、二季度分别达到9.76万亿元和10.34万亿元: each number has its own span.
std::vector<span_words> spans_of_numbers(const shared_words& s) {
  const std::size_t numbers = s.list.all.size();
  std::vector<span_words> spans = s.f.time.earlier;
  if (spans.empty() && s.f.whom.each && s.whom.names.size() == 1 && s.f.time.span)
    return parts_of_span(*s.f.time.span, numbers);
  if (spans.empty()) return spans;
  if (s.f.time.span) spans.push_back(*s.f.time.span);
  const bool fits = numbers == spans.size() || (numbers == 1 && s.f.whom.all);
  return s.whom.names.size() == 1 && fits ? spans : std::vector<span_words>{};
}

std::size_t count_of(const shared_words& s) {
  if (s.list.several()) return s.list.all.size();
  return s.spans.empty() ? s.whom.names.size() : s.spans.size();
}

/// 由5.2%回落至3.1%: what it comes from is of another time: in a review of several years of the year
/// before them, else of none that is named.
void date_source(fact& made, const frame& f, const context& known) {
  const std::optional<period>& about = known.given.period;
  const bool of_part = made.period == about && !f.time.span && !known.carried.span;
  made.period.reset();
  if (f.time.from)
    made.period = resolved(*f.time.from, known, f.time.span ? f.time.span : known.carried.span);
  else if (of_part && about && is_whole_years(*about) && !about->in_one_year())
    made.period = year_of(about->first().year() - 1);
}

/// 亏损1.2亿元 is a profit of -1.2 亿元: the word is its sign, and belongs to its place.
void place_loss(fact& made, const clause& c, std::size_t from) {
  if (from == c.first) return;
  const std::size_t length = loss_length(c.shown(from - 1));
  if (length == 0) return;
  made.start = c.text.start(c.at(from - 1).end - length);
  made.text = std::string{c.text.source().substr(made.start, made.end - made.start)};
}

/// Whether what stands behind 万 and 亿 at the end of a clause is the unit that they count: 亿乘次, 亿标准量.
bool is_unit_behind(const clause& c, std::size_t number) {
  constexpr std::size_t longest = std::string_view{"标准量"}.size();
  const numeral& n = c.number(number);
  const std::size_t next = number + 1;
  return n.unit.bare_scale && !n.more && c.kind(next) == word::text && c.shown(next).size() <= longest &&
         is_any(c.kind(next + 1), word::comma, word::stop, word::open, word::close) &&
         !(*c.words.known)[group::no_noun].starts(c.shown(next)) && !starts_with_any(c.shown(next), {"多", "余"});
}

/// The fact of the k-th number, or of its k-th subject.
fact make_fact(const shared_words& s, std::size_t k, const listed_number& one,
               const list_value& value, const last_number& last) {
  const std::vector<std::string>& names = s.whom.names;
  fact made = blank_fact(s.f, names[std::min(k, names.size() - 1)], s.whom.region, s.known);
  if (one.outcome) made.indicator = with_outcome(made.indicator, s.c.shown(*one.outcome));
  if (value.of_people) made.unit = unit{"万人"};
  if (!s.spans.empty())
    if (const auto found = resolved(s.spans[k], s.known)) made.period = found;
  if (k < s.whom.regions.size()) made.region = s.whom.regions[k];
  if (s.f.change.from) date_source(made, s.f, s.known);
  if (!made.period && s.known.given.period && s.known.in_prose()) made.doubts.insert(doubt::period);
  made.parent = s.parent;
  if (!one.sign)
    if (const auto found = period_of_reference(s.f, s.known)) made.period = found;
  made = with_measure(std::move(made), {s.c, s.known, s.f, one, value.number, last});
  if (made.unit && is_unit_behind(s.c, one.token))
    if (const auto found = unit_named(made.unit->symbol() + s.c.printed(one.token + 1))) made.unit = found;
  tell_of_several_years(made, s.c, s.f, one.token, s.known);
  const bool may_be_loss = s.f.change.of_loss || ends_with_any(made.indicator, {"损", "損"});
  const bool lost = may_be_loss && tell_as_profit(made, s.f.change.of_loss);
  const auto& subject = s.f.whom.subject;
  if (!subject.empty() && s.c.shown(subject.back()).ends_with("每立方米") && made.unit &&
      made.unit->symbol().ends_with("克"))
    made.unit = unit{made.unit->symbol() + "/立方米"};
  name_pull_by_region(made, *s.c.words.known);
  if (!s.references.empty()) made.reference = s.references[std::min(k, s.references.size() - 1)];
  const bool whole_head = (k == 0 || !s.list.several()) && s.f.whom.predicate;
  const std::size_t from = whole_head ? std::min(*s.f.whom.predicate, one.begin) : one.begin;
  place(made, s.c, from, one.end);
  if (lost) place_loss(made, s.c, from);
  return made;
}

/// What the words behind a fact may go on with.
void note_last(last_number& last, const fact& made, const frame& f) {
  const bool differs = made.measure == measure::change || made.measure == measure::gap;
  last.gap = made.measure == measure::gap ? f.against.gap : 0;
  if (made.measure != measure::rank) last.measure = differs ? made.subject : made.measure;
  if (made.measure == measure::share || made.measure == measure::progress) last.whole = made.whole;
  if (made.measure == measure::growth && made.value) last.sign = made.value->digits() < 0 ? -1 : 1;
}

/// Makes the facts of a list one by one; each may go on with the measure of the one before.
void make_each(shared_words& s, statement& out) {
  last_number last = s.known.carried.last;
  bool behind_stretch = s.known.so_far.stretch;
  const bool ensured = s.f.outcome.hold == hold_word::ensured && s.f.against.gap == 0 &&
                       s.known.given.status == status::target;
  const std::size_t count = count_of(s);
  for (std::size_t k = 0; k < count; ++k) {
    const listed_number& one = s.list.all[s.list.several() ? k : 0];
    const auto value = value_in_list(s.c, s.list, one, s.f, s.whom.names.front());
    if (!value) {
      out.left.unbound.push_back(one.token);
      continue;
    }
    fact made = make_fact(s, k, one, *value, last);
    if (ensured && behind_stretch && join_ensured(out, made, s.c, s.known)) continue;
    behind_stretch = s.f.standing.stretch;
    if (behind_stretch && join_stretch(out, made, s.c, s.f, s.known)) continue;
    if (made.measure == measure::contribution && s.whom.names.size() == 1)
      s.whom.names.front() = made.indicator;
    note_last(last, made, s.f);
    if (s.known.in_prose() && lacks_unit(made, s.known.given.known, *s.c.words.known)) made.doubts.insert(doubt::unit);
    if (s.known.in_prose() && is_doubtful_name(made.indicator, s.known.given.known, *s.c.words.known))
      made.doubts.insert(doubt::name);
    // 收入241亿元,增长6.4%,分居全省第4、第3位: one of each, but which?
    const bool one_for_all = s.list.several() && s.f.whom.each && s.whom.names.size() == 1 &&
                             s.spans.empty() && s.references.empty() && s.known.in_prose();
    if (s.whom.region_assumed) made.doubts.insert(doubt::region);
    if (one_for_all || is_doubtful_subject(s.c, s.whom, one.token, s.known)) made.doubts.insert(doubt::subject);
    out.facts.push_back(std::move(made));
  }
  out.carries.last = std::move(last);
  out.stretch = behind_stretch;
}

/// What the clauses behind may go on with: the subjects, whose they are and how far they have come.
void carry_subjects(const shared_words& s, statement& out) {
  out.carries.whom.names = s.whom.names;
  out.carries.whom.region = s.whom.regions.empty() ? s.whom.region : std::string{};
  const bool new_clause = s.c.head < s.list.all.front().token &&
                          clause_start(s.c, s.list.all.front().token) > s.c.head;
  if (s.whom.carried)
    out.carries.whom.clauses = s.known.carried.whom.clauses + (new_clause ? 1 : 0);
  remember(out.carries, s.f);
}

/// 三次产业结构为5:40:55: the three shares of the whole.
void make_structure(const shared_words& s, statement& out) {
  const std::vector<std::string>& names = s.whom.names;
  const std::string name = names.empty() ? std::string{} : names.front();
  const bool industries = holds_any(simplified_name(name), {"产业", "结构"});
  const bool traditional = name.find("產") != std::string::npos;
  static constexpr std::string_view simple[] = {"第一产业增加值", "第二产业增加值",
                                                "第三产业增加值"};
  static constexpr std::string_view old[] = {"第一產業增加值", "第二產業增加值", "第三產業增加值"};
  for (std::size_t k = 0; k < s.list.all.size(); ++k) {
    const listed_number& one = s.list.all[k];
    const std::string part{(traditional ? old : simple)[k]};
    fact made = blank_fact(s.f, industries ? part : name, s.whom.region, s.known);
    if (s.f.change.from) date_source(made, s.f, s.known);
    made.measure = industries ? measure::share : measure::level;
    if (industries) {
      made.unit = unit{"%"};
      made.whole = traditional ? "地區生產總值" : "地区生产总值";
    }
    made.value = s.c.number(one.token).value;
    tell_of_several_years(made, s.c, s.f, one.token, s.known);
    const bool whole_head = k == 0 && s.f.whom.predicate;
    place(made, s.c, whole_head ? std::min(*s.f.whom.predicate, one.begin) : one.begin, one.end);
    out.facts.push_back(std::move(made));
  }
  out.carries.whom.names = names;
}

}  // namespace

void place(fact& made, const clause& c, std::size_t from, std::size_t to) {
  made.start = c.text.start(c.at(from).begin);
  made.end = c.text.end(c.at(to - 1).end);
  made.text = std::string{c.text.source().substr(made.start, made.end - made.start)};
}

statement make_facts(const clause& c, frame f, number_list list, const context& known) {
  if (is_unit_behind(c, list.all.back().token) && list.next == list.all.back().token + 1) ++list.next;
  statement out{list.next};
  // 二三产业结构为26:74: two shares, and no ratio.
  const bool shares = list.all.size() == 2 && c.kind(list.all[0].end) == word::colon &&
                      holds_any(c.printed(f.whom.subject), {"结构", "构成"});
  if (shares) {
    for (const listed_number& one : list.all) out.left.unbound.push_back(one.token);
    return out;
  }
  join_ratio(c, list);
  const std::size_t numbers = list.all.size();
  shared_words s{c, known, f, list};
  s.whom = subjects_of(c, f, c.number(list.all.front().token).form, numbers, known);
  if (!s.whom.actors.empty()) out.actors = s.whom.actors;
  note_subjects(f, s.whom);
  if (is_structure(c, list)) {
    make_structure(s, out);
    return out;
  }
  std::vector<std::string>& names = s.whom.names;
  if (!list.several() && known.carried.whom.names.size() > 1 && is_of_all(c, f, list.all[0].token))
    names = {names_together(known.carried.whom.names)};
  if (list.several()) {
    names = names_for_list(c, f, list, s.whom, known);
    s.whom.carried = s.whom.carried && names == known.carried.whom.names;
    if (f.against.reference && names.size() <= 1)
      s.references = members(c.text, c.words, {*f.against.reference}, numbers);
  }
  if (names.empty() || is_unclear(f, names, known)) {
    // Without a name: the subject stands behind the number, as in 147家企业申报….
    for (const listed_number& one : list.all)
      (names.empty() ? out.left.unbound : out.left.unclear).push_back(one.token);
    return out;
  }
  s.spans = spans_of_numbers(s);
  const bool one_for_each = list.several() && f.whom.each && names.size() == 1 && known.in_prose() &&
                            s.spans.empty() && s.references.empty() && f.whom.subject.size() > 0;
  if (one_for_each) {  // no name for each could be found
    for (const listed_number& one : list.all) out.left.unbound.push_back(one.token);
    return out;
  }
  share_bound(list);
  carry_parent(f, names, known.carried, out.carries);
  s.parent = out.carries.parent.name.value_or(known.carried.parent.name);
  make_each(s, out);
  // 利润由盈利3.4亿元转为亏损1.2亿元,同比减少4.6亿元 goes on with the profit.
  const bool year_before = f.time.span && f.time.span->is_same_span_before();
  if (f.change.from || f.change.to || year_before)
    for (std::string& name : names) name = without_loss(std::move(name));
  carry_subjects(s, out);
  return out;
}

}  // namespace kebi::grammar
