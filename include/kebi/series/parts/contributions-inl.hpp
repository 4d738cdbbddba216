#pragma once

#include "kebi/formula/contribution.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/parts/contributions.hpp"

namespace kebi {

namespace detail {

/// `grown(row, column)` gives the bounds of the whole's increment, or of its growth.
template <class Grown>
void mask_where_unreliable(figures_out into, const Grown& grown) {
  for (Eigen::Index r = 0; r < into.rows(); ++r)
    for (int t = 0; t < into.columns(); ++t)
      if (into.status(r, t) == is_figure && reliability_of(grown(r, t)) != reliability::reliable)
        into.clear(r, t, is_unreliable);
}

struct share_of_growth_of_levels {
  template <output Into>
  static void write(const arguments& in, const Into& into, int threads) {
    const operand whole = in.at(1), before = in.at(1, lag::year);
    cellwise(formula::share_of_growth{}, into, threads, in.at(0), in.at(0, lag::year), whole,
             before);
    if constexpr (std::same_as<Into, figures_out>)
      if (whole.has_bounds()) mask_unreliable(into, whole, before);
  }
};

struct share_of_growth_of_rates {
  template <output Into>
  static void write(const arguments& in, const Into& into, int threads) {
    cellwise(formula::share_of_growth_by_rates{}, into, threads, in.at(0), in.at(1), in.at(2),
             in.at(3));
    if constexpr (std::same_as<Into, figures_out>)
      if (in.at(3).has_bounds()) mask_unreliable(into, in.at(3));
  }
};

constexpr description of_levels(const char* name, const char* doing, measure gives) {
  return {name,
          {{{"parts", takes::amounts, aligned::alone, 0, doing},
            {"wholes", takes::amounts, aligned::in_unit, 0, "hold parts in"}}},
          gives};
}
constexpr description of_growths(const char* name, const char* doing, measure gives) {
  return {name,
          {{{"parts", takes::amounts, aligned::alone, 0, doing},
            {"part_growths", takes::growth, aligned::exactly},
            {"wholes", takes::amounts, aligned::in_unit, 0, "hold parts in"},
            {"whole_growths", takes::growth, aligned::exactly, 2}}},
          gives};
}

}  // namespace detail

KEBI_INLINE void mask_unreliable(const figures_out& into, const operand& wholes,
                                 const operand& before) {
  detail::mask_where_unreliable(into, [&](Eigen::Index row, int column) {
    return wholes.within(row, column) - before.within(row, column);
  });
}
KEBI_INLINE void mask_unreliable(const figures_out& into, const operand& whole_growths) {
  detail::mask_where_unreliable(
      into, [&](Eigen::Index row, int column) { return whole_growths.within(row, column); });
}

KEBI_OBJECT constinit const operations<operation<2>, operation<4>> share_of_growth{
    operation<2>{
                 detail::of_levels("share_of_growth", "take shares of growth of", measure::contribution),
                 detail::kernel_of<detail::share_of_growth_of_levels>},
    operation<4>{detail::of_growths("share_of_growth", "take shares of growth of", measure::contribution),
                 detail::kernel_of<detail::share_of_growth_of_rates>}
};

KEBI_OBJECT constinit const operations<operation<2>, operation<4>> contribution_to_growth{
    operation<2>{
                 detail::of_levels("contribution_to_growth", "take contributions to growth of",
                 measure::pull),
                 detail::cell_by_cell<formula::contribution_to_growth, detail::figure_of<0>,
                 detail::figure_of<0, lag::year>, detail::figure_of<1, lag::year>>},
    operation<4>{
                 detail::of_growths("contribution_to_growth", "take contributions to growth of",
                 measure::pull),
                 detail::cell_by_cell<formula::contribution_to_growth_by_rates, detail::figure_of<0>,
                 detail::figure_of<1>, detail::figure_of<2>, detail::figure_of<3>>}
};

}  // namespace kebi
