#pragma once

#include "kebi/series/evaluate/rates.hpp"

namespace kebi::detail {

KEBI_INLINE void mark_losses(figures_out into) {
  for (Eigen::Index r = 0; r < into.rows(); ++r)
    for (int t = 0; t < into.columns(); ++t)
      if (into.values(r, t) < -100) into.clear(r, t, is_to_loss);
}
KEBI_INLINE void mark_losses(bounds_out into) {
  for (Eigen::Index r = 0; r < into.rows(); ++r)
    for (int t = 0; t < into.columns(); ++t)
      if (into.hi(r, t) < -100)
        into.clear(r, t, is_to_loss);
      else if (into.lo(r, t) < -100)
        into.lo(r, t) = -100;
}

}  // namespace kebi::detail
