#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "kebi/text/cell_grid.hpp"
#include "kebi/text/read_period.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "text/told.hpp"

namespace kebi::test {

inline const report_context& about_a_city() {
  static const catalogue all = standard_catalogue();
  static const report_context context = [] {
    report_context made;
    made.region = "安平市";
    made.period = read_period("2031-03");
    made.known = &all;
    return made;
  }();
  return context;
}

/// A grid of rows; a cell "^" goes on with the one above it, "<" with the one to its left.
inline cell_grid grid_of(const std::vector<std::vector<std::string>>& rows, std::string name = "") {
  cell_grid made{std::move(name), "", {}};
  const auto at = [&](std::size_t r, std::size_t c) {
    return std::ranges::find_if(made.cells, [&](const grid_cell& one) {
      return one.row <= r && r < one.row + one.rows && one.column <= c && c < one.column + one.columns;
    });
  };
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string& text = rows[r][c];
      if (text == "<") ++at(r, c - 1)->columns;
      else if (text == "^") ++at(r - 1, c)->rows;
      else if (!text.empty()) made.cells.push_back({r, c, 1, 1, text, cell_kind::text, 0});
    }
  return made;
}

inline std::string line_of(const fact& f) {
  std::string line = f.indicator + "@" + f.region + " " + (f.period ? code(*f.period) : "?") + " ";
  return line + told(f);
}

inline reading read(std::vector<cell_grid> grids, const report_context& context = about_a_city()) {
  return read_grids(std::move(grids), context);
}

inline std::vector<std::string> lines(const std::vector<std::vector<std::string>>& rows,
                               const std::string& name = "") {
  std::vector<std::string> found;
  for (const fact& each : read({grid_of(rows, name)}).report.facts) found.push_back(line_of(each));
  return found;
}

using all = std::vector<std::string>;

}  // namespace kebi::test
