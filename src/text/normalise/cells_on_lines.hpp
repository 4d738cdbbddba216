#pragma once

#include <string_view>
#include <vector>

#include "text/normalise/aligned_columns.hpp"

namespace kebi::grammar {

/// The gaps of tables as copies of pages have them: each cell on lines of its own, a line with a tab alone between
/// the cells of a row, and several empty lines between rows.
std::vector<gap> find_cells_on_lines(std::string_view source);

}  // namespace kebi::grammar
