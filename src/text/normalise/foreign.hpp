#pragma once

#include <string_view>

namespace kebi::grammar {

/// The language of a folded text whose sentences are not read: "English" or "Japanese"; empty for
/// Chinese, and for texts too short to tell.
std::string_view foreign_language(std::string_view text);

/// Why numbers in such a text are left unread, and what to call instead.
std::string_view why_foreign(std::string_view language);

}  // namespace kebi::grammar
