#pragma once

#include <vector>

#include "text/table/table_grid.hpp"

namespace kebi::grammar {

/// Whether a row says how columns give each other: 公式 | A=B+C | B | C.
bool is_formula_row(const document& source, const row& cells);

/// The heads above such a row with each cell over the columns that it is of: as many cells as there are sums
/// head a sum and its parts, as many as there are parts head the parts. Rows of a source that says which
/// cells are merged stay as they are, and so do rows of another number of cells.
std::vector<row> placed_by_formula(const document& source, std::vector<row> heads, const row& formula);

}  // namespace kebi::grammar
