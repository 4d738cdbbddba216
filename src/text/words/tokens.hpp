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

/// Bytes of a folded text.
struct text_range {
  std::uint32_t begin = 0, end = 0;
};

/// The unit printed behind a number; empty where there is none.
struct printed_unit : text_range {
  bool bare_scale = false;         ///< 697万: 万 and 亿 are all of it
  bool over_ten_thousand = false;  ///< 1亿2000万元: in 亿, though 万 stands before it
};

/// How the digits of a number are written, and what keeps them from having a value.
struct notation {
  bool chinese = false;   ///< in Chinese numerals
  bool fraction = false;  ///< 四分之三, in percent
  /// More digits than any statistic has, or a fraction that no decimal is: 三分之二.
  bool too_large = false;
  bool broken = false;  ///< with a second point: 13..4
};

/// A number as it stands in a text, without what binds it: 1.2万余人 is 1.2, with more, in 万人.
struct numeral {
  decimal value;
  grammar::form form = form::plain;
  printed_unit unit;
  notation written;
  bool more = false;  ///< 余, 多 between the digits and the unit
  std::optional<decimal> upper{};  ///< 两三成: the upper end of a range
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
