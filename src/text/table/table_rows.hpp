#pragma once

#include <string>
#include <vector>

#include "text/table/table_grid.hpp"

namespace kebi::grammar {

/// The rows of one table by what they are. A grid may hold several, one below another.
struct table_rows {
  std::string title;       ///< of the rows above the heads that span the table
  std::vector<row> titles;
  std::vector<row> heads;  ///< several where a head stands over others
  std::vector<row> body;
  std::vector<row> notes;   ///< 注：…, below the body
  std::vector<row> orders;  ///< rows of column numbers and formulas: 甲 乙 1 2, A=B+C B C
  bool contents = false;    ///< 目录: its numbers are pages
};

/// Cuts a grid into tables.
std::vector<table_rows> cut_tables(const document& source, const table_grid& grid);

/// The cells of a row with words, each merged one once.
std::size_t filled(const row& cells);

}  // namespace kebi::grammar
