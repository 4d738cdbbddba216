#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/words/period_words.hpp"
#include "text/words/word_reader.hpp"

namespace kebi::grammar {

/// A year in four Arabic digits that a span may name.
std::optional<int> year_in_figures(word_reader& in);
/// 二〇一九, 二零一五 before 年.
std::optional<int> year_in_numerals(word_reader& in);
/// 民国112 before 年, and 112 alone where `bare` tells that no duration stands there: 2023.
std::optional<int> year_of_republic(word_reader& in, bool bare);

/// 2026-01-31, 2026/1/31, 2026.1.31 with the time of day behind it, and 2026-01: reads the month.
bool read_date(word_reader& in, span_words& found);

/// The length of a time of day at the start of a text: 07:00, 07:00:44, a blank before it included;
/// 0 where none stands.
std::size_t clock_length(std::string_view text);

/// Makes a span of months.
void take(span_words& found, int first, int last);

/// Reads the months that may follow a year or stand alone: 上半年, 前三季度, 1-5月份, 6月末.
class month_scanner {
 public:
  explicit month_scanner(const vocabulary& known) : known_{known} {}

  bool read(word_reader& in, span_words& found, bool after_year) const;

 private:
  bool named_months(word_reader& in, span_words& found, bool after_year) const;
  bool counted_months(word_reader& in, span_words& found) const;
  bool months_in_figures(word_reader& in, span_words& found, int first) const;
  void end_of_months(word_reader& in, span_words& found) const;

  const vocabulary& known_;
};

}  // namespace kebi::grammar
