#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/text/read_phrase.hpp"
#include "plan_cells.hpp"
#include "plan_layout.hpp"

namespace kebi {

/// A row of a plan's table, and what is known of its figures.
struct plan_row {
  const std::vector<table_cell>& cells;
  const plan_columns& columns;
  row_name name;
  std::optional<kebi::period> when;  ///< of its outcomes
  std::string unit;                  ///< of its numbers; empty where none is stated
  phrase_context context;            ///< whom it is about; its period is set for each cell

  /// The cell in a column, if there is something in it.
  const table_cell* find(column which) const;
  const table_cell* find(const plan_column& of) const;
};

/// A fact of a row, the cell that states it, and whether it is of an earlier year. A cell that is not
/// understood is a fact of its words without a number, and why is in `refused`.
struct row_fact {
  fact stated;
  const table_cell* cell = nullptr;
  bool of_base = false;
  std::optional<read_error> refused;
};

/// Reads the targets of a row and then its outcomes.
std::vector<row_fact> read_figures(plan_row row);

}  // namespace kebi
