#pragma once

#include "kebi/formula/composition.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/evaluate/rates.hpp"
#include "kebi/series/year_to_date/single_month_growth.hpp"

namespace kebi {

namespace detail {

struct growth_of_months {
  /// Single growth comes for the months that single levels come for.
  static result_shape shape(const arguments& in) {
    require_year_to_date(in.time());
    require_same_ends(in.time(0), in.time(1));
    return {in.visit(0, [](const auto& of) { return single_months_of(of); }), in.rows()};
  }

  template <output Into>
  static void write(const arguments& in, const Into& into, int threads) {
    require_year_to_date(in.time(1));
    cellwise(formula::growth_of_residual{}, into, threads, in.at(0), in.at(1), in.at(0, 1),
             in.at(1, 1));
    mark_losses(into);
    put_starts(in.rate(1), in.time(1), shape(in).time.january_february(), into);
  }
};

/// Throws `error` unless months line up with the years to date that they end.
KEBI_INLINE void require_last_months(const timeline& year_to_date, const timeline& months) {
  require_year_to_date(year_to_date);
  require_months(months);
  require_same_ends(year_to_date, months);
}

/// The start of a year has no months before it: January, or January and February as one.
template <output Into>
void clear_starts(const timeline& months, Into into) {
  for (int t = 0; t < months.length(); ++t) {
    const int number = months.end(t).in_year();
    const bool starts = number == 1 || (number == 2 && months.january_february());
    for (Eigen::Index r = 0; starts && r < into.rows(); ++r)
      if (into.status(r, t) == is_figure) into.clear(r, t, is_undefined);
  }
}

struct growth_of_months_before {
  template <output Into>
  static void write(const arguments& in, const Into& into, int threads) {
    require_last_months(in.time(0), in.time(2));
    require_last_months(in.time(1), in.time(3));
    cellwise(formula::growth_of_residual{}, into, threads, in.at(0), in.at(1), in.at(2), in.at(3));
    mark_losses(into);
    clear_starts(in.time(2), into);
    clear_starts(in.time(3), into);
  }
};

struct weight_of_months_before {
  template <output Into>
  static void write(const arguments& in, const Into& into, int threads) {
    require_last_months(in.time(0), in.time(1));
    cellwise(formula::implied_weight{}, into, threads, in.rate(0), in.rate(0, 1), in.rate(1));
    clear_starts(in.time(1), into);
  }
};

}  // namespace detail

KEBI_OBJECT constinit const operation<2> single_month_growth{
    {"single_month_growth",
     {{{"levels", takes::flows, aligned::alone, 0, "take months out of"},
       {"growths", takes::growth, aligned::exactly}}},
     measure::growth,
     1},
    detail::kernel_of<detail::growth_of_months>,
    &detail::growth_of_months::shape
};

KEBI_OBJECT constinit const operation<4> growth_before{
    {"growth_before",
     {{{"levels", takes::flows, aligned::alone, 0, "take months out of"},
       {"growths", takes::growth, aligned::exactly},
       {"month_levels", takes::flows, aligned::as_months},
       {"month_growths", takes::growth, aligned::exactly, 2}}},
     measure::growth,
     1},
    detail::kernel_of<detail::growth_of_months_before>
};

KEBI_OBJECT constinit const operation<2> implied_weight{
    {"implied_weight",
     {{{"growths", takes::growth}, {"month_growths", takes::growth, aligned::as_months}}},
     measure::share},
    detail::kernel_of<detail::weight_of_months_before>
};

}  // namespace kebi
