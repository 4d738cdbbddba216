#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// Digits that are no numbers, told by the signs beside them, before a text is cut into words.

/// The end of a word in letters at a place, with the digits that belong to it: PM2.5, G1A-04, GDP;
/// the place itself where no letter stands.
std::size_t end_of_letters(std::string_view text, std::size_t at);

/// The end of a name that digits start which end at a place: 1+12+X, 5G, 3A; 0 where none goes on.
std::size_t end_of_digit_name(std::string_view text, std::size_t end, const vocabulary& known);

/// The end of a class of things, 30万吨级航道, 千亿级, whose number and unit end at a place; 0 where
/// it is none.
std::size_t end_of_class(std::string_view text, std::size_t end, const numeral& n);
inline constexpr std::string_view class_mark = "级";

/// The length of a time of day, 9:30, told by 上午 before it or 至17:00 behind it; 0 where none
/// stands.
std::size_t clock_at(std::string_view text, std::size_t at, const vocabulary& known);

/// Whether 112年 at a place would be a year of the Republic, as it starts its clause.
bool may_be_of_republic(std::string_view text, std::size_t at);

/// Quarters that share one noun: 一、二、三季度.
struct listed_quarters {
  std::size_t count = 0;
  std::array<span_words, 4> spans{};
  std::array<std::size_t, 4> begin{}, end{};  ///< their words, in bytes from the start
};

/// Reads quarters at the start of a text. At the start of a line 一、 before 二季度 is a list number,
/// unless 分别 follows.
listed_quarters quarters_listed(std::string_view text, bool starts_line);

/// The length of 3.1.2 before words; 0 for fewer than three parts, as 2.5 of 2.5产业.
std::size_t section_number_length(std::string_view name);

/// Whether a numeral with its unit, up to `end`, belongs to the name of a rate: 百万吨死亡率,
/// 十万人口火灾发生率.
bool names_rate(std::string_view text, std::size_t at, std::size_t end);

}  // namespace kebi::grammar
