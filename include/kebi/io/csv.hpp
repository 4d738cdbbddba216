#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kebi/core/config.hpp"
#include "kebi/core/error.hpp"

namespace kebi {

/// One cell of a table, and where it stands in the text it came from.
struct table_cell {
  std::string text;
  place at;               ///< of its first character, inside the quotes
  std::size_t end = 0;    ///< the byte after its last character
  bool verbatim = true;   ///< its text is the very bytes from `at` to `end`
};

/// Rows of cells, not all of the same length.
using table = std::vector<std::vector<table_cell>>;

/// Reads comma-separated values (RFC 4180): quotes around a cell may hold
/// commas, line ends and doubled quotes. Blank lines are left out. Throws
/// `read_error` for a quote that is not closed or stands inside a bare cell.
KEBI_API table read_csv(std::string_view text, char separator = ',');

/// What separates the cells of a text: a comma, a tab or a semicolon, whichever its lines have most of.
KEBI_API char separator_of(std::string_view text);

/// Writes rows with LF line ends, quoting where it is needed.
KEBI_API std::string write_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace kebi
