#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/period/period.hpp"
#include "text/document/document.hpp"

namespace kebi::grammar {

/// A cell of the folded text, with its tokens.
struct cell {
  std::size_t begin = 0, end = 0;
  std::size_t first = 0, last = 0;
  bool empty() const { return begin == end; }
};
using row = std::vector<cell>;

std::string_view words_of(const document& source, const cell& c);
std::string printed(const document& source, const cell& c);
bool has_number(const document& source, const cell& c);

/// The first span of time that a cell names, told from the period of the report.
std::optional<period> span_in(const document& source, const cell& c,
                              const std::optional<period>& report);

/// The rows of a table. Rows of one cell above the heads belong to its title; lines that only
/// part the heads from the rest are left out.
struct table_rows {
  std::string title;
  std::vector<row> heads;  ///< several where a head stands over others
  std::vector<row> body;
};

/// Cuts the blocks [first, last) into cells at their tabs or bars.
table_rows cut_table(const document& source, std::size_t first, std::size_t last);

}  // namespace kebi::grammar
