#include <pybind11/functional.h>

#include <cmath>

#include "kebi/series/long_table/by_frequency.hpp"
#include "../tables.hpp"

using tables::bytes;
using tables::doubles;
using kebi::grid;
using kebi::period;
using kebi::timeline;

namespace {

using codes = py::array_t<std::int32_t, py::array::c_style | py::array::forcecast>;

}  // namespace

void bind_long_table(py::module_& m) {
  m.def("filled",
        [](int regions, int indicators, const timeline& time, const codes& region, const codes& indicator,
           const codes& end, const doubles& values, const std::optional<bytes>& status, kebi::on_conflict rule,
           const std::function<std::string(int, int)>& place) {
          const auto span = [](const auto& a) { return std::span{a.data(), static_cast<std::size_t>(a.size())}; };
          std::vector<kebi::duplicate> found;
          std::optional<grid> made;
          kebi::coded_rows rows{span(region), span(indicator), span(end), span(values)};
          if (status) rows.status = span(*status);
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
          std::vector<int> most(static_cast<std::size_t>(count), -1);
          if (values.size() != groups.size()) throw kebi::error("the columns of a long table must be of one length");
          constexpr double tens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
          for (py::ssize_t i = 0; i < values.size(); ++i) {
            const double value = values.data()[i];
            const std::int32_t group = groups.data()[i];
            if (group < 0 || group >= count) throw kebi::error("a row belongs to no series");
            if (!kebi::detail::is_finite(value)) continue;
            int& decimals = most[static_cast<std::size_t>(group)];
            if (decimals < 0) decimals = 0;
            for (; decimals < 7; ++decimals) {
              const double scaled = value * tens[decimals], size = std::abs(scaled);
              if (std::abs(scaled - std::nearbyint(scaled)) <= 1e-9 * (size > 1 ? size : 1)) break;
            }
          }
          return most;
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
