#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/words/chinese_numerals.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// 万 and 亿.
inline constexpr std::int64_t ten_thousand = 10'000, hundred_million = 100'000'000;

/// The length of a list number at the start of a name: 1. 1、 一、 (一) ① 3.1.2; 0 where none stands.
std::size_t list_number_length(std::string_view name);

/// Digits with thousands marks and a point, at the start of a folded text. With a second point,
/// 13..4, they are no number, and `broken`.
std::optional<scanned> scan_digits(std::string_view text);

/// Adds what goes on behind 亿 and 万 in digits: 1亿2000万 is 1.2000亿, 12万3456 is 123456.
void add_lower_parts(std::string_view text, scanned& number);

/// Reads the unit that stands at `at` behind a number, and what it makes of it.
void add_unit(std::string_view text, std::size_t& at, numeral& n, const vocabulary& known);

/// The length of a minus at a place that is told by a word or an arrow, or has a blank behind it, at
/// the start of a cell: - 0.9%, 负0.9%, ▼2%; with `reached` also 为负3.2%.
std::size_t leading_minus(std::string_view text, std::size_t at, bool reached);

/// Whether a unit is 万 or 亿 without a classifier: 697万.
bool is_only_multipliers(std::string_view unit);

/// Whether Chinese numerals in front of a unit are a number and no part of a word.
bool is_measured(const numeral& n, std::string_view unit, std::size_t characters);

}  // namespace kebi::grammar
