#pragma once

#include <string>
#include <string_view>

#include "kebi/core/config.hpp"

namespace kebi {

/// The UTF-8 text of a file's bytes: UTF-8 with or without a byte order mark, or
/// GB 18030, which Chinese spreadsheets still export, or Big5. Throws `read_error` with
/// the place of the first byte that is none of them, and for UTF-16 and UTF-32.
KEBI_API std::string to_utf8(std::string_view bytes);

/// The bytes up to the first that is not UTF-8; all of them if the text is.
KEBI_API std::size_t valid_utf8(std::string_view bytes);

}  // namespace kebi
