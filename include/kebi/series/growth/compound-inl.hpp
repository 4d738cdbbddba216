#pragma once

#include "kebi/formula/compound.hpp"
#include "kebi/formula/increment.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/growth/compound.hpp"

namespace kebi {

namespace detail {

inline constexpr input growths_alone{"growths", takes::growth};

struct growth_of_each_step {
  template <output Into>
  static void write(const arguments& in, const int& steps, const Into& into, int threads) {
    require_steps(steps);
    cellwise(formula::per_step{1, steps}, into, threads, in.rate(0));
  }
};

struct growth_of_a_year {
  template <output Into>
  static void write(const arguments& in, const Into& into, int threads) {
    if (is_to_date(in.time().frequency()))
      throw error{"the year to date has no pace of its own: take single months first"};
    cellwise(formula::per_step{in.time().year(), 1}, into, threads, in.rate(0));
  }
};

struct points_quickened {
  template <output Into>
  static void write(const arguments& in, const step_back& since, const Into& into, int threads) {
    const lag back = since == step_back::year ? lag::year : lag::span;
    cellwise(formula::difference{}, into, threads, in.rate(0), in.rate(0, back));
  }
};

}  // namespace detail

KEBI_OBJECT constinit const operation<1> interval_growth{
    {"interval_growth", {detail::growths_alone}, measure::growth},
    detail::cell_by_cell<formula::interval_growth, detail::rate_of<0>,
                         detail::rate_of<0, lag::year>>
};

KEBI_OBJECT constinit const operation<1> two_year_average{
    {"two_year_average", {detail::growths_alone}, measure::growth},
    detail::cell_by_cell<formula::two_year_average, detail::rate_of<0>,
                         detail::rate_of<0, lag::year>>
};

KEBI_OBJECT constinit const operation<1, int> average_growth{
    {"average_growth", {detail::growths_alone}, measure::growth},
    detail::kernel_of<detail::growth_of_each_step, int>
};

KEBI_OBJECT constinit const operation<1> annualised{
    {"annualised", {detail::growths_alone}, measure::growth},
    detail::kernel_of<detail::growth_of_a_year>
};

KEBI_OBJECT constinit const operation<1, step_back> acceleration{
    {"acceleration", {detail::growths_alone}, measure::change},
    detail::kernel_of<detail::points_quickened, step_back>
};

}  // namespace kebi
