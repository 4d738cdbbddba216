#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "kebi/core/config.hpp"
#include "kebi/text/read_report.hpp"

namespace kebi {

/// What a cell holds, where its source says so.
enum class cell_kind : std::uint8_t { text, number, date };

/// A cell of a grid with the text that a person sees: 4.8 where 4.7963 is shown with one decimal.
struct grid_cell {
  std::size_t row = 0, column = 0;    ///< from 0, as the source counts; of a merged cell the first
  std::size_t rows = 1, columns = 1;  ///< that a merged cell reaches over
  std::string text;
  cell_kind kind = cell_kind::text;
  int indent = 0;  ///< steps by which the text is moved in, besides its own blanks
};

/// A table: a sheet of a workbook, a table of a Word document, of a page or of a text. Hidden rows
/// and columns are left out, and so may empty cells be; rows and columns keep their numbers.
struct cell_grid {
  std::string name;  ///< of the sheet, or the caption; may be empty
  std::string unit;  ///< of its figures, where a line above the table or the caller names it
  std::vector<grid_cell> cells;
};

/// A stretch of text, or a grid.
using document_part = std::variant<std::string, cell_grid>;

/// A cell of a grid and where its text stands in the text of the whole document.
struct placed_cell : grid_cell {
  std::size_t start = 0, end = 0;  ///< bytes, end exclusive
};

/// A grid in the text of its document: a line a row, its cells with tabs between them.
struct placed_grid {
  std::string name, unit;
  std::size_t start = 0, end = 0;
  std::vector<placed_cell> cells;  ///< in reading order
};

/// The text that the parts of a document make, in which facts have their places.
struct grid_text {
  std::string text;
  std::vector<placed_grid> grids;  ///< in the order of the text
};

/// Puts the parts one below another. Cells without text are left out; line ends and tabs inside
/// cells become blanks.
KEBI_API grid_text lay_out(std::vector<document_part> parts);

/// Reads a document with grids; as `read_report` reads its text, except that cells, spans and
/// indents are known and need not be found.
KEBI_API reading read_report(const grid_text& source, const report_context& context = {});

/// Reads grids alone.
KEBI_API reading read_grids(std::vector<cell_grid> grids, const report_context& context = {});

}  // namespace kebi
