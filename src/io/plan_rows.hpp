#pragma once

#include <string>
#include <vector>

#include "kebi/io/csv.hpp"
#include "plan_layout.hpp"

namespace kebi {

/// What a row of a plan's table is.
enum class row_kind {
  figures,  ///< of an indicator
  empty,    ///< an indicator that has none
  section,  ///< a heading over rows
  note,     ///< below the table
  blank,
  header    ///< the heads again, as on a new page
};

row_kind kind_of(const std::vector<table_cell>& row, const plan_layout& in);

}  // namespace kebi
