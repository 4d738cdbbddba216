#include "bindings.hpp"
#include "kebi/text/cell_grid.hpp"
#include "text/given_lexicon.hpp"

namespace {

using cell_row = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t, int, std::string>;

kebi::cell_grid grid_from(std::string name, std::vector<cell_row> cells, std::string unit) {
  kebi::cell_grid made{std::move(name), std::move(unit), {}};
  made.cells.reserve(cells.size());
  for (cell_row& each : cells) {
    auto& [row, column, rows, columns, indent, text] = each;
    if (rows == 0 || columns == 0)
      throw kebi::error("a cell reaches over 0 rows or columns: expected 1 or more");
    made.cells.push_back({row, column, rows, columns, std::move(text), kebi::cell_kind::text, indent});
  }
  return made;
}

std::vector<cell_row> cells_of(const kebi::cell_grid& of) {
  std::vector<cell_row> cells;
  cells.reserve(of.cells.size());
  for (const kebi::grid_cell& c : of.cells)
    cells.emplace_back(c.row, c.column, c.rows, c.columns, c.indent, c.text);
  return cells;
}

/// Where each cell of the grids stands in the text: start, end, number of the grid, row, column.
std::vector<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t, std::size_t>> places_in(
    const kebi::grid_text& laid_out) {
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t, std::size_t>> places;
  for (std::size_t i = 0; i < laid_out.grids.size(); ++i)
    for (const kebi::placed_cell& c : laid_out.grids[i].cells)
      places.emplace_back(c.start, c.end, i, c.row, c.column);
  return places;
}

}  // namespace

void bind_grid(py::module_& m) {
  py::class_<kebi::cell_grid>(m, "CellGrid", R"(A table as cells with the text that a person sees.

Parameters
----------
name : str
    Of the sheet, or the caption; may be empty.
cells : list of tuple
    Row and column from 0, rows and columns that the cell reaches over, indent, text. Hidden rows
    and columns, and empty cells, are left out.
unit : str
    The unit of its figures, where something outside the table names it.

Examples
--------
>>> import kebi
>>> table = kebi.CellGrid("", [(0, 0, 1, 1, 0, "指标"), (0, 1, 1, 1, 0, "2019年"),
...                        (1, 0, 1, 1, 0, "出口"), (1, 1, 1, 1, 0, "5.2")], unit="亿元")
>>> kebi.read([table]).facts
[<Fact 出口 2019 actual level 5.2亿元>]
)")
      .def(py::init(&grid_from), "name"_a, "cells"_a, "unit"_a = "")
      .def_readonly("name", &kebi::cell_grid::name, "Of the sheet, or the caption.")
      .def_readonly("unit", &kebi::cell_grid::unit, "Of its figures, where something outside the table names it.")
      .def_property_readonly("cells", &cells_of, "Row, column, rows, columns, indent and text of each cell.")
      .def("__repr__", [](const kebi::cell_grid& g) {
        return "<CellGrid " + g.name + (g.name.empty() ? "" : ", ") + std::to_string(g.cells.size()) + " cells>";
      })
      .def("__eq__", [](const kebi::cell_grid& a, const kebi::cell_grid& b) {
        return a.name == b.name && a.unit == b.unit && cells_of(a) == cells_of(b);
      }, py::is_operator())
      .def(py::pickle([](const kebi::cell_grid& g) { return py::make_tuple(g.name, cells_of(g), g.unit); },
                      [](const py::tuple& t) {
                        return grid_from(t[0].cast<std::string>(), t[1].cast<std::vector<cell_row>>(),
                                         t[2].cast<std::string>());
                      }));
  m.def("read_parts",
        [](std::vector<kebi::document_part> parts, const kebi::catalogue& known, const std::string& region,
           const std::string& parent_region, std::optional<kebi::period> period, const std::string& file,
           const given_lexicon& lexicon) {
          const kebi::grid_text laid_out = kebi::lay_out(std::move(parts));
          kebi::report_context context{region, parent_region, period, &known, pointer_to(lexicon), file};
          kebi::reading found = kebi::read_report(laid_out, context);
          return std::tuple{std::move(found.report), std::move(found.passed), std::move(found.unread),
                            laid_out.text, places_in(laid_out)};
        },
        "parts"_a, "catalogue"_a, "region"_a, "parent_region"_a, "period"_a, "file"_a = "", "lexicon"_a = py::none());
}
