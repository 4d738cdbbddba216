#include "kebi/series/long_table/growth_beside_rows.hpp"
#include "kebi/series/long_table/growth_by_series.hpp"
#include "kebi/series/long_table/period_keys.hpp"
#include "large_pages.hpp"
#include "month_of_count.hpp"
#include "name_columns.hpp"

using kebi::name_runs;

namespace {

using codes = py::array_t<std::int32_t, py::array::c_style | py::array::forcecast>;
using doubles = py::array_t<double, py::array::c_style | py::array::forcecast>;

template <class Array>
auto span_of(const Array& a) {
  return std::span{a.data(), static_cast<std::size_t>(a.size())};
}

/// Runs that are worthwhile, or none.
std::optional<name_runs> worthwhile(name_runs&& runs) {
  return runs.is_worthwhile() ? std::optional{std::move(runs)} : std::nullopt;
}

/// The names of an Arrow stream as runs, and the names; None for other columns.
py::object runs_of_stream(const py::capsule& stream, std::int64_t rows) {
  name_runs runs;
  name_columns::text_names known;
  if (!name_columns::number_stream(stream, rows, known, runs)) return py::none();
  return py::make_tuple(worthwhile(std::move(runs)), known.told());
}

/// Whole numbers or texts of an array as runs, and one of each; None for others.
py::object runs_of_array(const py::array& column) {
  const py::array a = name_columns::in_one_piece(column);
  name_runs runs;
  py::list told;
  if (a.dtype().kind() == 'O') {
    std::vector<PyObject*> met;
    if (!name_columns::number_objects(a, met, runs)) return py::none();
    for (PyObject* const each : met) told.append(py::reinterpret_borrow<py::object>(each));
  } else {
    const bool are_numbers = name_columns::with_numbers(a, [&](auto numbers) { runs.add_all(numbers); });
    if (!are_numbers) return py::none();
  }
  return py::make_tuple(worthwhile(std::move(runs)), told);
}

template <class Number>
bool grow(const name_runs& regions, const name_runs& indicators, std::span<const Number> times,
          const month_of_count& of, std::span<const double> values, std::span<double> out) {
  if (times.size() != values.size()) throw kebi::error("the columns of a long table must be of one length");
  return kebi::growth_by_series(regions, indicators, kebi::keyed_ends{times, of}, values, 12, out);
}

/// Growth over a year beside each row whose names are runs; None where the rows of a series
/// are in another order.
std::optional<doubles> growth_of_runs(const name_runs& regions, const name_runs& indicators, const py::array& times,
                                      const std::string& unit, const doubles& values) {
  const py::array counts = name_columns::in_one_piece(times);
  const month_of_count of{unit};
  doubles out(values.size());
  const std::span rates{out.mutable_data(), static_cast<std::size_t>(out.size())};
  bool done = false;
  const bool are_numbers = name_columns::with_numbers(counts, [&](auto numbers) {
    const py::gil_scoped_release without;
    done = grow(regions, indicators, numbers, of, span_of(values), rates);
  });
  if (!are_numbers) throw kebi::error("times are given as whole numbers");
  return done ? std::optional{std::move(out)} : std::nullopt;
}

doubles growth_of_rows(const codes& region, const codes& indicator, const codes& end, const doubles& values, int months) {
  doubles out(values.size());
  const std::span rates{out.mutable_data(), static_cast<std::size_t>(out.size())};
  const kebi::coded_rows rows{span_of(region), span_of(indicator), span_of(end), span_of(values)};
  large_pages memory;
  const py::gil_scoped_release without;
  kebi::growth_of_rows(rows, months, rates, {}, memory);
  return out;
}

/// The months in which rows end, out of counts of a unit; each different one; and whether
/// they are numbers of years. None for a column of no whole numbers.
py::object ends_of(const py::array& times, const std::string& unit) {
  const py::array counts = name_columns::in_one_piece(times);
  py::object told = py::none();
  name_columns::with_numbers(counts, [&](auto numbers) {
    month_of_count of{unit};
    kebi::keyed_ends months{numbers, std::ref(of)};
    codes ends(counts.size());
    for (std::size_t first = 0; first < numbers.size();) {
      constexpr std::size_t in_cache = 4096;
      const auto some = months(first, std::min(in_cache, numbers.size() - first));
      std::copy(some.begin(), some.end(), ends.mutable_data() + first);
      first += some.size();
    }
    told = py::make_tuple(ends, codes(static_cast<py::ssize_t>(months.met().size()), months.met().data()), of.are_years());
  });
  return told;
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
