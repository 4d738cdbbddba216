#pragma once

#include "kebi/series/evaluate/cellwise.hpp"

/// Growth below -100% tells that a figure above zero turned into one below it (由盈转亏). It is
/// that turn and no rate, whether growth was printed so or comes out of levels: see `turn`.
namespace kebi::detail {

inline constexpr std::uint8_t is_to_loss = static_cast<std::uint8_t>(cell::to_loss);

/// Growth as an input without levels beside it, of so many columns before: what lies below
/// -100% is a turn, and bounds end there.
template <class Growths>
operand rates(const Growths& growths, int back = 0) {
  return operand{growths, back}.none_below(-100, is_to_loss);
}

/// Growth that was found from levels: what came out below -100% is a turn.
inline void tell_losses(figures_out into) {
  for (Eigen::Index r = 0; r < into.rows(); ++r)
    for (int t = 0; t < into.columns(); ++t)
      if (into.values(r, t) < -100) into.clear(r, t, is_to_loss);
}
inline void tell_losses(bounds_out into) {
  for (Eigen::Index r = 0; r < into.rows(); ++r)
    for (int t = 0; t < into.columns(); ++t)
      if (into.hi(r, t) < -100)
        into.clear(r, t, is_to_loss);
      else if (into.lo(r, t) < -100)
        into.lo(r, t) = -100;
}

}  // namespace kebi::detail
