#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// A number found at the start of a text, and how many bytes it takes.
struct scanned {
  numeral what;
  std::size_t length = 0;
};

/// Whether one character is a Chinese numeral or multiplier.
bool is_numeral(std::string_view one);

/// The digit that a character is, 两 and 〇 included; -1 where it is none.
int chinese_digit(std::string_view one);

/// A number in Chinese numerals, with decimals behind 点. 万 and 亿 belong to the unit unless more
/// numerals follow them: 一百二十三亿四千五百六十七万 is 123.4567亿. Two neighbours are a range: 两三百.
std::optional<scanned> scan_chinese(std::string_view text);

/// A number in Chinese numerals, or in digits.
std::optional<scanned> scan_either(std::string_view text);

/// 百分之九, 千分之3 at the start of a text: a number of %, or of ‰.
std::optional<scanned> scan_percent_in_words(std::string_view text);

/// A share told as a fraction at the start of a folded text: 四分之三, 万分之5, 十万分之八点五,
/// 3/4. In percent, as exact as it is printed; `too_large` where no decimal is (三分之二). Nothing for
/// 百分之 and 千分之, whose units are % and ‰.
std::optional<scanned> scan_fraction(std::string_view text);

}  // namespace kebi::grammar
