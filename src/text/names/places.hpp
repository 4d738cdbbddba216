#pragma once

#include <cstddef>
#include <string_view>

#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// The length of the place that words start with: 嘉定区, 阿坝藏族羌族自治州; 0 where none does.
/// 地区, 园区, 城市 and the like are none.
std::size_t place_length(std::string_view words,
                         const vocabulary& known = vocabulary::standard());

/// Whether words are a place and no more.
inline bool is_place(std::string_view words, const vocabulary& known = vocabulary::standard()) {
  return !words.empty() && place_length(words, known) == words.size();
}

}  // namespace kebi::grammar
