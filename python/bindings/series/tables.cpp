#include "tables.hpp"

#include "operations.hpp"

namespace tables {

namespace {

template <class Table>
std::optional<kebi::argument> as(const py::handle& table) {
  if (!py::isinstance<Table>(table)) return std::nullopt;
  return kebi::argument{table.cast<const Table&>()};
}

template <class... Tables>
std::optional<kebi::argument> as_one_of(const py::handle& table) {
  std::optional<kebi::argument> found;
  (void)((found = as<Tables>(table), found.has_value()) || ...);
  return found;
}

template <class Block>
py::object labelled_as(const kebi::description& what, const kebi::arguments& in,
                       const kebi::result_shape& shape, Block figures) {
  kebi::table_kind kind = in[0].kind();
  for (int i = 0; i < in.count() && kind != kebi::table_kind::plain; ++i)
    kind = std::max(kind, in[i].kind());
  if (kind == kebi::table_kind::plain) return py::cast(std::move(figures));
  if (kind == kebi::table_kind::single)
    return py::cast(kebi::basic_series<Block>{kebi::detail::heading_of_result(what, in, shape),
                                              std::move(figures)});
  return py::cast(kebi::basic_panel<Block>{kebi::detail::labels_of_result(what, in, shape),
                                           std::move(figures)});
}

}  // namespace

kebi::argument input_of(const py::handle& table) {
  using namespace kebi;
  if (py::isinstance<py::tuple>(table)) {
    const auto pair = py::reinterpret_borrow<py::tuple>(table);
    if (pair.size() != 2) throw py::type_error("derived figures are given with their bounds, a pair");
    return {input_of(pair[0]), *input_of(pair[1]).bounds()};
  }
  if (auto found = as_one_of<grid, series, panel, bounds_grid, series_bounds, panel_bounds>(table))
    return *std::move(found);
  throw py::type_error("an operation takes a Grid, a Series or a Panel, or bounds of one: found " +
                       std::string(py::str(py::type::of(table))));
}

py::object labelled(const kebi::description& what, const kebi::arguments& in,
                    const kebi::result_shape& shape, kebi::grid figures) {
  return labelled_as(what, in, shape, std::move(figures));
}
py::object labelled(const kebi::description& what, const kebi::arguments& in,
                    const kebi::result_shape& shape, kebi::bounds_grid figures) {
  return labelled_as(what, in, shape, std::move(figures));
}

kebi::along along_named(const std::string& names) {
  if (names == "regions") return kebi::along::regions;
  if (names == "indicators") return kebi::along::indicators;
  throw kebi::error("items run along 'regions' or 'indicators': found '" + names + "'");
}

}  // namespace tables
