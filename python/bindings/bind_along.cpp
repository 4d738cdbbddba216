#include "blocks.hpp"
#include "kebi/series.hpp"

using blocks::along;
using blocks::bytes;
using blocks::doubles;
using kebi::bounds_grid;
using kebi::figures;
using kebi::frequency;
using kebi::grid;
using kebi::period;
using kebi::step_back;
using kebi::timeline;

namespace {

const auto free = py::call_guard<py::gil_scoped_release>();

step_back back(bool span) { return span ? step_back::span : step_back::year; }

/// Results that stand at the times of their first input.
const auto same_times = [](const auto& first, const auto&...) { return first.time; };

void bind_growth(py::module_& m) {
  m.def(
      "growth_over",
      [](const doubles& values, int lag, py::array out, int threads) {
        const auto v = blocks::rows_in<kebi::block>(values);
        auto o = blocks::to_write<double>(out);
        kebi::cell_block cells(v.rows(), v.cols()), out_cells(v.rows(), v.cols());
        const py::gil_scoped_release without;
        for (Eigen::Index k = 0; k < v.size(); ++k) {
          const double value = v.data()[k];
          const bool absent = kebi::detail::is_nan(value);
          if (!absent) grid::require_figure(value);
          cells.data()[k] = absent ? kebi::detail::is_absent : kebi::detail::is_figure;
        }
        kebi::growth_over(figures{v, cells}, lag, {o, out_cells}, threads);
      },
      "values"_a.noconvert(), "lag"_a, "out"_a, "threads"_a = 1,
      "Growth of levels over so many columns, into a given array.");
  along<1, bool>::bind(
      m, "growth_of", same_times,
      [](const auto& levels, bool span, const auto& into, int threads) {
        kebi::growth_of(levels, back(span), into, threads);
      },
      "levels"_a, "span"_a, "Growth of levels, year over year or span over span.");
  along<2>::bind(
      m, "growth_between", same_times,
      []<class Block, class Into>(const Block& levels, const Block& bases, const Into& into,
                                  int threads) {
        if constexpr (std::same_as<Into, kebi::figures_out>)
          kebi::growth_between(levels.view(), bases.view(), into, threads);
        else
          kebi::growth_between(levels, bases, into, threads);
      },
      "levels"_a, "bases"_a, "Growth of each figure over the one at its place in another block.");
  m.def("fixed_base", &kebi::fixed_base<grid>, "levels"_a, "base"_a,
        "One span's figure, for every time (定基).");
  m.def("fixed_base", &kebi::fixed_base<bounds_grid>, "levels"_a, "base"_a);
  m.def("same_span_of", &kebi::same_span_of<grid>, "levels"_a, "year"_a,
        "The figure of the same span of one year, for every time.");
  m.def("same_span_of", &kebi::same_span_of<bounds_grid>, "levels"_a, "year"_a);
  m.def("lagged", &kebi::lagged, "of"_a, "columns"_a, "Each figure moved so many columns later.");
  m.def("bounds_of", &kebi::bounds_of, "printed"_a, free, "What each printed figure stands for.");
  along<1>::bind(
      m, "interval_growth", same_times,
      [](const auto& growths, const auto& into, int threads) {
        kebi::interval_growth(growths, into, threads);
      },
      "growths"_a, "This year's growth and last year's chained (间隔增长).");
  along<1>::bind(
      m, "two_year_average", same_times,
      [](const auto& growths, const auto& into, int threads) {
        kebi::two_year_average(growths, into, threads);
      },
      "growths"_a, "两年平均增速.");
  along<1, int>::bind(
      m, "average_growth", same_times,
      [](const auto& growths, int steps, const auto& into, int threads) {
        kebi::average_growth(growths, steps, into, threads);
      },
      "growths"_a, "steps"_a, "The growth of each of so many equal steps.");
  along<1>::bind(
      m, "annualised", same_times,
      [](const auto& growths, const auto& into, int threads) {
        kebi::annualised(growths, into, threads);
      },
      "growths"_a, "What a year at each span's pace would bring.");
  along<1, bool>::bind(
      m, "acceleration", same_times,
      [](const auto& growths, bool span, const auto& into, int threads) {
        kebi::acceleration(growths, back(span), into, threads);
      },
      "growths"_a, "span"_a, "By how many points growth quickened.");
  along<1, int>::bind(
      m, "chained_rates", same_times,
      [](const auto& steps, int count, const auto& into, int) {
        kebi::chained_rates(steps, count, into);
      },
      "steps"_a, "count"_a, "The rate over the last so many spans.");
  along<1>::bind(
      m, "carry_overs", same_times,
      [](const auto& steps, const auto& into, int) { kebi::carry_overs(steps, into); }, "steps"_a,
      "The part of each yearly rate that was there a year's end before (翘尾因素).");
  along<1>::bind(
      m, "overhangs",
      [](const auto& levels) { return kebi::longer_spans(levels.time, frequency::year); },
      [](const auto& levels, const auto& into, int) { kebi::overhangs(levels, into); }, "levels"_a,
      "What each year leaves to the mean of the next (年度翘尾).");
  along<2>::bind(
      m, "differences", same_times,
      [](const auto& a, const auto& b, const auto& into, int threads) {
        kebi::cellwise(kebi::formula::difference{}, into, threads, a, b);
      },
      "a"_a, "b"_a, "Each figure less the one at its place.");
  along<2>::bind(
      m, "new_prices", same_times,
      [](const auto& yearly, const auto& steps, const auto& into, int threads) {
        kebi::new_prices(yearly, steps, into, threads);
      },
      "yearly"_a, "steps"_a, "The rest of each yearly rate beside its carry-over (新涨价因素).");
}

void bind_comparable(py::module_& m) {
  const auto months = [](const auto& year_to_date) { return kebi::single_months_of(year_to_date); };
  along<1>::bind(
      m, "single_months", months,
      [](const auto& of, const auto& into, int threads) {
        const timeline time = kebi::single_months_of(of);
        if constexpr (requires { into.values; })
          kebi::single_months(of.view(), time.first(), time.january_february(), into, threads);
        else
          kebi::single_months(of, time.january_february(), into, threads);
      },
      "year_to_date"_a, "Levels of single months out of the year to date.");
  along<1>::bind(
      m, "cumulated",
      [](const auto& of) {
        kebi::detail::require_months(of.time);
        return kebi::detail::year_to_date_beside(of.time);
      },
      [](const auto& of, const auto& into, int) { kebi::cumulated(of, of.time, into); }, "months"_a,
      "Levels of the year to date out of months.");
  const auto longer = [](const auto& of, frequency to) { return kebi::longer_spans(of.time, to); };
  along<1, frequency>::bind(
      m, "added_up", longer,
      [](const auto& of, frequency to, const auto& into, int) { kebi::added_up(of, to, into); },
      "months"_a, "to"_a, "Quarters, halves or years from their months.");
  along<1, frequency>::bind(
      m, "spans_of", longer,
      [](const auto& of, frequency to, const auto& into, int) { kebi::spans_of(of, to, into); },
      "year_to_date"_a, "to"_a, "Quarters, halves or years out of the year to date.");
  along<2>::bind(
      m, "single_month_growth",
      [](const auto& l, const auto& g) { return kebi::single_months_of(l, g); },
      [](const auto& l, const auto& g, const auto& into, int threads) {
        kebi::single_month_growth(l, g, kebi::single_months_of(l, g).january_february(), into,
                                  threads);
      },
      "levels"_a, "growths"_a, "Growth of single months out of two years to date.");
  along<4>::bind(
      m, "growth_before", same_times,
      [](const auto& l, const auto& g, const auto& ml, const auto& mg, const auto& into,
         int threads) { kebi::growth_before(l, g, ml, mg, into, threads); },
      "levels"_a, "growths"_a, "month_levels"_a, "month_growths"_a,
      "Growth of the year to the month before, out of the later one and its last month.");
  along<2>::bind(
      m, "implied_weights", same_times,
      [](const auto& g, const auto& mg, const auto& into, int threads) {
        kebi::implied_weights(g, mg, into, threads);
      },
      "growths"_a, "month_growths"_a,
      "The weight of the months before in last year's base, from three growths.");
  m.def("lacks_january", &kebi::lacks_january<grid>, "year_to_date"_a,
        "Whether some February has a figure and its January none.");
  along<2>::bind(
      m, "comparable_base", same_times,
      [](const auto& l, const auto& g, const auto& into, int threads) {
        kebi::comparable_base(l, g, into, threads);
      },
      "levels"_a, "growths"_a, "The base that each growth implies (可比基数).");
  along<3>::bind(
      m, "revision_factors", same_times,
      [](const auto& l, const auto& g, const auto& b, const auto& into, int threads) {
        kebi::revision_factors(l, g, kebi::operand{b}, into, threads);
      },
      "levels"_a, "growths"_a, "bases"_a,
      "The comparable base over another one beside each level.");
  m.def("recut_columns", &kebi::recut_columns, "factors"_a, "row"_a = 0,
        "Columns in which the footing certainly moved.");
  along<2, int>::bind(
      m, "linked", same_times,
      [](const auto& l, const auto& g, int anchor, const auto& into, int) {
        kebi::linked(l, g, anchor, into);
      },
      "levels"_a, "growths"_a, "anchor"_a, "Levels on the footing of one year, linked by growth.");
  m.def(
      "with_ratio_of_levels",
      [](const grid& l, const grid& g, Eigen::Index row) {
        const auto found = kebi::with_ratio_of_levels(l, g, row);
        return py::make_tuple(found.compared, found.agreeing, found.is_ratio_of_levels());
      },
      "levels"_a, "growths"_a, "row"_a = 0,
      "How many growths could be compared with the levels, how many agree, and whether all do.");
  m.def(
      "require_levels",
      [](const std::string& what, bool levels, const char* doing) {
        kebi::require_levels({what, {}, {}, levels ? kebi::measure::level : kebi::measure::growth},
                             doing);
      },
      "indicator"_a, "levels"_a, "doing"_a, "Refuses rates where levels are needed.");
  m.def(
      "require_one_vintage",
      [](const std::string& what, const std::string& a, const std::string& b) {
        kebi::require_one_vintage({what, {}, {}, kebi::measure::level, a},
                                  {what, {}, {}, kebi::measure::level, b});
      },
      "indicator"_a, "one"_a, "other"_a, "Refuses figures published at different times.");
}

}  // namespace

void bind_along(py::module_& m) {
  bind_growth(m);
  bind_comparable(m);
}
