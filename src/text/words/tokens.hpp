#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/core/decimal.hpp"
#include "kebi/core/unit.hpp"
#include "text/normalise/folded.hpp"
#include "text/words/period_words.hpp"
#include "text/words/vocabulary.hpp"
#include "text/words/word.hpp"

namespace kebi::grammar {

/// What a number's unit makes of it.
enum class form : std::uint8_t {
  plain,    // 172.8亿元, 22家, or no unit
  percent,  // 11.4%, 百分之九
  points,   // 个百分点
  times,    // 倍
  tenths,   // 成
  ordinal,  // 第4位
};

/// A number as it stands in a text, without what binds it.
struct numeral {
  decimal value;
  grammar::form form = form::plain;
  std::uint32_t unit_begin = 0, unit_end = 0;  // of the folded text; equal where there is no unit
  bool chinese = false;                        // in Chinese numerals
  bool more = false;                           // 余, 多 between the digits and the unit
  std::uint8_t zeros = 0;                      // of 万 and 亿 without a unit, in the value
  bool too_large = false;                      // more digits than any statistic has
  bool fraction = false;                       // 四分之三, in percent
  bool endless = false;                        // 三分之二: too many digits, as no decimal is it
};

/// A word of a folded text; `at` is its place among the numbers or the spans.
struct token {
  word is = word::text;
  std::int8_t sense = 0;
  std::uint32_t begin = 0, end = 0;
  std::uint32_t at = 0;
};

/// The words of a text in the order in which they stand.
struct tokens {
  std::vector<token> all;
  std::vector<numeral> numbers;
  std::vector<span_words> spans;
  const vocabulary* known = nullptr;  ///< that the text was cut with
};

/// Cuts a range of a folded text into words. Never fails.
tokens tokenize(const folded& text, std::size_t begin, std::size_t end, const vocabulary& known);
inline tokens tokenize(const folded& text, const vocabulary& known) {
  return tokenize(text, 0, text.text().size(), known);
}

/// The unit that words name; none where they are no unit of anything.
std::optional<unit> unit_named(std::string_view words);

/// The unit of a number as facts carry it: %, 个百分点, or as printed; empty where
/// the number has none.
std::string unit_of(const folded& text, const numeral& n);

}  // namespace kebi::grammar
