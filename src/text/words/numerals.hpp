#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// Whether one character is a Chinese numeral or multiplier.
bool is_numeral(std::string_view one);

/// The length of a list number at the start of a name: 1. 1、 一、 (一) ①; 0 where none stands.
std::size_t list_number_length(std::string_view name);

/// A number found at the start of a text, and how many bytes it takes.
struct scanned {
  numeral what;
  std::size_t length = 0;
};

/// Digits with thousands marks and a point, at the start of a folded text.
std::optional<scanned> scan_digits(std::string_view text);

/// A number in Chinese numerals up to 九千九百九十九, with decimals behind 点; 万 and 亿
/// belong to the unit unless more numerals follow them.
std::optional<scanned> scan_chinese(std::string_view text);

/// Reads the unit that stands at `at` behind a number, and what it makes of it.
void add_unit(std::string_view text, std::size_t& at, numeral& n, const vocabulary& known);

/// 980万 without a classifier is the number 9800000, good to its last printed digit.
void absorb_multipliers(std::string_view text, numeral& n);

/// Whether Chinese numerals in front of a unit are a number and no part of a word.
bool is_measured(const numeral& n, std::string_view unit, std::size_t characters);

}  // namespace kebi::grammar
