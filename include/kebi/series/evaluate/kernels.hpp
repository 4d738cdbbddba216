#pragma once

#include "kebi/series/evaluate/cellwise.hpp"
#include "kebi/series/evaluate/operation.hpp"

/// How the bodies of operations are written down: a formula and what it reads, or a struct with a
/// template `write` for figures and bounds.
namespace kebi::detail {

/// The figures of an input, of some columns before.
template <int Input, lag Back = lag::none>
struct figure_of {
  static operand of(const arguments& in) { return in.at(Input, Back); }
};
/// Growth without levels beside it; below -100% it is a swing into loss.
template <int Input, lag Back = lag::none>
struct rate_of {
  static operand of(const arguments& in) { return in.rate(Input, Back); }
};

template <class Formula, class... Reads>
struct each_cell {
  template <output Into>
  static void write(const arguments& in, const Into& into, int threads) {
    cellwise(Formula{}, into, threads, Reads::of(in)...);
  }
};

/// The kernel of a struct `Work`.
template <class Work, class... Options>
inline constexpr kernel<Options...> kernel_of{&Work::template write<figures_out>,
                                              &Work::template write<bounds_out>};

/// A formula at each place: `cell_by_cell<formula::share, figure_of<0>, figure_of<1>>`.
template <class Formula, class... Reads>
inline constexpr kernel<> cell_by_cell = kernel_of<each_cell<Formula, Reads...>>;

}  // namespace kebi::detail
