#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/sentence/head/read_head.hpp"
#include "text/sentence/sentence.hpp"

namespace kebi::grammar {

/// 年度计划, 年初预算, but not 一般公共预算支出.
bool about_a_plan(std::string_view words);

/// What stands beside 目标 in the words for a target, and names nothing itself: 年度, 任务, 值.
bool is_plan_filler(std::string_view words);

/// Whether words say how much of a plan is done, and nothing of what: 目标完成进度.
bool names_progress(std::string_view words);

/// Reads one sentence number by number: the words in front of a number say what it
/// is (a frame), the subject is named there or carried over from before.
class sentence_reader {
 public:
  sentence_reader(const folded& text, const tokens& words, std::size_t first, std::size_t last,
                  const setting& given, memory& carried)
      : text_{text}, w_{words}, first_{first}, last_{last}, given_{given}, carried_{carried} {}

  sentence run();

  /// The cursor and what it is read with.
  clause words() const { return {text_, w_, first_, last_, head_}; }
  context known() const { return {given_, carried_, result_.facts}; }

 private:
  const token& at(std::size_t i) const { return w_.all[i]; }
  word kind(std::size_t i) const { return i < last_ ? w_.all[i].is : word::stop; }
  std::string_view shown(std::size_t i) const {
    return std::string_view{text_.text()}.substr(at(i).begin, at(i).end - at(i).begin);
  }
  std::string_view shown(const piece& p) const {
    return std::string_view{text_.text()}.substr(p.begin, p.end - p.begin);
  }
  std::string printed(const piece& p) const { return text_.printed(p.begin, p.end); }
  std::string shown_name(std::size_t i) const { return text_.printed(at(i).begin, at(i).end); }
  const numeral& number(std::size_t i) const { return w_.numbers[at(i).at]; }

  /// Where the clause of a number starts, behind the last comma of its head.
  std::size_t clause_start(std::size_t n) const;

  /// Reads the words [c, n) in front of a number.
  frame read_head(std::size_t c, std::size_t n) const;

  /// The bound that stands behind a number, and where it ends.
  std::optional<kebi::bound> bound_behind(std::size_t& i) const;

  std::string_view shown_unit(const numeral& n) const {
    return std::string_view{text_.text()}.substr(n.unit_begin, n.unit_end - n.unit_begin);
  }

  /// One number of a list, with what is said of it alone.
  struct item {
    std::size_t token = 0;             // of the number
    std::optional<std::size_t> upper;  // of the upper end of a range
    std::size_t begin = 0, end = 0;    // tokens
    std::optional<kebi::bound> bound;
    std::optional<int> sign;
    bool to = false, verb = false;
    std::optional<std::size_t> outcome;  // the token that tells a profit or a loss
  };

  /// Reads the numbers that a head speaks of: one, a range, or a list.
  std::vector<item> read_list(std::size_t n, const frame& f, std::size_t& next) const;

  /// Whether the number stands in brackets as the value of a reference: 全国(5.0%).
  bool is_aside(std::size_t n) const;

  /// Whether a number is no figure of this sentence: the value of a reference, the target that
  /// a progress is told of, or beyond any statistic.
  bool states_nothing(std::size_t n, std::size_t c) const;

  /// Whether an ordinal is a rank: 居全省第3位.
  bool is_placed(frame& f, const numeral& place) const;

  /// What the words [from, to) call a figure where they do nothing else: 年度目标, 预计; and the
  /// span that they name.
  std::optional<kebi::status> called_by(std::size_t from, std::size_t to,
                                        std::optional<span_words>& span) const;
  /// Notes what brackets call a number, behind it or around it; `next` goes behind the former.
  bool call_by_brackets(frame& f, std::size_t n, std::size_t& next) const;

  /// Finds the subject where it does not stand in front of its number.
  void name_subject(frame& f, const numeral& first, std::size_t c, std::size_t next) const;

  std::size_t read_numbers(std::size_t n);

  /// Whether a number stands inside brackets that the sentence has opened.
  bool in_brackets(std::size_t n) const;
  /// Takes up what the sentence spoke of before its brackets.
  void leave_brackets();

  bool ends_clause(std::size_t i) const;

  /// Whether a number's unit is one that figures can have: of no absurd scale.
  bool has_sound_unit(const numeral& n) const;

  /// Whether a number's unit is a classifier of things, which may stand behind it.
  bool counts_things(const numeral& n) const;

  /// Whether what is counted from here is the set that the sentence speaks of: 31个行业中,.
  bool is_set(std::size_t i) const;

  /// Whether a figure of its own stands in the brackets that open here: 新开工项目(已开工8宗).
  bool counts_in_brackets(std::size_t open) const;

  /// Where the counted noun and what is said of it ends, behind a number.
  std::size_t end_of_noun(std::size_t i) const;

  /// 年内 and 预计 reach the clauses behind them, until the sentence ends.
  void remember(const frame& f);

  /// Where those who are counted end and what they did starts, in a noun [i, end) that a number
  /// follows: 35家规模以上工业企业实现产值12.3亿元.
  std::size_t end_of_actors(std::size_t i, std::size_t end) const;

