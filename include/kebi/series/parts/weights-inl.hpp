#pragma once

#include "kebi/formula/composition.hpp"
#include "kebi/formula/share.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/parts/weights.hpp"

namespace kebi {

namespace detail {

inline constexpr input contributions_first{"contributions", takes::contributions};
inline constexpr input shares_of_growth_beside{"shares_of_growth", takes::shares_of_growth,
                                               aligned::row_by_row};

/// Weights in the base, growth of the part, and growth of another part or of the whole.
constexpr description of_weights(const char* name, const char* others) {
  return {name,
          {{{"weights", takes::shares},
            {"part_growths", takes::growth, aligned::in_region},
            {others, takes::growth, aligned::row_by_row}}},
          measure::growth};
}

/// One number over another, in percent.
inline constexpr kernel<> quotient_in_percent =
    cell_by_cell<formula::share, figure_of<0>, figure_of<1>>;

}  // namespace detail

KEBI_OBJECT constinit const operation<2> weight_in_base{
    {"weight_in_base",
     {{detail::contributions_first, {"growths", takes::growth, aligned::in_region}}},
     measure::share},
    detail::cell_by_cell<formula::share, detail::figure_of<0>, detail::rate_of<1>>
};

KEBI_OBJECT constinit const operation<2> growth_of_whole{
    {"growth_of_whole",
     {{detail::contributions_first, detail::shares_of_growth_beside}},
     measure::growth},
    detail::quotient_in_percent
};

KEBI_OBJECT constinit const operation<2> increment_of_whole{
    {"increment_of_whole",
     {{{"increments", takes::changes}, detail::shares_of_growth_beside}},
     measure::change,
     0, true},
    detail::quotient_in_percent
};

KEBI_OBJECT constinit const operation<3> mixed_growth{
    detail::of_weights("mixed_growth", "rest_growths"),
    detail::cell_by_cell<formula::mixed_growth, detail::figure_of<0>, detail::rate_of<1>,
                         detail::rate_of<2>>
};

KEBI_OBJECT constinit const operation<3> growth_of_rest{
    detail::of_weights("growth_of_rest", "whole_growths"),
    detail::cell_by_cell<formula::growth_of_rest, detail::figure_of<0>, detail::rate_of<1>,
                         detail::rate_of<2>>
};

}  // namespace kebi
