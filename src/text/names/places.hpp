#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// The length of the place that words start with: 嘉定区, 阿坝藏族羌族自治州; 0 where none does.
/// 地区, 园区, 城市 and the like are none.
std::size_t place_length(std::string_view words,
                         const vocabulary& known = vocabulary::standard());

/// 保障全市, 比全国: what a report itself is about, behind other words.
bool ends_with_own_region(std::string_view words, const vocabulary& known);

/// The length of the level of government that a budget's name starts with: 市本级 of 市本级政府性基金收入; 0 where none does.
std::size_t level_length(std::string_view name, const vocabulary& known);

/// 市本级 of (二)市本级一般公共预算; empty where a heading names no level, or all of the place as well.
std::string level_in_heading(std::string_view heading, const vocabulary& known);

/// Whether words are a place and no more.
inline bool is_place(std::string_view words, const vocabulary& known = vocabulary::standard()) {
  return !words.empty() && place_length(words, known) == words.size();
}

}  // namespace kebi::grammar
