#include "columns_of_arrays.hpp"
#include "kebi/series/long_table/growth_beside_rows.hpp"
#include "large_pages.hpp"

using kebi::name_runs;
using tables::codes;

namespace {

using figures_beside = py::array_t<double, py::array::c_style | py::array::forcecast>;

/// Runs that are worthwhile, or none.
std::optional<name_runs> worthwhile(name_runs&& runs) {
  return runs.is_worthwhile() ? std::optional{std::move(runs)} : std::nullopt;
}

/// The names of an Arrow stream as runs, and the names; None for other columns.
py::object runs_of_stream(const py::capsule& stream, std::int64_t rows) {
  name_runs runs;
  std::vector<std::string> met;
  if (!columns::runs_of_stream(tables::stream_in(stream), rows, met, runs)) return py::none();
  return py::make_tuple(worthwhile(std::move(runs)), met);
}

/// Whole numbers or texts of an array as runs, and one of each text; None for others.
py::object runs_of_array(const py::array& column) {
  const py::array a = tables::in_one_piece(column);
  if (const auto objects = tables::objects_in(a)) {
    name_runs runs;
    std::vector<PyObject*> met;
    if (!columns::runs_of_objects(*objects, met, runs)) return py::none();
    return py::make_tuple(worthwhile(std::move(runs)), tables::list_of(met));
  }
  const auto numbers = tables::numbers_in(a);
  if (!numbers) return py::none();
  return py::make_tuple(worthwhile(columns::runs_of(*numbers)), py::list());
}

std::span<double> to_write(figures_beside& out) {
  return {out.mutable_data(), static_cast<std::size_t>(out.size())};
}

/// Growth over a year beside each row whose names are runs; None where the rows of a series
/// are in another order.
std::optional<figures_beside> growth_of_runs(const name_runs& regions, const name_runs& indicators, const py::array& times,
                                             const std::string& unit, const figures_beside& values) {
  const py::array a = tables::in_one_piece(times);
  const auto counts = tables::numbers_in(a);
  if (!counts) throw kebi::error("times are given as whole numbers");
  figures_beside out(values.size());
  const auto levels = tables::span_of(values);
  const auto rates = to_write(out);
  bool done = false;
  {
    const py::gil_scoped_release without;
    done = columns::growth_of_runs(regions, indicators, *counts, unit, levels, rates);
  }
  return done ? std::optional{std::move(out)} : std::nullopt;
}

figures_beside growth_of_rows(const codes& region, const codes& indicator, const codes& end, const figures_beside& values,
                              int months) {
  figures_beside out(values.size());
  const kebi::coded_rows rows{tables::span_of(region), tables::span_of(indicator), tables::span_of(end),
                              tables::span_of(values)};
  const std::span rates = to_write(out);
  large_pages memory;
  const py::gil_scoped_release without;
  kebi::growth_of_rows(rows, months, rates, {}, memory);
  return out;
}

/// The months in which rows end, out of counts of a unit; each different one; and whether
/// they are numbers of years. None for a column of no whole numbers.
py::object ends_of(const py::array& times, const std::string& unit) {
  const py::array a = tables::in_one_piece(times);
  const auto counts = tables::numbers_in(a);
  if (!counts) return py::none();
  codes ends(a.size());
  const columns::months_met met =
      columns::ends_of(*counts, unit, {ends.mutable_data(), static_cast<std::size_t>(ends.size())});
  return py::make_tuple(ends, codes(static_cast<py::ssize_t>(met.each.size()), met.each.data()), met.are_years);
}

}  // namespace

void bind_row_growth(py::module_& m) {
  py::class_<name_runs>(m, "NameRuns", "A column of names as rows that follow one another under one name.")
      .def_property_readonly("lowest", [](const name_runs& all) {
        std::int64_t lowest = 0;
        for (const auto& each : all.runs()) lowest = std::min(lowest, each.name);
        return lowest;
      }, "The lowest number of a name, or 0.");
  m.def("runs_of_stream", &runs_of_stream, "stream"_a, "rows"_a,
        "Names of an Arrow stream as runs, or None where they change too often, and the names; None for other columns.");
  m.def("runs_of_array", &runs_of_array, "column"_a,
        "Whole numbers or texts as runs, or None where they change too often, and the texts; None for other columns.");
  m.def("growth_of_runs", &growth_of_runs, "regions"_a, "indicators"_a, "times"_a, "unit"_a, "values"_a.noconvert(),
        "Growth over a year beside each row where the rows of a series follow one another by their months; None for other orders.");
  m.def("growth_of_rows", &growth_of_rows, "region"_a, "indicator"_a, "end"_a, "values"_a, "months"_a = 12,
        "Growth beside each row of a long table with numbered names; months counted from year 0.");
  m.def("ends_of", &ends_of, "times"_a, "unit"_a,
        "The months, counted from year 0, of counts of a unit of datetime64 or of numbers such as 201906, each different one, "
        "and whether those are years; None for other columns.");
}
