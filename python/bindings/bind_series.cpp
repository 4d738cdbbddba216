#include <pybind11/native_enum.h>
#include <pybind11/numpy.h>

#include "bindings.hpp"
#include "kebi/series.hpp"

using kebi::bounds_grid;
using kebi::cell;
using kebi::figures;
using kebi::frequency;
using kebi::grid;
using kebi::period;
using kebi::step_back;
using kebi::timeline;

namespace {

using doubles = py::array_t<double, py::array::c_style>;
using bytes = py::array_t<std::uint8_t, py::array::c_style>;
using codes = py::array_t<std::int32_t, py::array::c_style | py::array::forcecast>;

/// A block as numpy sees it in place; `owner` keeps it alive. It cannot be written to,
/// because figures and their cells must change together.
template <class Block>
py::array in_place(const Block& block, py::handle owner) {
  using number = typename Block::Scalar;
  py::array_t<number> view({block.rows(), block.cols()}, block.data(), owner);
  view.attr("setflags")("write"_a = false);
  return std::move(view);
}

void require_table(const py::array& a, const char* what) {
  if (a.ndim() != 2)
    throw kebi::error(std::string{what} + " are a table of series by times: found " +
                      std::to_string(a.ndim()) + " dimensions");
}
template <class Block, class Array>
Eigen::Map<const Block> rows_in(const Array& a) {
  require_table(a, "figures");
  return {a.data(), a.shape(0), a.shape(1)};
}
template <class Block, class Array>
Eigen::Map<Block> rows_in_place(Array& a) {
  require_table(a, "figures");
  return {a.mutable_data(), a.shape(0), a.shape(1)};
}

grid grid_of_arrays(const timeline& time, const doubles& values, const std::optional<bytes>& cells,
                    std::vector<int> decimals) {
  require_table(values, "figures");
  if (values.shape(1) != time.length())
    throw kebi::error("figures of " + std::to_string(time.length()) + " times need as many columns: found " +
                      std::to_string(values.shape(1)));
  const Eigen::Index rows = values.shape(0), count = values.size();
  if (cells && (cells->ndim() != 2 || cells->shape(0) != values.shape(0) || cells->shape(1) != values.shape(1)))
    throw kebi::error("the cells of a table must have the shape of its figures");
  if (!decimals.empty() && decimals.size() != static_cast<std::size_t>(rows))
    throw kebi::error("each series has its decimals: found " + std::to_string(decimals.size()) + " for " +
                      std::to_string(rows));
  for (const int each : decimals)
    if (each < -17 || each > 17) throw kebi::error("decimals lie between -17 and 17: found " + std::to_string(each));
  grid made{time, kebi::block(rows, time.length()), kebi::cell_block(rows, time.length()), std::move(decimals)};
  for (Eigen::Index k = 0; k < count; ++k) {
    const double value = values.data()[k];
    std::uint8_t why = cells ? cells->data()[k] : std::uint8_t{0};
    if (why > static_cast<std::uint8_t>(cell::loss_same))
      throw kebi::error("no cell has the code " + std::to_string(why));
    if (why == 0 && kebi::detail::is_nan(value)) why = kebi::detail::is_absent;
    if (why == 0) grid::require_figure(value);
    made.values.data()[k] = why == 0 ? value : kebi::detail::not_a_number;
    made.cells.data()[k] = why;
  }
  return made;
}

void bind_types(py::module_& m) {
  py::native_enum<frequency>(m, "Frequency", "enum.Enum", "Over what span of time each figure of a series stands.")
      .value("month", frequency::month)
      .value("quarter", frequency::quarter)
      .value("half", frequency::half)
      .value("year", frequency::year)
      .value("year_to_date", frequency::year_to_date)
      .finalize();
  py::native_enum<cell> cells(m, "Cell", "enum.IntEnum", "What stands at one time of a series: a figure, or why there is none.");
  for (int k = 0; k <= static_cast<int>(cell::loss_same); ++k)
    cells.value(kebi::code(static_cast<cell>(k)), static_cast<cell>(k));
  cells.finalize();
  py::native_enum<kebi::on_conflict>(m, "OnConflict", "enum.Enum", "What to do where two rows tell one figure differently.")
      .value("refuse", kebi::on_conflict::refuse)
      .value("first", kebi::on_conflict::keep_first)
      .value("last", kebi::on_conflict::keep_last)
      .finalize();

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
      .def("__eq__", [](const timeline& a, const timeline& b) { return a == b; });

  py::class_<grid>(m, "Grid", "Series over one timeline, a row each, in one piece of memory.")
      .def(py::init(&grid_of_arrays), "time"_a, "values"_a, "cells"_a = py::none(), "decimals"_a = std::vector<int>{})
      .def_property_readonly("time", [](const grid& g) { return g.time; })
      .def_property_readonly("decimals", [](const grid& g) { return g.decimals; })
      .def_property_readonly("values", [](py::object self) { return in_place(self.cast<const grid&>().values, self); })
      .def_property_readonly("cells", [](py::object self) { return in_place(self.cast<const grid&>().cells, self); });

  py::class_<bounds_grid>(m, "BoundsGrid", "Bounds over one timeline.")
      .def_property_readonly("time", [](const bounds_grid& g) { return g.time; })
      .def_property_readonly("lo", [](py::object self) { return in_place(self.cast<const bounds_grid&>().lo, self); })
      .def_property_readonly("hi", [](py::object self) { return in_place(self.cast<const bounds_grid&>().hi, self); })
      .def_property_readonly("cells", [](py::object self) { return in_place(self.cast<const bounds_grid&>().cells, self); });
}

const auto free = py::call_guard<py::gil_scoped_release>();

step_back back(bool span) { return span ? step_back::span : step_back::year; }

void bind_growth(py::module_& m) {
  m.def("growth_over",
        [](const doubles& values, const bytes& cells, int lag, doubles& out, bytes& out_cells, int threads) {
          const auto v = rows_in<kebi::block>(values);
          const auto c = rows_in<kebi::cell_block>(cells);
          auto o = rows_in_place<kebi::block>(out);
          auto oc = rows_in_place<kebi::cell_block>(out_cells);
          const figures from{v, c};
          kebi::detail::require_shape(from, c.rows(), c.cols());
          const py::gil_scoped_release without;
          kebi::growth_over(from, lag, {o, oc}, threads);
        },
        "values"_a.noconvert(), "cells"_a.noconvert(), "lag"_a, "out"_a.noconvert(), "out_cells"_a.noconvert(),
        "threads"_a = 1, "Growth of levels over so many columns, into given arrays.");
  m.def("cells_of",
        [](const doubles& values) {
          bytes cells(std::vector<py::ssize_t>(values.shape(), values.shape() + values.ndim()));
          for (py::ssize_t k = 0; k < values.size(); ++k) {
            const double value = values.data()[k];
            const bool absent = kebi::detail::is_nan(value);
            if (!absent) grid::require_figure(value);
            cells.mutable_data()[k] = absent ? kebi::detail::is_absent : kebi::detail::is_figure;
          }
          return cells;
        },
        "values"_a, "The cells of an array in which nan is absent.");
  m.def("growth_of", [](const grid& g, bool span, int threads) { return kebi::growth_of(g, back(span), threads); },
        "levels"_a, "span"_a = false, "threads"_a = 1, free, "Growth of levels, year over year or span over span.");
  m.def("growth_bounds_of", [](const grid& g, bool span, int threads) { return kebi::growth_bounds_of(g, back(span), threads); },
        "levels"_a, "span"_a = false, "threads"_a = 1, free, "Growth of levels with bounds from their decimals.");
  m.def("growth_between",
        [](const grid& levels, const grid& bases) {
          grid result = grid::like(levels, levels.time);
          kebi::growth_between(levels.view(), bases.view(), result.out());
          return result;
        },
        "levels"_a, "bases"_a, free, "Growth of each figure over the one at its place in another block.");
  m.def("growth_between_bounds",
        [](const grid& levels, const grid& bases) {
          bounds_grid result = bounds_grid::blank(levels.time, levels.rows());
          const auto halves = levels.halves(), base_halves = bases.halves();
          kebi::growth_between(levels.view(), halves, bases.view(), base_halves, result.out());
          return result;
        },
        "levels"_a, "bases"_a, free, "The same with bounds.");
  m.def("fixed_base", &kebi::fixed_base, "levels"_a, "base"_a, "One span's figure, for every time (定基).");
  m.def("same_span_of", &kebi::same_span_of, "levels"_a, "year"_a, "The figure of the same span of one year, for every time.");
  m.def("lagged", &kebi::lagged, "of"_a, "columns"_a, "Each figure moved so many columns later.");
  m.def("interval_growth", &kebi::interval_growth, "growths"_a, free, "This year's growth and last year's chained (间隔增长).");
  m.def("interval_growth_bounds", &kebi::interval_growth_bounds, "growths"_a, free, "The same with bounds.");
  m.def("two_year_average", &kebi::two_year_average, "growths"_a, free, "两年平均增速.");
  m.def("two_year_average_bounds", &kebi::two_year_average_bounds, "growths"_a, free, "The same with bounds.");
  m.def("average_growth", &kebi::average_growth, "growths"_a, "steps"_a, free, "The growth of each of so many equal steps.");
  m.def("annualised", &kebi::annualised, "growths"_a, free, "What a year at each span's pace would bring.");
  m.def("acceleration", [](const grid& g, bool span) { return kebi::acceleration(g, back(span)); },
        "growths"_a, "span"_a = false, free, "By how many points growth quickened.");
  m.def("acceleration_bounds", [](const grid& g, bool span) { return kebi::acceleration_bounds(g, back(span)); },
        "growths"_a, "span"_a = false, free, "The same with bounds.");
}

void bind_comparable(py::module_& m) {
  m.def("single_months", [](const grid& g, int threads) { return kebi::single_months(g, threads); },
        "year_to_date"_a, "threads"_a = 1, free, "Levels of single months out of the year to date.");
  m.def("single_month_bounds", &kebi::single_month_bounds, "year_to_date"_a, free, "The same with bounds.");
  m.def("cumulated", [](const grid& g) { return kebi::cumulated(g); }, "months"_a, free, "Levels of the year to date out of months.");
  m.def("added_up", &kebi::added_up, "months"_a, "to"_a, free, "Quarters, halves or years from their months.");
  m.def("spans_of", &kebi::spans_of, "year_to_date"_a, "to"_a, free, "Quarters, halves or years out of the year to date.");
  m.def("single_month_growth", [](const grid& l, const grid& g) { return kebi::single_month_growth(l, g); },
        "levels"_a, "growths"_a, free, "Growth of single months out of two years to date.");
  m.def("single_month_growth_bounds", &kebi::single_month_growth_bounds, "levels"_a, "growths"_a, free, "The same with bounds.");
  m.def("growth_before", &kebi::growth_before, "levels"_a, "growths"_a, "month_levels"_a, "month_growths"_a, free,
        "Growth of the year to the month before, out of the later one and its last month.");
  m.def("growth_before_bounds", &kebi::growth_before_bounds, "levels"_a, "growths"_a, "month_levels"_a, "month_growths"_a,
        free, "The same with bounds.");
  m.def("implied_weights", &kebi::implied_weights, "growths"_a, "month_growths"_a, free,
        "The weight of the months before in last year's base, from three growths.");
  m.def("implied_weight_bounds", &kebi::implied_weight_bounds, "growths"_a, "month_growths"_a, free, "The same with bounds.");
  m.def("comparable_base", [](const grid& l, const grid& g) { return kebi::comparable_base(l, g); },
        "levels"_a, "growths"_a, free, "The base that each growth implies (可比基数).");
  m.def("comparable_base_bounds", &kebi::comparable_base_bounds, "levels"_a, "growths"_a, free, "The same with bounds.");
  m.def("revision_factors", &kebi::revision_factors, "levels"_a, "growths"_a, free,
        "The comparable base over the one published a year before.");
  m.def("revision_factor_bounds", &kebi::revision_factor_bounds, "levels"_a, "growths"_a, free, "The same with bounds.");
  m.def("recut_columns", &kebi::recut_columns, "factors"_a, "row"_a = 0, "Columns in which the footing certainly moved.");
  m.def("linked", [](const grid& l, const grid& g, int anchor) { return kebi::linked(l, g, anchor); },
        "levels"_a, "growths"_a, "anchor"_a, free, "Levels on the footing of one year, linked by growth.");
  m.def("linked_bounds", &kebi::linked_bounds, "levels"_a, "growths"_a, "anchor"_a, free, "The same with bounds.");
  m.def("with_ratio_of_levels",
        [](const grid& l, const grid& g, Eigen::Index row) {
          const auto found = kebi::with_ratio_of_levels(l, g, row);
          return py::make_tuple(found.compared, found.agreeing, found.is_ratio_of_levels());
        },
        "levels"_a, "growths"_a, "row"_a = 0, "How many growths could be compared with the levels, how many agree, and whether all do.");
  m.def("require_levels", [](const std::string& what, bool levels, const char* doing) {
    kebi::require_levels({what, {}, {}, levels ? kebi::measure::level : kebi::measure::growth}, doing);
  }, "indicator"_a, "levels"_a, "doing"_a, "Refuses rates where levels are needed.");
  m.def("require_one_vintage", [](const std::string& what, const std::string& a, const std::string& b) {
    kebi::require_one_vintage({what, {}, {}, kebi::measure::level, a}, {what, {}, {}, kebi::measure::level, b});
  }, "indicator"_a, "one"_a, "other"_a, "Refuses figures published at different times.");
}

void bind_whole(py::module_& m) {
  m.def("rows_of", &kebi::rows_of, "of"_a, "rows"_a, "Some series, in the order asked for.");
  m.def("shares", &kebi::shares, "parts"_a, "wholes"_a, free, "Shares of parts in their wholes (比重).");
  m.def("share_bounds", &kebi::share_bounds, "parts"_a, "wholes"_a, free, "The same with bounds.");
  m.def("share_changes", &kebi::share_changes, "parts"_a, "wholes"_a, free, "Changes of shares since a year before, in points.");
  m.def("share_change_bounds", &kebi::share_change_bounds, "parts"_a, "wholes"_a, free, "The same with bounds.");
  m.def("contributions", &kebi::contributions, "parts"_a, "wholes"_a, free, "Contributions of parts to growth (贡献率).");
  m.def("contribution_bounds", &kebi::contribution_bounds, "parts"_a, "wholes"_a, free, "The same with bounds.");
  m.def("pulls", &kebi::pulls, "parts"_a, "wholes"_a, free, "Points of growth that parts brought (拉动).");
  m.def("pull_bounds", &kebi::pull_bounds, "parts"_a, "wholes"_a, free, "The same with bounds.");
  m.def("residuals", &kebi::residuals, "wholes"_a, "parts"_a, free, "What wholes hold beside their parts.");
  m.def("residual_growth", &kebi::residual_growth, "wholes"_a, "whole_growths"_a, "parts"_a, "part_growths"_a, free,
        "Growth of those rests on the comparable base.");
  m.def("residual_growth_bounds", &kebi::residual_growth_bounds, "wholes"_a, "whole_growths"_a, "parts"_a, "part_growths"_a,
        free, "The same with bounds.");
  m.def("ranks", &kebi::ranks, "of"_a, "lowest_first"_a = false, free, "The place of each series among all, at each time.");
  m.def("shift_share",
        [](const doubles& before, const doubles& after) {
          const auto found = kebi::shift_share_of(rows_in<kebi::block>(before), rows_in<kebi::block>(after));
          const auto copied = [](const kebi::block& b) { return py::array_t<double>({b.rows(), b.cols()}, b.data()); };
          return py::make_tuple(copied(found.national), copied(found.industry), copied(found.regional));
        },
        "before"_a, "after"_a, "National, industry and regional parts of each change (偏离-份额分析).");

  py::class_<kebi::hierarchy>(m, "Hierarchy", "A tree of wholes and parts.")
      .def(py::init([](const std::vector<std::tuple<std::string, std::string, bool>>& lines) {
             std::vector<kebi::hierarchy::node> nodes;
             for (const auto& [name, whole, made_up] : lines) nodes.push_back({name, whole, made_up});
             return kebi::hierarchy{std::move(nodes)};
           }),
           "lines"_a, "From (name, its whole or '', whether its parts make it up).")
      .def("__len__", &kebi::hierarchy::size)
      .def("roll_up", [](const kebi::hierarchy& h, const grid& g) { return kebi::rolled_up(h, g); }, "levels"_a, free)
      .def("roll_down", [](const kebi::hierarchy& h, const grid& g) { return kebi::rolled_down(h, g); }, "levels"_a, free)
      .def("disagreements", [](const kebi::hierarchy& h, const grid& g) {
        std::vector<std::tuple<std::string, period, kebi::bounds, kebi::bounds>> all;
        for (const auto& each : kebi::disagreements(h, g))
          all.emplace_back(h.at(each.whole).name, g.time.span(each.column), each.published, each.from_parts);
        return all;
      }, "levels"_a);
}

kebi::series one_series(const std::string& indicator, const std::string& vintage, bool levels, const grid& figures) {
  return {{indicator, {}, {}, levels ? kebi::measure::level : kebi::measure::growth, vintage}, figures};
}

void bind_vintages(py::module_& m) {
  py::class_<kebi::release_history>(m, "ReleaseHistory", "A series as it stood on each date it was published.")
      .def(py::init<>())
      .def("add", [](kebi::release_history& h, const std::string& date, const std::string& indicator, bool levels, const grid& g) {
        h.add(date, one_series(indicator, date, levels, g));
      }, "date"_a, "indicator"_a, "levels"_a, "figures"_a)
      .def("as_of", [](const kebi::release_history& h, const std::string& date) { return h.as_of(date).of().vintage; },
           "date"_a, "The last release not after a date.")
      .def("revisions", [](const kebi::release_history& h, const period& of) {
        std::vector<std::tuple<std::string, std::optional<double>, double>> all;
        for (const auto& each : h.revisions(of))
          all.emplace_back(each.date, each.figure ? std::optional<double>{*each.figure} : std::nullopt, each.change);
        return all;
      }, "span"_a)
      .def("revised", &kebi::release_history::revised);
  m.def("growth_across",
        [](const std::string& indicator, const grid& levels, const std::string& vintage, const grid& bases,
           const std::string& base_vintage, bool mixed) {
          return kebi::growth_across(one_series(indicator, vintage, true, levels), one_series(indicator, base_vintage, true, bases),
                                     mixed ? kebi::vintages::mixed : kebi::vintages::one);
        },
        "indicator"_a, "levels"_a, "vintage"_a, "bases"_a, "base_vintage"_a, "mixed"_a = false,
        "Growth of the levels of one release over the bases of another.");
}

void bind_panel(py::module_& m) {
  m.def("filled",
        [](const std::vector<std::string>& regions, const std::vector<std::string>& indicators, const timeline& time,
           const codes& region, const codes& indicator, const codes& end, const doubles& values,
           const std::vector<int>& decimals, kebi::on_conflict rule) {
          std::vector<kebi::panel_indicator> what;
          for (std::size_t k = 0; k < indicators.size(); ++k)
            what.push_back({indicators[k], {}, decimals.empty() ? std::optional<int>{} : decimals[k]});
          const auto span = [](const auto& a) { return std::span{a.data(), static_cast<std::size_t>(a.size())}; };
          std::vector<kebi::duplicate> found;
          std::optional<kebi::panel> made;
          {
            const kebi::coded_rows rows{span(region), span(indicator), span(end), span(values)};
            const py::gil_scoped_release without;
            made.emplace(regions, what, time);
            found = kebi::fill(rows, *made, rule);
          }
          std::vector<std::tuple<std::size_t, double, double>> told;
          for (const auto& each : found) told.emplace_back(each.row, each.kept, each.other);
          return py::make_tuple(std::move(made->figures()), told);
        },
        "regions"_a, "indicators"_a, "time"_a, "region"_a, "indicator"_a, "end"_a, "values"_a, "decimals"_a, "rule"_a,
        "The figures of a long table with numbered names, and the rows that tell one again.");
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
  m.def("growth_of_rows",
        [](const codes& region, const codes& indicator, const codes& end, const doubles& values, int months, bool printed) {
          doubles out(values.size());
          const auto span = [](const auto& a) { return std::span{a.data(), static_cast<std::size_t>(a.size())}; };
          const std::span rates{out.mutable_data(), static_cast<std::size_t>(out.size())};
          kebi::coded_rows rows{span(region), span(indicator), span(end), span(values)};
          const py::gil_scoped_release without;
          if (!printed) {
            kebi::growth_of_rows(rows, months, rates);
            return out;
          }
          bool dates = true;
          for (const std::int32_t each : rows.ends)
            dates &= static_cast<std::uint32_t>(each % 100 - 1) < 12 && each > 100 && each <= 999'912;
          if (!dates) throw kebi::error("months as numbers look like 201906: found others");
          if (months % 12 == 0 && kebi::growth_of_sorted_rows(rows, months / 12 * 100, rates)) return out;
          std::vector<std::int32_t> counted(rows.ends.size());
          for (std::size_t i = 0; i < counted.size(); ++i) counted[i] = rows.ends[i] / 100 * 12 + rows.ends[i] % 100 - 1;
          rows.ends = counted;
          kebi::growth_of_rows(rows, months, rates);
          return out;
        },
        "region"_a, "indicator"_a, "end"_a, "values"_a, "months"_a = 12, "printed"_a = false,
        "Growth beside each row of a long table with numbered names; months printed like 201906, or counted.");
}

}  // namespace

void bind_series(py::module_& m) {
  bind_types(m);
  bind_growth(m);
  bind_comparable(m);
  bind_whole(m);
  bind_vintages(m);
  bind_panel(m);
}
