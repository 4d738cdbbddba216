#pragma once

#include "kebi/series/grid.hpp"

namespace kebi {

/// What made the change of each industry of each region (偏离-份额分析), in the unit of
/// the levels; regions x industries.
struct shift_share {
  block national;  ///< had it grown like everything everywhere
  block industry;  ///< because its industry grew otherwise than all together (结构分量)
  block regional;  ///< because the region did otherwise than its industry (竞争力分量)
};

/// Dunn's decomposition (Papers and Proceedings of the Regional Science Association 6,
/// 1960): x0 G, x0 (Gi - G), x0 (gir - Gi). The three add up to the change, cell by cell.
/// Levels of both periods must be of one footing. Throws `error` for an industry that had
/// nothing anywhere and so has no growth.
inline shift_share shift_share_of(const Eigen::Ref<const block>& before,
                                  const Eigen::Ref<const block>& after) {
  if (before.rows() != after.rows() || before.cols() != after.cols())
    throw error{"shift-share compares the same regions and industries: found " +
                std::to_string(before.rows()) + " x " + std::to_string(before.cols()) + " and " +
                std::to_string(after.rows()) + " x " + std::to_string(after.cols())};
  if (!before.allFinite() || !after.allFinite())
    throw error{"shift-share needs every figure of both periods: some are absent"};
  const double base = before.sum();
  if (!(base > 0)) throw error{"growth has no meaning on a base that is zero or negative"};
  const double growth = after.sum() / base - 1;
  shift_share result{before * growth, block(before.rows(), before.cols()),
                     block(before.rows(), before.cols())};
  for (Eigen::Index i = 0; i < before.cols(); ++i) {
    const double own = before.col(i).sum();
    if (!(own > 0))
      throw error{"industry " + std::to_string(i) + " had nothing to grow from in any region"};
    const double own_growth = after.col(i).sum() / own - 1;
    result.industry.col(i) = before.col(i) * (own_growth - growth);
    result.regional.col(i) = after.col(i) - before.col(i) * (1 + own_growth);
  }
  return result;
}

}  // namespace kebi
