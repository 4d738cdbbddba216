#include <pybind11/native_enum.h>

#include "tables.hpp"
#include "kebi/series.hpp"

using tables::bytes;
using tables::doubles;
using kebi::bounds_grid;
using kebi::observation_status;
using kebi::frequency;
using kebi::grid;
using kebi::timeline;

namespace {

constexpr auto last_status = static_cast<std::uint8_t>(observation_status::across_releases);

/// A block as numpy sees it in place; `owner` keeps it alive. It cannot be written to,
/// because figures and their status must change together.
template <class Block>
py::array in_place(const Block& block, py::handle owner) {
  using number = typename Block::Scalar;
  py::array_t<number> view({block.rows(), block.cols()}, block.data(), owner);
  view.attr("setflags")("write"_a = false);
  return view;
}

void require_releases(const kebi::detail::release_list& releases, Eigen::Index count) {
  if (!releases.empty() && releases.size() != static_cast<std::size_t>(count))
    throw kebi::error("each figure has its release: found " + std::to_string(releases.size()) + " for " +
                      std::to_string(count));
}

kebi::status_block known_causes(const bytes& status) {
  kebi::status_block causes = tables::rows_in<kebi::status_block>(status);
  if (causes.size() > 0 && causes.maxCoeff() > last_status)
    throw kebi::error("no observation status has the code " + std::to_string(causes.maxCoeff()));
  return causes;
}

grid grid_of_arrays(const timeline& time, const doubles& values, const std::optional<bytes>& status,
                    std::vector<int> decimals, kebi::detail::release_list releases) {
  tables::require_table(values, "figures");
  if (values.shape(1) != time.length())
    throw kebi::error("figures of " + std::to_string(time.length()) + " times need as many columns: found " +
                      std::to_string(values.shape(1)));
  const Eigen::Index rows = values.shape(0), count = values.size();
  if (status && (status->ndim() != 2 || status->shape(0) != values.shape(0) ||
                 status->shape(1) != values.shape(1)))
    throw kebi::error("the status of a table must have the shape of its figures");
  if (!decimals.empty() && decimals.size() != static_cast<std::size_t>(rows) &&
      decimals.size() != static_cast<std::size_t>(count))
    throw kebi::error("each series, or each figure, has its decimals: found " + std::to_string(decimals.size()) + " for " +
                      std::to_string(rows));
  for (const int each : decimals)
    if (each < -17 || each > 17) throw kebi::error("decimals lie between -17 and 17: found " + std::to_string(each));
  require_releases(releases, count);
  kebi::status_block causes;
  if (status) causes = known_causes(*status);
  grid made = grid::of_numbers(time, tables::rows_in<kebi::block>(values), std::move(causes), std::move(decimals));
  made.releases = std::move(releases);
  return made;
}

bounds_grid bounds_of_arrays(const timeline& time, const doubles& lo, const doubles& hi, const std::optional<bytes>& status,
                             kebi::detail::release_list releases) {
  kebi::block below = tables::rows_in<kebi::block>(lo), above = tables::rows_in<kebi::block>(hi);
  kebi::detail::require_shape(below.rows(), time.length(), below.rows(), below.cols());
  kebi::status_block causes;
  if (status) {
    causes = known_causes(*status);
    kebi::detail::require_shape(below.rows(), below.cols(), causes.rows(), causes.cols());
  }
  require_releases(releases, lo.size());
  bounds_grid made = bounds_grid::of_numbers(time, std::move(below), std::move(above), std::move(causes));
  made.releases = std::move(releases);
  return made;
}

void bind_table_enums(py::module_& m) {
  py::native_enum<frequency>(m, "Frequency", "enum.Enum", "Over what span of time each figure of a series stands.")
      .value("month", frequency::month)
      .value("two_months", frequency::two_months)
      .value("quarter", frequency::quarter)
      .value("half", frequency::half)
      .value("year", frequency::year)
      .value("year_to_date", frequency::year_to_date)
      .value("year_to_quarter", frequency::year_to_quarter)
      .finalize();
  py::native_enum<observation_status> all(m, "ObservationStatus", "enum.IntEnum",
                                          "A figure, or the reason why there is none.");
  for (int k = 0; k <= last_status; ++k) {
    const auto one = static_cast<observation_status>(k);
    all.value(std::string{kebi::code(one)}.c_str(), one);
  }
  all.finalize();
  py::native_enum<kebi::on_conflict>(m, "OnConflict", "enum.Enum", "What to do where two rows tell one figure differently.")
      .value("refuse", kebi::on_conflict::refuse)
      .value("first", kebi::on_conflict::keep_first)
      .value("last", kebi::on_conflict::keep_last)
      .finalize();
}

void bind_timeline(py::module_& m) {
  py::class_<timeline>(m, "Timeline", "The times of a series, one span after the other without a gap.")
      .def(py::init([](frequency of, int year, int month, int length, bool together) {
             return timeline{of, kebi::month_of(year, month).first(), length, together};
           }),
           "frequency"_a, "year"_a, "month"_a, "length"_a, "january_february"_a = false)
      .def_property_readonly("frequency", &timeline::frequency)
      .def_property_readonly("january_february", &timeline::january_february)
      .def_property_readonly("first", [](const timeline& t) { return py::make_tuple(t.first().year(), t.first().in_year()); })
      .def("span", [](const timeline& t, int column) {
        if (column < 0 || column >= t.length()) throw py::index_error("the series has no such time");
        return t.span(column);
      }, "column"_a)
      .def("column", &timeline::column, "span"_a)
      .def("__len__", &timeline::length)
      .def("__eq__", [](const timeline& a, const timeline& b) { return a == b; }, py::is_operator())
      .def("__repr__",
           [](const timeline& t) {
             const std::string of{kebi::code(t.frequency())};
             if (t.length() == 0) return "<Timeline " + of + " of no time>";
             const py::object first = py::cast(t.span(0)), last = py::cast(t.span(t.length() - 1));
             return std::string(py::str("<Timeline {} {} to {}>").format(of, first, last));
           })
      .def(py::pickle(
          [](const timeline& t) {
            return py::make_tuple(t.frequency(), t.first().year(), t.first().in_year(), t.length(), t.january_february());
          },
          [](const py::tuple& t) {
            return timeline{t[0].cast<frequency>(), kebi::month_of(t[1].cast<int>(), t[2].cast<int>()).first(),
                            t[3].cast<int>(), t[4].cast<bool>()};
          }));
}

void bind_grids(py::module_& m) {
  py::class_<grid>(m, "Grid", "Series over one timeline, a row each, in one piece of memory.")
      .def(py::init(&grid_of_arrays), "time"_a, "values"_a, "status"_a = py::none(), "decimals"_a = std::vector<int>{},
           "releases"_a = kebi::detail::release_list{})
      .def_property_readonly("releases", [](const grid& g) { return g.releases; },
                             "The day on which each figure was published, as 20200320, where they are of several releases.")
      .def_property_readonly("time", [](const grid& g) { return g.time; })
      .def_property_readonly("decimals", [](const grid& g) { return g.decimals; })
      .def_property_readonly("values", [](py::object self) { return in_place(self.cast<const grid&>().values, self); })
      .def_property_readonly("status", [](py::object self) { return in_place(self.cast<const grid&>().status, self); })
      .def("__reduce__", [](py::object self) {
        return py::make_tuple(py::type::of(self), py::make_tuple(self.attr("time"), self.attr("values"),
                                                                 self.attr("status"), self.attr("decimals"),
                                                                 self.attr("releases")));
      });

  py::class_<bounds_grid>(m, "BoundsGrid", "Bounds over one timeline.")
      .def(py::init(&bounds_of_arrays), "time"_a, "lo"_a, "hi"_a, "status"_a = py::none(),
           "releases"_a = kebi::detail::release_list{})
      .def_property_readonly("releases", [](const bounds_grid& g) { return g.releases; })
      .def_property_readonly("time", [](const bounds_grid& g) { return g.time; })
      .def_property_readonly("lo", [](py::object self) { return in_place(self.cast<const bounds_grid&>().lo, self); })
      .def_property_readonly("hi", [](py::object self) { return in_place(self.cast<const bounds_grid&>().hi, self); })
      .def_property_readonly("status", [](py::object self) { return in_place(self.cast<const bounds_grid&>().status, self); })
      .def("__reduce__", [](py::object self) {
        return py::make_tuple(py::type::of(self), py::make_tuple(self.attr("time"), self.attr("lo"), self.attr("hi"),
                                                                 self.attr("status"), self.attr("releases")));
      });
}

}  // namespace

void bind_tables(py::module_& m) {
  bind_table_enums(m);
  bind_timeline(m);
  bind_grids(m);
}
