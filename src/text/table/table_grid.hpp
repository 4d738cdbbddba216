#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/period/period.hpp"
#include "kebi/text/cell_grid.hpp"
#include "text/document/document.hpp"

namespace kebi::grammar {

/// A cell of the folded text, with its tokens.
struct cell {
  std::size_t begin = 0, end = 0;
  std::size_t first = 0, last = 0;
  int indent = 0;        ///< blanks before its words, and steps by which it is moved in
  bool covered = false;  ///< by a merged cell, whose words it has
  bool empty() const { return begin == end; }
};
using row = std::vector<cell>;

/// The rows of a table as a rectangle of cells, whatever source they came from.
struct table_grid {
  std::vector<row> rows;
  std::vector<bool> apart;  ///< of each row, whether an empty row stands above it
  std::vector<bool> ruled;  ///< of each row, whether a line such as |---|---| stands above it
  bool spans = false;       ///< whether the source says which cells are merged
  std::string name, unit;
};

std::string_view words_of(const document& source, const cell& c);
std::string printed(const document& source, const cell& c);
bool has_number(const document& source, const cell& c);

/// The first span of time that a cell names, found from the period of the report; `year` where a
/// title names it.
std::optional<period> span_in(const document& source, const cell& c,
                              const std::optional<period>& report,
                              std::optional<int> year = std::nullopt);

/// The time that a cell is: 2019H1, 2019年1-6月, 2019.
std::optional<period> span_of_cell(const document& source, const cell& c,
                                   const std::optional<period>& report);

/// Where the rows end that start with a block. A line of words alone between rows of one width,
/// such as 一、工业, groups the rows below it.
std::size_t end_of_table(const document& source, std::size_t first);

/// The cells of the blocks [first, last), cut at their tabs or bars.
table_grid grid_of(const document& source, std::size_t first, std::size_t last);

/// The cells of a grid that its source has placed.
table_grid grid_of(const document& source, const placed_grid& placed);

}  // namespace kebi::grammar
