#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kebi/io/csv.hpp"
#include "plan_columns.hpp"

namespace kebi {

/// Where the parts of a plan's table stand: rows of titles, one or two rows of heads, rows of data.
struct plan_layout {
  std::vector<table_cell> header;  ///< one row: the heads of both rows put together
  plan_columns columns;
  std::size_t first = 0;           ///< the first row of data
  std::string titles;              ///< what stands above the heads, a line a row
};

/// The layout of a table; nothing where it has no head of a plan. A head that is not the first row
/// names indicators and their targets.
std::optional<plan_layout> layout_of(const table& rows);

}  // namespace kebi
