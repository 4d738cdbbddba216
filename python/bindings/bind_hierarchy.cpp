#include "blocks.hpp"
#include "kebi/series.hpp"

using blocks::along;
using kebi::bounds_grid;
using kebi::grid;
using kebi::hierarchy;
using kebi::period;

namespace {

const auto same_times = [](const auto& first, const auto&...) { return first.time; };

using lines = std::vector<std::tuple<std::string, std::string, bool>>;

hierarchy tree_of(const lines& all) {
  std::vector<hierarchy::node> nodes;
  for (const auto& [name, whole, made_up] : all) nodes.push_back({name, whole, made_up});
  return hierarchy{std::move(nodes)};
}

void bind_disagreements(py::module_& m) {
  along<2, const hierarchy&, Eigen::Index>::bind(
      m, "disagreements", same_times,
      [](const auto& levels, const auto& within, const hierarchy& tree, Eigen::Index beside, const auto& into, int) {
        kebi::disagreements(tree, levels, within, into, beside);
      },
      "levels"_a, "within"_a, "tree"_a, "beside"_a, "Wholes less their parts, where no rounding explains the difference.");
  m.def("disagreements",
        [](const grid& levels, const bounds_grid& within, const hierarchy& tree, Eigen::Index beside, const blocks::given& out) {
          return blocks::worked<false>(levels.time, levels.rows(), out, [&](const kebi::figures_out& into) {
            kebi::disagreements(tree, levels, within, into, beside);
          });
        },
        "levels"_a, "within"_a, "tree"_a, "beside"_a, py::kw_only(), "out"_a = py::none());
}

template <class Levels>
std::vector<std::tuple<Eigen::Index, period, kebi::bounds, kebi::bounds>> listed(const Levels& levels, const hierarchy& tree,
                                                                                 Eigen::Index beside) {
  std::vector<std::tuple<Eigen::Index, period, kebi::bounds, kebi::bounds>> all;
  for (const auto& each : kebi::list_of_disagreements(tree, levels, beside))
    all.emplace_back(each.row, levels.time.span(each.column), each.published, each.from_parts);
  return all;
}

/// One component of shift-share, at the later of two spans.
void bind_shift_component(py::module_& m, const char* name, kebi::shift_component what, const char* says) {
  along<1, Eigen::Index, int, int>::bind(
      m, name,
      [](const auto& levels, Eigen::Index, int, int after) { return kebi::span_alone(levels.time, after); },
      [what](const auto& levels, Eigen::Index industries, int before, int after, const auto& into, int) {
        kebi::shift_components(what, levels, industries, before, after, into);
      },
      "levels"_a, "industries"_a, "before"_a, "after"_a, says);
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
  along<1, const hierarchy&, Eigen::Index>::bind(
      m, "rolled_up", same_times,
      [](const auto& levels, const hierarchy& tree, Eigen::Index beside, const auto& into, int) {
        kebi::rolled_up(tree, levels, into, beside);
      },
      "levels"_a, "tree"_a, "beside"_a, "Absent wholes as the sum of their parts (汇总).");
  along<1, const hierarchy&, Eigen::Index>::bind(
      m, "rolled_down", same_times,
      [](const auto& levels, const hierarchy& tree, Eigen::Index beside, const auto& into, int) {
        kebi::rolled_down(tree, levels, into, beside);
      },
      "levels"_a, "tree"_a, "beside"_a, "The one absent part of a whole (推算缺项).");
  along<1, const hierarchy&, Eigen::Index>::bind(
      m, "filled_from_sums", same_times,
      [](const auto& levels, const hierarchy& tree, Eigen::Index beside, const auto& into, int) {
        kebi::filled(tree, levels, into, beside);
      },
      "levels"_a, "tree"_a, "beside"_a, "All that sums tell: rolled up, and then down.");
  bind_disagreements(m);
  m.def("list_of_disagreements", &listed<grid>, "levels"_a, "tree"_a, "beside"_a);
  m.def("list_of_disagreements", &listed<bounds_grid>, "levels"_a, "tree"_a, "beside"_a,
        "Rows and spans of wholes that their parts cannot give, with both bounds.");
  m.def("rows_of_items", [](const grid& of, const std::vector<Eigen::Index>& rows) { return kebi::rows_of_items(of, rows); },
        "of"_a, "rows"_a, "Rows in the order asked for, absent where -1 is asked for.");
  m.def("rows_of_items", [](const bounds_grid& of, const std::vector<Eigen::Index>& rows) { return kebi::rows_of_items(of, rows); },
        "of"_a, "rows"_a);
  bind_shift_component(m, "national_component", kebi::shift_component::national, "Had it grown like everything everywhere.");
  bind_shift_component(m, "industry_component", kebi::shift_component::industry, "Because its industry grew otherwise.");
  bind_shift_component(m, "regional_component", kebi::shift_component::regional, "Because the region did otherwise.");
}
