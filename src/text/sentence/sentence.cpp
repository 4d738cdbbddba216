#include "text/sentence/sentence.hpp"

#include <iterator>
#include <utility>

#include "text/normalise/strings.hpp"
#include "text/sentence/bracket_labels.hpp"
#include "text/sentence/clause.hpp"
#include "text/sentence/counted_nouns.hpp"
#include "text/sentence/earlier_clauses.hpp"
#include "text/sentence/flat_statements.hpp"
#include "text/sentence/head/read_head.hpp"
#include "text/sentence/make_facts.hpp"
#include "text/sentence/numberless_statements.hpp"
#include "text/sentence/numbers.hpp"
#include "text/sentence/plan_amounts.hpp"
#include "text/sentence/subject/subjects.hpp"
#include "text/sentence/worded_targets.hpp"
#include "text/words/not_statistics.hpp"

namespace kebi::grammar {
namespace {

/// Whether a sentence goes on with the one before, behind a semicolon.
bool goes_on(const clause& c) {
  return c.first > 0 && c.words.all[c.first - 1].is == word::stop && c.shown(c.first - 1) == ";";
}

/// Reads one sentence word by word: each number, and each word that states something without one,
/// is read by a function of what stands before it, of what is known and of what was carried over.
/// Only this object changes what is carried over.
class sentence_reader {
 public:
  sentence_reader(const clause& words, const setting& given, memory& carried)
      : words_{words}, given_{given}, carried_{carried} {
    // A region that one clause names holds for the next, up to the end of the sentence.
    carried_.whom.region_holds = carried_.whom.region_holds && goes_on(words);
  }

  sentence run();

 private:
  context known() const { return {given_, carried_, so_far_}; }
  bool may_state(std::size_t i) const;
  statement read_at(std::size_t i);
  statement read_number(std::size_t n);
  statement read_list_at(std::size_t n, std::size_t start, frame f);
  statement pass_over(std::size_t n, std::size_t start);
  frame read_head_before(std::size_t i);
  frame look_back(std::size_t start, frame f);
  void enter_brackets(std::size_t n);
  void leave_brackets();
  void take(statement&& found);

