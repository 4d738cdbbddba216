#pragma once

#include <string>

#include "text/table/heads/column_heads.hpp"
#include "text/table/stub.hpp"

namespace kebi::grammar {

/// What stands around a cell: the heads of its column and its row.
struct cell_heads {
  const column& about;
  const row_head& row;
  const std::string& unit;  ///< of the row, its total or its column, whichever names one
  bool over_years = false;  ///< 〔16〕: reached over all years of a plan
  const catalogue* known = nullptr;
};

/// Gives a figure what the heads say of it and its cell does not say itself: its measure, its
/// unit, its sign and its basis.
void complete(fact& made, const cell_heads& of);

/// What of a completed fact the table leaves open: its unit, and what it measures, where no head
/// says it.
doubts doubts_of(const fact& made, const column& about, const stub_row& head, bool plain,
                 const catalogue* known);

}  // namespace kebi::grammar
