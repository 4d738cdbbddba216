#include <pybind11/functional.h>

#include "columns_of_arrays.hpp"
#include "kebi/series/long_table/by_frequency.hpp"

using tables::bytes;
using tables::codes;
using tables::doubles;
using kebi::grid;
using kebi::period;
using kebi::timeline;

void bind_long_table(py::module_& m) {
  m.def("filled",
        [](int regions, int indicators, const timeline& time, const codes& region, const codes& indicator,
           const codes& end, const doubles& values, const std::optional<bytes>& status, kebi::on_conflict rule,
           const std::function<std::string(int, int)>& place) {
          std::vector<kebi::duplicate> found;
          std::optional<grid> made;
          kebi::coded_rows rows{tables::span_of(region), tables::span_of(indicator), tables::span_of(end),
                                tables::span_of(values)};
          if (status) rows.status = tables::span_of(*status);
          {
            const py::gil_scoped_release without;
            made.emplace(grid::blank(time, Eigen::Index{regions} * indicators));
            found = kebi::fill(rows, regions, indicators, *made, rule, [&](std::int32_t r, std::int32_t k) {
              const py::gil_scoped_acquire with;
              return place(r, k);
            });
          }
          std::vector<std::tuple<std::size_t, double, double>> told;
          for (const auto& each : found) told.emplace_back(each.row, each.kept, each.other);
          return py::make_tuple(std::move(*made), told);
        },
        "regions"_a, "indicators"_a, "time"_a, "region"_a, "indicator"_a, "end"_a, "values"_a, "status"_a, "rule"_a, "place"_a,
        "The figures of a long table with numbered names, and the rows that tell one again.");
  m.def("decimals_of",
        [](const doubles& values, const codes& groups, int count) {
          return columns::decimals_of(tables::span_of(values), tables::span_of(groups), count);
        },
        "values"_a, "groups"_a, "count"_a, "The decimals that the figures of each group need: 7 for more than 6, -1 for no figure.");
  m.def("frequencies_of",
        [](const std::vector<std::string>& indicators, const codes& end, const codes& months) {
          std::vector<period> spans;
          for (py::ssize_t k = 0; k < end.size(); ++k) {
            const kebi::month last{end.data()[k]};
            spans.emplace_back(last - (months.data()[k] - 1), last);
          }
          return kebi::frequencies_of(indicators, spans);
        },
        "indicators"_a, "end"_a, "months"_a, "The frequencies under which each row of a long table is told.");
}