  clause words_;
  const setting& given_;
  memory& carried_;
  std::optional<memory> outside_;  ///< what was carried before brackets opened
  stated so_far_;
  left_numbers left_;
};

/// Whether an ordinal is a rank: 居全省第3位, 名列第3位. In 居中心城区第5位、主城都市区第11位 the
/// place of the second one is no subject.
bool is_placed(const clause& c, frame& f, const numeral& place, const std::vector<fact>& facts) {
  const std::string object = f.whom.object ? c.printed(*f.whom.object) : std::string{};
  const bool stays = f.whom.all || f.outcome.hold == hold_word::held;
  const bool among_regions = stays && starts_with_any(object, {"全", "在全"});
  const bool named = has_unit(place) && f.whom.predicate;
  const bool goes_on = f.whom.listed && !facts.empty() && facts.back().measure == measure::rank;
  if (goes_on && f.whom.subject.size() == 1) {
    f.whom.object = f.whom.subject.front();
    f.whom.subject.clear();
  }
  return f.measure.rank || goes_on || named || among_regions;
}

/// Reads the words right behind a number: 5.8%的同比升幅, 5.8%的增速, 增长6%(可比价). Moves
/// `next` behind the latter.
void note_words_behind(const clause& c, frame& f, form number, std::size_t& next) {
  std::size_t behind = c.kind(next) == word::of ? next + 1 : next;
  if (c.kind(behind) == word::basis && !f.growth.basis)
    f.growth.basis = static_cast<kebi::basis>(c.at(behind++).sense);
  if (!f.change.stated && number == form::percent &&
      is_any(c.kind(behind), word::speed, word::decline))
    note_rate(f, c.at(behind));
  if (c.kind(next) != word::open || c.kind(next + 1) != word::footing ||
      c.kind(next + 2) != word::close)
    return;
  f.growth.comparable = static_cast<kebi::comparable>(c.at(next + 1).sense);
  next += 3;
}

/// 进入全省前10位: at most the tenth.
bool is_among_first(const clause& c, std::size_t n) {
  const std::string_view unit = c.unit(c.number(n));
  return (unit == "位" || unit == "名") && n > c.first && c.kind(n - 1) == word::text &&
         c.shown(n - 1).ends_with("前");
}

/// Whether the end of a line cuts a number in two: 增长2 and 0.6% below it.
bool is_cut_by_line(const clause& c, std::size_t n) {
  const std::string_view text = c.text.text();
  const std::string_view behind = text.substr(c.at(n).end), before = text.substr(0, c.at(n).begin);
  const bool goes_on = behind.size() > 2 && behind.front() == '\n' && !has_unit(c.number(n)) &&
                       (is_digit(behind[1]) || (behind[1] == '.' && is_digit(behind[2])));
  return goes_on || (before.size() > 2 && before.back() == '\n' && is_digit(before[before.size() - 2]) &&
                     is_digit(text[c.at(n).begin]));
}

/// A number that no fact carries.
statement unread_at(std::size_t n) {
  statement out = nothing_at(n);
  out.left.unbound.push_back(n);
  return out;
}

/// Whether a number may count what stands behind it: one with a unit, or in tenths (7成以上行业),
/// or before a noun (打造2.15平方公里"氢能港", 92%的园区).
bool may_count(const clause& c, const numeral& n, std::size_t next) {
  if (is_any(c.kind(next), word::comma, word::stop)) return false;
  const bool part = n.form == form::percent && c.kind(next) == word::of;
  return part || is_any(n.form, form::plain, form::tenths) ||
         is_any(c.kind(next), word::text, word::quote);
}

sentence sentence_reader::run() {
  for (std::size_t i = words_.first; i < words_.last;) {
    if (!may_state(i)) {
      ++i;
      continue;
    }
    statement found = read_at(i);
    i = found.next;
    take(std::move(found));
  }
  leave_brackets();
  return {std::move(so_far_.facts), std::move(left_)};
}

/// Whether a word may state something: most do not.
bool sentence_reader::may_state(std::size_t i) const {
  const word is = words_.kind(i);
  if (is_any(is, word::number, word::doubled, word::first_place)) return true;
  return known().in_prose() && (is == word::flat || speaks_without_number(words_, i) ||
                                starts_worded_target(words_, i, known()));
}

/// Reads what a word states that may.
statement sentence_reader::read_at(std::size_t i) {
  const word is = words_.kind(i);
  if (is == word::number) return read_number(i);
  if (is == word::doubled) return read_doubled(words_, read_head_before(i), i, known());
  if (is == word::first_place) {
    const frame f = read_head(words_, clause_start(words_, i), i, known());
    return read_first_place(words_, f, i, known());
  }
  if (is == word::flat) {
    const std::size_t first = clause_start(words_, i), start = start_of_flat(words_, i);
    frame f = read_head(words_, first, start, known());
    if (f.against.gap != 0 || f.against.than) return nothing_at(i);
    so_far_.form = form::plain;
    return read_flat(words_, look_back(first, std::move(f)), start, i, known());
  }
  so_far_.form = form::plain;
  if (!speaks_without_number(words_, i))
    return read_worded_target(words_, read_head_before(i), i, known());
  return read_word(words_, read_head_before(i), i, known());
}

/// Where the first target starts in 主要预期目标是地区生产总值增长6%, before the number at `n`; `start` where there is no such list.
std::size_t start_of_targets(const clause& c, std::size_t start, std::size_t n) {
  for (std::size_t i = start; i + 1 < n; ++i)
    if (c.kind(i) == word::goal && c.shown(i).ends_with("目标") && c.kind(i + 1) == word::text &&
        starts_with_any(c.shown(i + 1), {"是", "为"}) && c.shown(i + 1).size() > std::string_view{"是"}.size())
      return i + 1;
  return start;
}

statement sentence_reader::read_number(std::size_t n) {
  std::size_t start = clause_start(words_, n);
  if (const std::size_t first = start_of_targets(words_, start, n); first > start && known().in_prose()) {
    start = first;
    carried_.standing.status = carried_.standing.of_list = status::target;
  }
  if (states_nothing(words_, n, start, known()) || is_cut_by_line(words_, n)) return unread_at(n);
  enter_brackets(n);
  if (is_named(words_, n, known())) return nothing_at(n);
  if (known().in_prose() && !reason_to_pass(words_.text, words_.words, n).empty())
    return pass_over(n, start);
  frame f = read_head(words_, start, n, known());
  // 没有增长5% is a denial: it gives no growth.
  if (f.change.negated) return unread_at(n);
  return read_list_at(n, start, look_back(start, std::move(f)));
}

/// Reads the numbers from `n` on that share a head, with the words behind them.
statement sentence_reader::read_list_at(std::size_t n, std::size_t start, frame f) {
  const numeral& first = words_.number(n);
  number_list list = read_list(words_, n, f);
  if (first.form == form::ordinal) {
    if (!is_placed(words_, f, first, so_far_.facts)) return unread_at(n);
    f.measure.rank = true;
  }
  note_words_behind(words_, f, first.form, list.next);
  if (is_among_first(words_, n)) {
    f.measure.rank = true;
    f.outcome.bound = bound::at_most;
  }
  so_far_.form = first.form;
  if (known().in_prose() && !list.several())
    if (auto both = read_amount_of_whole(words_, f, list.all.front(), list.next, known())) return std::move(*both);
  if (known().in_prose() && !list.several() && may_count(words_, first, list.next)) {
    auto counted = read_counted(words_, f, list.all.front(), list.next, known());
    if (counted) return std::move(*counted);
    if (counts_things(words_, first) && is_set(words_, list.next)) return nothing_at(n);
  }
  f = with_subject_in_place(words_, std::move(f), {n, start, list.next, outside_.has_value()},
                            known());
  const bool inside = outside_ && in_brackets(words_, n);
  if (known().in_prose() && (inside || words_.kind(list.next) == word::open)) {
    auto labelled = with_bracket_label(words_, std::move(f), n, list.next, inside, carried_);
    f = std::move(labelled.f);
    list.next = labelled.next;
  }
  return make_facts(words_, std::move(f), std::move(list), known());
}

/// Leaves a number that is no figure, and keeps the subject of its clause: 人均GDP突破5万关口、
/// 达到5.28万元.
statement sentence_reader::pass_over(std::size_t n, std::size_t start) {
  if (n == start || words_.kind(n - 1) != word::before) return nothing_at(n);
  const frame f = read_head(words_, start, n, known());
  so_far_.form = words_.number(n).form;
  subjects found = subjects_of(words_, f, so_far_.form, 1, known());
  statement out{n + 1};
  bound_behind(words_, out.next);
  out.carries.whom.names = std::move(found.names);
  out.carries.whom.region = std::move(found.region);
  if (!found.actors.empty()) out.actors = std::move(found.actors);
  return out;
}

/// The frame of a word, with the clauses before its own.
frame sentence_reader::read_head_before(std::size_t i) {
  const std::size_t start = clause_start(words_, i);
  return look_back(start, read_head(words_, start, i, known()));
}

/// Completes a frame by earlier clauses, where there are any.
frame sentence_reader::look_back(std::size_t start, frame f) {
  if (start <= words_.head) return f;
  completed_frame found = with_earlier_clauses(words_, start, std::move(f), known());
  apply(found.carries, carried_);
  return std::move(found.f);
}

/// Behind a remark such as (全省平均下降4.6%) the sentence goes on with its own subject, so the
/// memory of before the brackets is kept.
void sentence_reader::enter_brackets(std::size_t n) {
  if (!in_brackets(words_, n)) return leave_brackets();
  if (!outside_ && !carried_.whom.names.empty()) outside_ = carried_;
}

/// Restores the memory of before the brackets.
void sentence_reader::leave_brackets() {
  if (outside_) carried_ = *outside_;
  outside_.reset();
}

/// Adds what was read to the sentence and to memory.
void sentence_reader::take(statement&& found) {
  if (found.replaces_last) so_far_.facts.pop_back();
  std::ranges::move(found.facts, std::back_inserter(so_far_.facts));
  left_.unbound.insert(left_.unbound.end(), found.left.unbound.begin(), found.left.unbound.end());
  left_.unclear.insert(left_.unclear.end(), found.left.unclear.begin(), found.left.unclear.end());
  if (found.actors) so_far_.actors = std::move(*found.actors);
  if (found.stretch) so_far_.stretch = *found.stretch;
  apply(found.carries, carried_);
  if (found.uses_words) words_.head = found.next;
}

}  // namespace

sentence read_sentence(const folded& text, const tokens& words, std::size_t first, std::size_t last,
                       const setting& given, memory& carried) {
  return sentence_reader{
      {text, words, first, last, first},
      given, carried
  }
      .run();
}

}  // namespace kebi::grammar
