#include <algorithm>
#include <tuple>
#include <utility>

#include "kebi/text/cell_grid.hpp"

namespace kebi {
namespace {

/// Line ends and tabs part rows and cells, so that none may stand inside a cell.
std::string on_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

placed_grid placed_in(cell_grid from, std::string& text) {
  placed_grid made;
  made.name = std::move(from.name);
  made.unit = std::move(from.unit);
  made.start = text.size();
  std::ranges::stable_sort(from.cells, {}, [](const grid_cell& c) {
    return std::tuple{c.row, c.column};
  });
  std::size_t row = 0;
  for (grid_cell& each : from.cells) {
    if (each.text.find_first_not_of(" \t\r\n") == std::string::npos) continue;
    if (!made.cells.empty() && each.row != row) text += '\n';
    row = each.row;
    placed_cell one;
    static_cast<grid_cell&>(one) = std::move(each);
    one.start = text.size();
    text += on_one_line(std::move(one.text));
    one.end = text.size();
    one.text.clear();
    text += '\t';
    made.cells.push_back(std::move(one));
  }
  made.end = text.size();
  return made;
}

}  // namespace

grid_text lay_out(std::vector<document_part> parts) {
  grid_text made;
  for (document_part& part : parts) {
    if (!made.text.empty() && !made.text.ends_with('\n')) made.text += '\n';
    if (const auto* words = std::get_if<std::string>(&part)) {
      made.text += *words;
      continue;
    }
    made.grids.push_back(placed_in(std::move(std::get<cell_grid>(part)), made.text));  // empty ones keep their number
    made.text += '\n';
  }
  return made;
}

reading read_grids(std::vector<cell_grid> grids, const report_context& context) {
  std::vector<document_part> parts;
  for (cell_grid& each : grids) parts.emplace_back(std::move(each));
  return read_report(lay_out(std::move(parts)), context);
}

}  // namespace kebi
