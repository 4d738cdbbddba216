#include <algorithm>

#include "kebi/series/releases/across_releases.hpp"
#include "kebi/series/releases/release_history.hpp"
#include "tables.hpp"

using tables::codes;
using tables::doubles;
using kebi::bounds_grid;
using kebi::grid;
using kebi::period;
using kebi::release_date;
using kebi::timeline;

namespace {

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
  const std::optional<tables::bytes>& status;
  const std::vector<int>& decimals;

  template <class Work>
  auto apply(const Work& work) const {
    const auto span = [](const auto& a) { return std::span{a.data(), static_cast<std::size_t>(a.size())}; };
    if (first.size() != last.size()) throw kebi::error("the columns of a long table must be of one length");
    std::vector<release_date> dates;
    for (py::ssize_t k = 0; k < first.size(); ++k) dates.emplace_back(first.data()[k], last.data()[k]);
    kebi::coded_rows rows{span(region), span(indicator), span(end), span(values)};
    if (status) rows.status = span(*status);
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
           const std::optional<tables::bytes>& status, const codes& first, const codes& last, const std::string& date) {
          const auto found = released_columns{region, indicator, end, first, last, values, status, {}}.apply(
              [by = release_date{date}](const kebi::released_rows& rows) { return kebi::as_of(rows, by); });
          py::array_t<std::int64_t> rows(static_cast<py::ssize_t>(found.size()));
          std::copy(found.begin(), found.end(), rows.mutable_data());
          return rows;
        },
        "region"_a, "indicator"_a, "end"_a, "values"_a, "status"_a, "first"_a, "last"_a, "date"_a,
        "The rows of what was known on a date.");
  m.def("revisions",
        [](const codes& region, const codes& indicator, const codes& end, const doubles& values,
           const std::optional<tables::bytes>& status, const codes& first, const codes& last, const std::vector<int>& decimals) {
          auto [found, figures] = released_columns{region, indicator, end, first, last, values, status, decimals}.apply(
              [](const kebi::released_rows& rows) {
                std::vector<kebi::released_figure> lines = kebi::revisions(rows);
                kebi::revision_figures each = kebi::figures_of(rows, lines);
                return std::pair{std::move(lines), std::move(each)};
              });
          py::array_t<std::int64_t> rows(static_cast<py::ssize_t>(found.size()));
          for (std::size_t k = 0; k < found.size(); ++k) rows.mutable_data()[k] = static_cast<std::int64_t>(found[k].row);
          return py::make_tuple(rows, std::move(figures.latest), std::move(figures.before));
        },
        "region"_a, "indicator"_a, "end"_a, "values"_a, "status"_a, "first"_a, "last"_a, "decimals"_a,
        "The releases of each figure in order: their rows, their figures, and those they retell.");
}

template <class Block>
std::vector<const Block*> blocks_in(const py::list& releases) {
  std::vector<const Block*> all;
  for (const py::handle& each : releases) all.push_back(&each.cast<const Block&>());
  return all;
}

/// Puts a result that is there already into the caller's arrays, where there are some.
template <class Block>
py::object handed(Block result, const tables::given& out) {
  if (!out) return py::cast(std::move(result));
  constexpr bool bounds = std::same_as<Block, bounds_grid>;
  tables::write_given(*out, bounds, result.time, result.rows(), [&]<class Into>(Into into) {
    into.status = result.status;
    if constexpr (bounds && std::same_as<Into, kebi::bounds_out>) {
      into.lo = result.lo;
      into.hi = result.hi;
    } else if constexpr (!bounds && std::same_as<Into, kebi::figures_out>) {
      into.values = result.values;
    }
  });
  return py::none();
}

py::object latest_release(const py::list& releases, const std::vector<std::string>& dates, bool bounds,
                          const tables::given& out) {
  std::vector<release_date> days;
  for (const std::string& each : dates) days.emplace_back(each);
  if (!releases.empty() && py::isinstance<bounds_grid>(releases[0]))
    return handed(
        kebi::latest_release(std::span<const bounds_grid* const>{blocks_in<bounds_grid>(releases)}, days), out);
  const std::vector<const grid*> all = blocks_in<grid>(releases);
  if (!bounds) return handed(kebi::latest_release(std::span<const grid* const>{all}, days), out);
  std::vector<bounds_grid> within;
  for (const grid* const each : all) within.push_back(kebi::bounds_of(*each));
  std::vector<const bounds_grid*> each_within;
  for (const bounds_grid& each : within) each_within.push_back(&each);
  return handed(kebi::latest_release(std::span<const bounds_grid* const>{each_within}, days), out);
}

}  // namespace

void bind_releases(py::module_& m) {
  bind_vintages(m);
  bind_released_rows(m);
  m.def("latest_release", &latest_release, "releases"_a, "dates"_a = std::vector<std::string>{}, py::kw_only(), "bounds"_a = false, "out"_a = py::none(),
        "Of each figure the last release that has it, the earliest release first.");
  m.def("bases_beside", [](const timeline& levels, const grid& bases) { return kebi::bases_beside(levels, bases); },
        "levels"_a, "bases"_a, "The figures a year before each of other times.");
  m.def("bases_beside", [](const timeline& levels, const bounds_grid& bases) { return kebi::bases_beside(levels, bases); },
        "levels"_a, "bases"_a);
}