  /// 打造2.15平方公里"氢能港": the verb names nothing.
  bool is_bare_verb(const frame& f) const;
  std::size_t end_of_quote(std::size_t i) const;

  /// Makes a fact of a count and the noun in [noun, noun_end); false where that names nothing.
  /// `acting`: they are told with what they did.
  bool emit_count(const frame& f, const item& one, std::size_t noun, std::size_t noun_end,
                  bool acting = false);

  /// Whether a number behind a counted noun tells what the counted did: 35家企业实现产值12.3亿元.
  bool acts(std::size_t end) const;
  /// Makes a fact of a count and its noun, without what the counted did.
  bool emit_counted(const frame& f, const item& one, std::size_t noun, std::size_t end);

  /// Reads a count whose noun stands behind it; where it ends, nothing where it is no such count.
  std::optional<std::size_t> read_counted(const frame& f, const item& one, std::size_t next);

  /// Whether a number is part of a name or a length of time: 产值过百亿元的产业,
  /// 500万元以上工业项目, 连续4年.
  bool is_named(std::size_t n) const;

  /// Leaves a number that is no figure, and keeps whom its clause speaks of.
  std::size_t pass_over(std::size_t n, std::size_t c);

  /// 与2018年相比: what the growths behind it are against.
  void compare_with(frame& f, std::size_t start, std::size_t end);

  /// What earlier clauses of the head say of this one: their period, footing, status.
  void look_back(frame& f, std::size_t c);

  std::vector<std::string> subjects_of(frame& f, std::size_t count, std::string& region);

  /// Puts whom it is told of before a bare outcome: 亏损1.5亿元 of 电力行业.
  void name_outcome(const frame& f, std::vector<std::string>& names) const;

  std::size_t read_doubled(std::size_t i);

  /// Whether a word tells of its subject without a number: 正增长, 一定距离, 控制在指标内.
  bool speaks_without_number(std::size_t i) const;

  std::size_t read_words(std::size_t i);

  /// 与上年同期持平, 同全国一致
  std::size_t read_flat(std::size_t i);

  /// 居全省首位
  std::size_t read_first_place(std::size_t i);

  fact blank(const frame& f, const std::string& name, const std::string& region) const;

  std::optional<period> resolved(const span_words& span) const;
  /// The same where the sentence is about other words of time than those that it carries.
  std::optional<period> resolved(const span_words& span,
                                 const std::optional<span_words>& about) const;

  kebi::basis basis_of_reference(const frame& f) const;

  void place(fact& made, std::size_t from, std::size_t to) const;

  /// A one-sided bound has its number as the given end too.
  static void set_end(fact& made);

  /// The members of a list whose commas part clauses: A业,B业,C业增加值分别增长.
  std::vector<std::string> listed_by_commas(std::size_t c, std::size_t count,
                                            const std::string& last) const;

  /// The last indicators of the sentence, in their order.
  std::vector<std::string> recent_subjects(std::size_t most) const;

  void emit(frame& f, std::vector<item>& items, std::size_t n);
  /// Gives what a change comes from its own time, or none.
  void date_source(fact& made, const frame& f) const;
  void emit_structure(const frame& f, const std::vector<item>& items,
                      const std::vector<std::string>& names, const std::string& region);
  /// What is known of a number before it is told what it measures.
  struct statement {
    fact& made;
    const frame& f;
    const item& one;
    const numeral& value;
    bool bare;  // no word stands beside it
    bool ratio = false, target = false, verb = false, to = false;
    int sign = 0;
    std::string whole{}, object{}, reference{};
    std::optional<int> signed_by{};  // what turns it to signed space
  };

  /// Tells what a number measures, from its form and the words of its frame.
  void measure_of(fact& made, const frame& f, const item& one, const numeral& value,
                  bool bare) const;
  void measure_pull(statement& s) const;
  void measure_points(statement& s) const;
  kebi::measure subject_of_points(const statement& s) const;
  /// Whether the sentence has told an amount of an indicator.
  bool has_amount(std::string_view name) const;
  void measure_percent(statement& s) const;
  void measure_contribution(statement& s) const;
  void measure_change_in_percent(statement& s) const;
  kebi::measure measure_of_bare_percent(statement& s) const;
  void measure_amount(statement& s) const;
  kebi::bound bound_of(const statement& s) const;
  /// Its value in signed space.
  void put_value(statement& s) const;
  void put_footing(statement& s) const;

  const folded& text_;
  const tokens& w_;
  std::size_t first_, last_;
  const setting& given_;
  memory& carried_;
  std::size_t head_ = 0;
  std::vector<std::string> regions_;  // of a list of places
  std::vector<std::string> actors_;  // 甲公司、乙公司 of 甲公司、乙公司分别实现产值
  std::optional<memory> outside_;  // what was carried before brackets opened
  bool stretched_ = false;         // whether the last number stood behind 力争
  numeral number_of_;              // that the subject is looked for
  sentence result_;
};

}  // namespace kebi::grammar
