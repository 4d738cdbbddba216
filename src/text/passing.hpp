#pragma once

#include <cstddef>
#include <string_view>

#include "tokens.hpp"

namespace kebi::grammar {

/// Why a number is no statistic, judged by the words right beside it: name, date,
/// duration, ordinal, list_number, title, idiom, other. Empty where it may be one.
std::string_view reason_to_pass(const folded& text, const tokens& words, std::size_t i);

}  // namespace kebi::grammar
