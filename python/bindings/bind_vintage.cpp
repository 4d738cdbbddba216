#include <algorithm>

#include "blocks.hpp"
#include "kebi/series.hpp"

using blocks::doubles;
using kebi::bounds_grid;
using kebi::grid;
using kebi::period;
using kebi::release_date;
using kebi::timeline;

namespace {

using codes = py::array_t<std::int32_t, py::array::c_style | py::array::forcecast>;

kebi::series one_series(const std::string& indicator, const std::string& vintage, bool levels, const grid& figures) {
  return {{indicator, {}, {}, levels ? kebi::measure::level : kebi::measure::growth, vintage}, figures};
}

void bind_vintages(py::module_& m) {
  py::class_<kebi::release_history>(m, "ReleaseHistory", "A series as it stood on each date it was published.")
      .def(py::init<>())
      .def("add", [](kebi::release_history& h, const std::string& date, const std::string& indicator, bool levels, const grid& g) {
        h.add(date, one_series(indicator, date, levels, g));
      }, "date"_a, "indicator"_a, "levels"_a, "figures"_a)
      .def("release_of",
           [](const kebi::release_history& h, const std::string& date) { return h.release_of(date).of().vintage; },
           "date"_a, "The last release not after a date.")
      .def("revisions", [](const kebi::release_history& h, const period& of) {
        std::vector<std::tuple<std::string, std::optional<double>, std::optional<double>>> all;
        for (const auto& each : h.revisions(of))
          all.emplace_back(each.date, each.figure ? std::optional<double>{*each.figure} : std::nullopt, each.change);
        return all;
      }, "span"_a)
      .def("revised", &kebi::release_history::revised);
}

/// The columns of a long table with numbered names; dates as the first and last day they may be.
struct released_columns {
  const codes &region, &indicator, &end, &first, &last;
  const doubles& values;
  const std::optional<blocks::bytes>& cells;
  const std::vector<int>& decimals;

  template <class Work>
  auto apply(const Work& work) const {
    const auto span = [](const auto& a) { return std::span{a.data(), static_cast<std::size_t>(a.size())}; };
    if (first.size() != last.size()) throw kebi::error("the columns of a long table must be of one length");
    std::vector<release_date> dates;
    for (py::ssize_t k = 0; k < first.size(); ++k) dates.emplace_back(first.data()[k], last.data()[k]);
    kebi::coded_rows rows{span(region), span(indicator), span(end), span(values)};
    if (cells) rows.cells = span(*cells);
    const py::gil_scoped_release without;
    return work(kebi::released_rows{rows, dates, decimals});
  }
};

void bind_released_rows(py::module_& m) {
  m.def("release_days", [](const std::string& iso) {
    const release_date date{iso};
    return py::make_tuple(date.first(), date.last());
  }, "iso"_a, "The first and the last day that a date may be, such as 20190630.");
  m.def("known_releases", [](const std::vector<std::string>& dates, const std::string& by) {
    std::vector<release_date> all;
    for (const std::string& each : dates) all.emplace_back(each);
    return kebi::known_releases(all, release_date{by});
  }, "dates"_a, "by"_a, "Which releases were known on a date, in their order.");
  m.def("as_of",
        [](const codes& region, const codes& indicator, const codes& end, const doubles& values,
           const std::optional<blocks::bytes>& cells, const codes& first, const codes& last, const std::string& date) {
          const auto found = released_columns{region, indicator, end, first, last, values, cells, {}}.apply(
              [by = release_date{date}](const kebi::released_rows& rows) { return kebi::as_of(rows, by); });
          py::array_t<std::int64_t> rows(static_cast<py::ssize_t>(found.size()));
          std::copy(found.begin(), found.end(), rows.mutable_data());
          return rows;
        },
        "region"_a, "indicator"_a, "end"_a, "values"_a, "cells"_a, "first"_a, "last"_a, "date"_a,
        "The rows of what was known on a date.");
  m.def("revisions",
        [](const codes& region, const codes& indicator, const codes& end, const doubles& values,
           const std::optional<blocks::bytes>& cells, const codes& first, const codes& last, const std::vector<int>& decimals) {
          auto [found, figures] = released_columns{region, indicator, end, first, last, values, cells, decimals}.apply(
              [](const kebi::released_rows& rows) {
                std::vector<kebi::retold> lines = kebi::revisions(rows);
                kebi::revision_figures each = kebi::figures_of(rows, lines);
                return std::pair{std::move(lines), std::move(each)};
              });
          py::array_t<std::int64_t> rows(static_cast<py::ssize_t>(found.size()));
          for (std::size_t k = 0; k < found.size(); ++k) rows.mutable_data()[k] = static_cast<std::int64_t>(found[k].row);
          return py::make_tuple(rows, std::move(figures.told), std::move(figures.before));
        },
        "region"_a, "indicator"_a, "end"_a, "values"_a, "cells"_a, "first"_a, "last"_a, "decimals"_a,
        "The releases of each figure in order: their rows, their figures, and those they retell.");
}

template <class Block>
py::object told_last(const std::vector<const Block*>& releases, bool bounds, const blocks::given& out) {
  const std::span<const Block* const> all{releases};
  const timeline time = kebi::detail::times_of_all(all);
  const auto write = [&](const auto& into) { kebi::told_last(all, into); };
  if constexpr (std::same_as<Block, grid>) {
    if (!bounds && !out) return py::cast(kebi::told_last(all));
    if (!bounds) return blocks::worked<false>(time, releases.front()->rows(), out, write);
  }
  return blocks::worked<true>(time, releases.front()->rows(), out, write);
}

}  // namespace

void bind_vintage(py::module_& m) {
  bind_vintages(m);
  bind_released_rows(m);
  m.def("told_last", &told_last<grid>, "releases"_a, py::kw_only(), "bounds"_a = false, "out"_a = py::none(),
        "Of each figure the last release that tells it, the earliest release first.");
  m.def("told_last", &told_last<bounds_grid>, "releases"_a, py::kw_only(), "bounds"_a = false, "out"_a = py::none());
  m.def("bases_beside", &kebi::bases_beside<grid>, "levels"_a, "bases"_a, "The figures a year before each of other times.");
  m.def("bases_beside", &kebi::bases_beside<bounds_grid>, "levels"_a, "bases"_a);
}
