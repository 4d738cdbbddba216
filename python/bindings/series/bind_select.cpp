#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/series/growth/growth.hpp"
#include "kebi/series/year_to_date/single_months.hpp"
#include "tables.hpp"

using kebi::bounds_grid;
using kebi::grid;
using rows = std::vector<Eigen::Index>;

namespace {

/// Growth of an array into another one, with nothing around it.
void growth_over(const tables::doubles& values, int lag, const py::array& out, int threads) {
  const auto levels = tables::rows_in<kebi::block>(values);
  auto rates = tables::to_write<double>(out);
  const py::gil_scoped_release without;
  kebi::growth_over(levels, lag, rates, threads);
}

void bind_rows(py::module_& m) {
  m.def("rows_of", [](const grid& from, const rows& some) { return kebi::rows_of(from, some); },
        "of"_a, "rows"_a, "Some series, in the order asked for, absent where -1 is asked for.");
  m.def("rows_of", [](const bounds_grid& from, const rows& some) { return kebi::rows_of(from, some); },
        "of"_a, "rows"_a);
  m.def("lagged", &kebi::lagged, "of"_a, "columns"_a, "Each figure moved so many columns later.");
  m.def("bounds_of", &kebi::bounds_of, "published"_a, py::call_guard<py::gil_scoped_release>(),
        "What each published figure can be.");
}

}  // namespace

void bind_select(py::module_& m) {
  bind_rows(m);
  m.def("growth_over", &growth_over, "values"_a.noconvert(), "lag"_a, "out"_a, "threads"_a = 1,
        "Growth of levels over so many columns, into a given array.");
  m.def("lacks_january", [](const grid& of) { return kebi::lacks_january(of); }, "year_to_date"_a,
        "Whether February has figures and January none, in most years of some series.");
  m.def("scope_break_columns", &kebi::scope_break_columns, "factors"_a, "row"_a = 0,
        "Columns in which the scope certainly changed.");
  m.def("with_ratio_of_levels",
        [](const grid& levels, const grid& growths, Eigen::Index row) {
          const auto found = kebi::with_ratio_of_levels(levels, growths, row);
          return py::make_tuple(found.compared, found.agreeing, found.is_ratio_of_levels());
        },
        "levels"_a, "growths"_a, "row"_a = 0,
        "How many growths could be compared with the levels, how many agree, and whether all do.");
  m.def("require_one_vintage",
        [](const std::string& what, const std::string& one, const std::string& other) {
          kebi::require_one_vintage({what, {}, {}, kebi::measure::level, one},
                                    {what, {}, {}, kebi::measure::level, other});
        },
        "indicator"_a, "one"_a, "other"_a, "Refuses figures published at different times.");
}
