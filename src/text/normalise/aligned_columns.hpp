#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kebi::grammar {

/// Blanks, or a line end, of a source that are read as something else.
struct gap {
  std::size_t begin = 0, end = 0;  ///< bytes of the source
  bool parts = true;               ///< two cells; else what stands beside it is one word
};

/// The gaps of tables as text extraction leaves them, a line a row and blanks between the
/// cells, in the order of the text. Such a table starts with a line of heads; a row whose
/// cells are broken over lines has as many cells as the heads once it is put together.
std::vector<gap> find_blank_rows(std::string_view source);

/// The gaps of tables as copies of pages have them: each cell on lines of its own, a line with a tab alone between
/// the cells of a row, and several empty lines between rows.
std::vector<gap> find_cells_on_lines(std::string_view source);

}  // namespace kebi::grammar
