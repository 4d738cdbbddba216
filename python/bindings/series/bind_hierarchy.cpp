#include "kebi/series/hierarchy/roll_up.hpp"
#include "operations.hpp"

using kebi::hierarchy;
using kebi::period;
using tables::given;
using tables::input_of;

namespace {

using lines = std::vector<std::tuple<std::string, std::string, bool>>;

hierarchy tree_of(const lines& all) {
  std::vector<hierarchy::node> nodes;
  for (const auto& [name, whole, made_up] : all) nodes.push_back({name, whole, made_up});
  return hierarchy{std::move(nodes)};
}

kebi::tree_rows rows_of(const std::optional<std::string>& along, Eigen::Index beside) {
  return along ? kebi::tree_rows{tables::along_named(*along)} : kebi::tree_rows{beside};
}

/// Of a panel `along` says whether the tree is of its regions or of its indicators; of a grid
/// `beside` says how many rows each item has.
void bind_on_tree(py::module_& m, const kebi::on_tree& operation) {
  m.def(
      operation.what().name,
      [&operation](const py::object& levels, const hierarchy& tree, Eigen::Index beside,
                   const std::optional<std::string>& along, bool bounds, const given& out,
                   int threads) {
        return tables::run(operation, kebi::arguments{input_of(levels)}, {bounds, out, threads},
                           std::cref(tree), rows_of(along, beside));
      },
      "levels"_a, "tree"_a, "beside"_a = 1, py::kw_only(), "along"_a = py::none(),
      "bounds"_a = false, "out"_a = py::none(), "threads"_a = 1);
}

kebi::fill_from place_named(const std::string& from) {
  if (from == "parts") return kebi::fill_from::parts;
  if (from == "wholes") return kebi::fill_from::wholes;
  if (from == "both") return kebi::fill_from::both;
  throw kebi::error("items are filled from 'parts', 'wholes' or 'both': found '" + from + "'");
}

void bind_growth_of_items(py::module_& m) {
  m.def(
      "growth_of_items",
      [](const py::object& levels, const py::object& growths, const hierarchy& tree,
         const std::string& from, Eigen::Index beside, const std::optional<std::string>& along,
         bool bounds, const given& out, int threads) {
        return tables::run(kebi::growth_of_items,
                           kebi::arguments{input_of(levels), input_of(growths)},
                           {bounds, out, threads}, std::cref(tree), place_named(from),
                           rows_of(along, beside));
      },
      "levels"_a, "growths"_a, "tree"_a, "filled_from"_a, "beside"_a = 1, py::kw_only(),
      "along"_a = py::none(), "bounds"_a = false, "out"_a = py::none(), "threads"_a = 1);
}

/// A whole that its parts cannot give: its row, its span, and both bounds.
using unexplained = std::tuple<Eigen::Index, period, kebi::bounds, kebi::bounds>;

std::vector<unexplained> discrepancies(const py::object& levels, const hierarchy& tree,
                                       Eigen::Index beside,
                                       const std::optional<std::string>& along) {
  const kebi::argument of = input_of(levels);
  std::vector<unexplained> all;
  for (const kebi::unexplained_whole& each :
       kebi::discrepancies(of, tree, rows_of(along, beside)))
    all.emplace_back(each.row, of.time().span(each.column), each.published, each.from_parts);
  return all;
}

}  // namespace

void bind_hierarchy(py::module_& m) {
  py::class_<hierarchy>(m, "Hierarchy", "A tree of wholes and parts.")
      .def(py::init(&tree_of), "lines"_a, "From (name, its whole or '', whether its parts make it up).")
      .def("__len__", &hierarchy::size)
      .def("parts_of", [](const hierarchy& tree, std::size_t item) {
        if (item >= tree.size()) throw kebi::error("the hierarchy has no item " + std::to_string(item));
        return tree.parts_of(item);
      }, "item"_a);
  py::module_ operations = m.attr("operations");
  for (const auto* each : {&kebi::roll_up, &kebi::roll_down, &kebi::fill_missing,
                           &kebi::discrepancy})
    bind_on_tree(operations, *each);
  bind_growth_of_items(operations);
  m.def("list_of_discrepancies", &discrepancies, "levels"_a, "tree"_a, "beside"_a = 1,
        py::kw_only(), "along"_a = py::none());
}
