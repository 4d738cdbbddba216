#pragma once

#include <string_view>

namespace kebi::grammar {

/// Why a line or a paragraph of a folded text is not read, and what to call instead: a sentence in
/// another language than Chinese, a line of a data table. Empty where it may be read.
std::string_view why_foreign(std::string_view text);

/// Whether any Chinese character stands in a text.
bool has_chinese(std::string_view text);

}  // namespace kebi::grammar
