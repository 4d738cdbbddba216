#pragma once

#include "kebi/formula/increment.hpp"
#include "kebi/formula/share.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/parts/shares.hpp"

namespace kebi {

namespace detail {

inline constexpr input parts_to_share{"parts", takes::amounts, aligned::alone, 0,
                                      "take shares of"};
inline constexpr input wholes_of_parts{"wholes", takes::amounts, aligned::in_unit, 0,
                                       "hold parts in"};

/// One of two inputs may have one row, for all rows of the other.
inline result_shape rows_of_both(const arguments& in) {
  return {in.time(), std::max(in.rows(0), in.rows(1))};
}

}  // namespace detail

KEBI_OBJECT constinit const operation<2> share{
    {"share", {detail::parts_to_share, detail::wholes_of_parts}, measure::share},
    detail::cell_by_cell<formula::share, detail::figure_of<0>, detail::figure_of<1>>
};

KEBI_OBJECT constinit const operations<operation<2>, operation<3>, operation<4>> share_change{
    operation<2>{
                 {"share_change", {detail::parts_to_share, detail::wholes_of_parts}, measure::change},
                 detail::cell_by_cell<formula::share_change_of_levels, detail::figure_of<0>,
                 detail::figure_of<1>, detail::figure_of<0, lag::year>,
                 detail::figure_of<1, lag::year>>},
    operation<3>{{"share_change",
                  {{{"shares", takes::shares},
                    {"part_growths", takes::growth, aligned::in_region},
                    {"whole_growths", takes::growth, aligned::row_by_row}}},
                  measure::change},
                 detail::cell_by_cell<formula::ratio_change, detail::figure_of<0>,
                 detail::figure_of<1>, detail::rate_of<2>>},
    operation<4>{
                 {"share_change",
         {{detail::parts_to_share,
           detail::wholes_of_parts,
           {"part_growths", takes::growth, aligned::exactly},
           {"whole_growths", takes::growth, aligned::exactly, 1}}},
         measure::change},
                 detail::cell_by_cell<formula::share_change_of_growths, detail::figure_of<0>,
                 detail::figure_of<1>, detail::figure_of<2>, detail::rate_of<3>>}
};

KEBI_OBJECT constinit const operation<3> base_share{
    {"base_share",
     {{{"shares", takes::shares},
       {"part_growths", takes::growth, aligned::in_region},
       {"whole_growths", takes::growth, aligned::row_by_row}}},
     measure::share},
    detail::cell_by_cell<formula::base_ratio, detail::figure_of<0>, detail::figure_of<1>,
                         detail::rate_of<2>>
};

KEBI_OBJECT constinit const operation<4> base_multiple{
    {"base_multiple",
     {{{"levels", takes::levels, aligned::alone, 0, "take multiples of"},
       {"others", takes::levels, aligned::in_unit, 0, "take multiples over"},
       {"growths", takes::growth, aligned::exactly},
       {"other_growths", takes::growth, aligned::exactly, 1}}},
     measure::ratio},
    detail::cell_by_cell<formula::base_multiple, detail::figure_of<0>, detail::figure_of<1>,
                         detail::figure_of<2>, detail::rate_of<3>>
};

KEBI_OBJECT constinit const operation<2> residual{
    {"residual",
     {{{"wholes", takes::amounts, aligned::in_unit, 1, "hold parts in"},
       {"parts", takes::amounts, aligned::alone, 0, "take off"}}},
     measure::level,
     1},
    detail::cell_by_cell<formula::difference, detail::figure_of<0>, detail::figure_of<1>>,
    &detail::rows_of_both
};

KEBI_OBJECT constinit const operation<2> change_between{
    {"change_between",
     {{{"a", takes::anything}, {"b", takes::anything, aligned::in_unit}}},
     measure::change,
     0, true},
    detail::cell_by_cell<formula::difference, detail::figure_of<0>, detail::figure_of<1>>
};

}  // namespace kebi
