#pragma once

#include <cstddef>
#include <string_view>

#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// Whether a place stands inside 《…》: an opening mark in the 150 bytes before it and none that
/// closes, and a closing one in those behind it.
bool in_title(std::string_view text, std::size_t begin, std::size_t end);

/// The quotes around a word of a sentence, close by and without a comma between: their tokens.
struct quoted_words {
  std::size_t open = 0, close = 0;
  bool empty() const { return close == 0; }
};
quoted_words quotes_around(const tokens& words, std::size_t i);

/// Why a number is no statistic, judged by the words right beside it: name, date,
/// duration, ordinal, list_number, title, idiom, other. Empty where it may be one.
std::string_view reason_to_pass(const folded& text, const tokens& words, std::size_t i);

}  // namespace kebi::grammar
