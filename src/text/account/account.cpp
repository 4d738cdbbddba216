#include "text/account/account.hpp"

#include <algorithm>

#include "text/account/claimed_text.hpp"
#include "text/account/set_phrases.hpp"
#include "text/normalise/foreign.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/digit_names.hpp"
#include "text/words/not_statistics.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

class accountant {
 public:
  accountant(const document& source, ledger& numbers)
      : source_{source}, words_{source.words()}, text_{numbers.text()}, numbers_{numbers} {}

  void run() {
    const bool chinese = has_chinese(text_);
    for (const block& one : source_.blocks()) leave_foreign(one, chinese);
    for (const block& one : source_.blocks()) {
      if (one.is == line_kind::furniture)
        furniture(one);
      else
        list_number(one);
    }
    pass_set_phrases(numbers_, *words_.known);
    for (const token& t : words_.all)
      if (t.is == word::number && words_.numbers[t.at].written.fraction)
        numbers_.leave(t.begin, t.end, why_left(words_.numbers[t.at]));
    leave_halves();
    std::size_t i = 0;  // the token that a digit stands in
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!is_digit(text_[at]) || numbers_.holds(at)) continue;
      while (i < words_.all.size() && words_.all[i].end <= at) ++i;
      if (i < words_.all.size() && words_.all[i].begin <= at) account(i, at);
      numbers_.leave(at, end_of_digits(at, text_.size()), "no indicator found for it");
    }
    numbers_.close();
  }

 private:
  /// The end of a run of digits that nothing holds; `at` itself where one is held.
  std::size_t end_of_digits(std::size_t at, std::size_t last) const {
    while (at < last && is_digit(text_[at]) && !numbers_.holds(at)) ++at;
    return at;
  }

  /// The numbers of a line that belongs to the page: times, counts of readers, page numbers.
  void furniture(const block& one) {
    for (std::size_t at = one.begin; at < one.end; ++at) {
      if (!is_digit(text_[at])) continue;
      std::size_t end = at, behind = at;
      bool dated = false;
      while (behind < one.end) {
        const std::string_view part = character(text_.substr(behind));
        const bool field = std::string_view{"年月日时分秒:/-"}.find(part) != std::string_view::npos;
        if (!is_digit(part.front()) && !field && part != " " && part != ".") break;
        dated = dated || field;
        behind += part.size();
        if (is_digit(part.front()) || part.size() > 1) end = behind;
      }
      numbers_.pass(at, end, dated ? "date" : "other");
      at = end - 1;
    }
  }

  /// Leaves the numbers of a paragraph in another language, or of a line of data. Rows are read
  /// where the document speaks Chinese.
  void leave_foreign(const block& one, bool chinese) {
    if (one.is == line_kind::furniture || (one.is == line_kind::row && chinese)) return;
    const std::string_view reason = why_foreign(text_.substr(one.begin, one.end - one.begin));
    for (std::size_t at = one.begin; at < one.end && !reason.empty(); ++at) {
      std::size_t end = at;
      while (end < one.end && (is_digit(text_[end]) || (end > at && (text_[end] == '.' || text_[end] == ','))))
        ++end;
      while (end > at && !is_digit(text_[end - 1])) --end;
      numbers_.leave(at, end, reason);
      if (end > at) at = end;
    }
  }

  /// 一、 (一) 1、 1. at the start of a block or a cell, 表一, and the numbers of rows.
  void list_number(const block& one) {
    if (one.first < one.last && words_.all[one.first].is == word::period) return;  // 一、二、三季度
    std::size_t at = one.begin;
    while (at < one.end &&
           (text_[at] == '#' || text_[at] == ' ' || text_[at] == '-' || text_[at] == '|'))
      ++at;
    const std::string_view line = text_.substr(at, one.end - at);
    if (const std::size_t length = list_number_length(line))
      return numbers_.pass(at, at + length, "list_number");
    const bool named = line.starts_with("表") || line.starts_with("图");
    std::size_t length = named ? std::string_view{"表"}.size() : 0;
    const std::size_t start = length;
    while (length < line.size() && length - start <= 9) {
      const std::string_view next = character(line.substr(length));
      if (!is_digit(next.front()) && !(named && is_numeral(next))) break;
      if (length > start && is_digit(next.front()) != is_digit(line[length - 1]))
        break;  // 表一2019年
      length += next.size();
    }
    if (length == start || length - start > 9) return;
    const std::string_view behind = line.substr(length);
    const bool counts_rows =
        one.is == line_kind::row && (behind.starts_with('\t') || behind.starts_with('|'));
    if (named || counts_rows) numbers_.pass(at, at + length, "list_number");
  }

  /// Passes a run of digits that nothing holds, or leaves it; `at` is its start, in token i.
  void account(std::size_t i, std::size_t at) {
    const token& t = words_.all[i];
    std::size_t begin = at, end = end_of_digits(at, t.end);
    if (t.is == word::period || t.is == word::number) {
      if (!numbers_.holds_any(t.begin, t.end)) begin = t.begin, end = t.end;
      if (t.is == word::number && !in_title(text_, at, at)) return number(i, begin, end);
      if (t.is == word::number) begin = at, end = end_of_digits(at, t.end);
      const bool lasts = t.is == word::period && words_.spans[t.at].years.several != 0;  // 近3年
      return numbers_.pass(begin, end, in_title(text_, at, at) ? "title" : lasts ? "duration" : "date");
    }
    if (in_title(text_, at, at)) return numbers_.pass(begin, end, "title");
    name(t, begin, end);
  }

  /// Passes a name with digits, PM2.5, G1A-04, 1+12+X, 30万吨级, or a time of day, 9:30.
  void name(const token& t, std::size_t begin, std::size_t end) {
    const auto joins = [&](std::size_t k) {
      const char c = text_[k];
      return !numbers_.holds(k) && (is_digit(c) || is_letter(c) || c == '.' || c == '-' ||
                                    c == '+' || c == ':');
    };
    while (begin > t.begin && joins(begin - 1)) --begin;
    while (end < t.end && joins(end)) ++end;
    while (end > begin && (text_[end - 1] == '.' || text_[end - 1] == '-' || text_[end - 1] == ':'))
      --end;
    const std::size_t unit = words_.known->unit_length(text_.substr(end));
    const std::size_t behind = end + unit + class_mark.size();
    if (unit > 0 && behind <= t.end && text_.substr(end + unit).starts_with(class_mark)) end = behind;
    const bool clock = text_.substr(begin, end - begin).find(':') != std::string_view::npos;
    numbers_.pass(begin, end, clock ? "date" : "name");
  }

  word kind(std::size_t k) const { return k < words_.all.size() ? words_.all[k].is : word::stop; }

  /// The words that belong to a number passed over for a reason: 13-04地块, 16号线, 三年.
  std::size_t end_with_tail(std::size_t i, std::size_t from, std::size_t to,
                            std::string_view reason) const {
    const numeral& n = words_.numbers[words_.all[i].at];
    if (reason == "name" && n.unit.begin == n.unit.end && kind(i + 1) == word::dash &&
        kind(i + 2) == word::number && !numbers_.holds_any(from, words_.all[i + 2].end))
      to = words_.all[i + 2].end;
    if (reason == "name" && i + 1 < words_.all.size())
      for (const auto& [tail, detail, number] : (*words_.known)[group::name_tail])
        if (text_.substr(to).starts_with(tail) && !numbers_.holds_any(to, to + tail.size()))
          return to + tail.size();
    if (reason == "duration" && text_.substr(to).starts_with("年")) return to + 3;
    if (reason == "other" && kind(i + 1) == word::after &&
        !numbers_.holds_any(to, words_.all[i + 1].end))
      return words_.all[i + 1].end;
    return to;
  }

  /// Passes a number with the words that belong to it, in quotes all that they hold: "从0到1".
  void pass_with_words(std::size_t i, std::size_t from, std::size_t to, std::string_view reason) {
    const quoted_words quoted = quotes_around(words_, i);
    if (!quoted.empty()) {
      const std::size_t open = words_.all[quoted.open].end, close = words_.all[quoted.close].begin;
      if (!numbers_.holds_any(open, close)) return numbers_.pass(open, close, reason);
    }
    numbers_.pass(from, end_with_tail(i, from, to, reason), reason);
  }

  /// 31个行业中,: the set that the sentence speaks of.
  bool is_set_spoken_of(std::size_t i) const {
    for (std::size_t k = i + 1; k < i + 16; ++k) {
      if (kind(k) == word::number || kind(k) == word::stop) return false;
      if (kind(k) == word::comma && text_.substr(0, words_.all[k].begin).ends_with("中"))
        return true;
    }
    return false;
  }

  void number(std::size_t i, std::size_t from, std::size_t to) {
    const numeral& n = words_.numbers[words_.all[i].at];
    if (n.form == form::ordinal) return numbers_.pass(from, to, "ordinal");
    if (const std::string_view reason = reason_to_pass(source_.text(), words_, i); !reason.empty())
      return pass_with_words(i, from, to, reason);
    const std::string_view unit = text_.substr(n.unit.begin, n.unit.end - n.unit.begin);
    if ((*words_.known)[group::time_unit].has(unit))  // no statistic where no fact holds it
      return numbers_.pass(from, to, "duration");
    // In brackets beside a comparison: the value of what is compared with.
    if (i > 0 && kind(i - 1) == word::open && kind(i + 1) == word::close)
      return numbers_.pass(from, to, unit.empty() ? "list_number" : "other");
    if (is_set_spoken_of(i)) return numbers_.pass(from, to, "other");
    if (from > 0 && text_[from - 1] == '=') return numbers_.pass(from, to, "other");  // 上年=100
    const bool threshold = starts_with_any(text_.substr(to), {"及以上", "及以下"});
    if (kind(i + 1) == word::after && kind(i + 2) == word::text)  // 500万元以上项目
      return numbers_.pass(from, words_.all[i + 1].end, "name");
    if (threshold) return numbers_.pass(from, to, "name");
    const bool goes_on = kind(i + 1) != word::comma && kind(i + 1) != word::stop;
    if (unit.empty() && n.value.decimals() == 0 && !n.written.too_large && goes_on)
      return numbers_.pass(from, to, "name");
    numbers_.leave(from, to, why_left(n));
  }

  static std::string_view why_left(const numeral& n) {
    if (n.written.fraction && n.written.too_large)
      return "a fraction that no decimal gives exactly";
    if (n.written.broken) return "a number with more than one point";
    return n.written.too_large ? "more digits than any statistic has" : "no indicator found for it";
  }

  /// Not half a year (近半年, 经过半年), and not the saying that half the time is over.
  bool is_half_of_something(std::size_t from, std::size_t to) const {
    const std::string_view before = text_.substr(0, from);
    const bool of_time =
        before.ends_with("时间") || before.ends_with("经") || before.ends_with("通");
    return !of_time && !starts_with_any(text_.substr(to), {"年", "个", "月", "天", "小时", "辈"});
  }
  /// 占比过半, 近半: numbers that are told without one. 半 is looked for by its last byte, which
  /// is far rarer than its first.
  void leave_halves() {
    constexpr std::string_view half = "半";
    for (std::size_t last = text_.find(half.back()); last != std::string_view::npos;
         last = text_.find(half.back(), last + 1)) {
      const std::string_view before = text_.substr(0, last + 1);
      if (!before.ends_with(half)) continue;
      const std::size_t at = last + 1 - half.size();
      std::size_t from = at, to = at + half.size();
      for (const std::string_view prefix : {"过", "近", "一"})
        if (text_.substr(0, at).ends_with(prefix)) from = at - prefix.size();
      if (from == at && text_.substr(to).starts_with("数")) to += 3;
      if (to - from > half.size() && is_half_of_something(from, to))
        numbers_.leave(from, to, "a half stated in words");
    }
  }

  const document& source_;
  const tokens& words_;
  std::string_view text_;
  ledger& numbers_;
};

/// Passes the numbers and dates of a stretch over, each by itself.
void pass_numbers(ledger& numbers, const tokens& words, const left_stretch& within) {
  auto at = std::ranges::lower_bound(words.all, within.begin, {}, &token::begin);
  for (; at != words.all.end() && at->end <= within.end; ++at)
    if (at->is == word::number || at->is == word::period)
      numbers.pass(at->begin, at->end, within.reason);
}

}  // namespace

void account_for(const document& source, const std::vector<std::size_t>& unclear,
                 const std::vector<left_stretch>& left, reading& result) {
  ledger numbers{source, result};
  const tokens& words = source.words();
  for (const std::size_t i : unclear)
    numbers.leave(words.all[i].begin, words.all[i].end,
                  "it may belong to the profit or to its loss");
  for (const left_stretch& each : left)
    each.passed ? pass_numbers(numbers, words, each)
                : numbers.leave(each.begin, each.end, each.reason);
  accountant{source, numbers}.run();
}

}  // namespace kebi::grammar
