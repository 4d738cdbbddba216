#pragma once

#include "kebi/series/evaluate/operation.hpp"

/// Growth of what is made of several figures, from the growth of each, in percent. Both growths of
/// a place are on one basis.
namespace kebi {

/// Growth of products, such as nominal growth out of real growth and prices. Panels have the same
/// regions and indicators; one series may serve all rows.
extern KEBI_API const operation<2> growth_of_product;

/// Growth of quotients, such as real growth out of nominal growth and prices, or per head.
extern KEBI_API const operation<2> growth_of_ratio;

/// Growth of what wholes hold besides their parts (其余部分增速), from levels and growth of both:
/// of parts, their growth, wholes and theirs. Undefined where the rest has no base above zero;
/// where rounding leaves that open, bounds hold the growth on a base above zero.
extern KEBI_API const operation<4> growth_of_residual;

/// What wholes held besides their parts a year before, on the basis of today (其余部分基数), from
/// levels and growth of both, in the order of `growth_of_residual`.
extern KEBI_API const operation<4> residual_base;

/// Growth at current prices out of growth at constant prices and the change of prices (名义增速), the
/// way back (实际增速), and the change of prices between growth at current and at constant prices
/// (平减指数).
extern KEBI_API const operation<2> nominal_growth, real_growth, price_growth;

/// Which rows make a sum: a group for each row, numbered from 0, or all rows in one; or of a panel
/// those along its regions, one sum for each indicator, or along its indicators, one for each
/// region, and what the sum is called.
class sum_of {
 public:
  using may_be_left_out = void;

  sum_of() = default;
  sum_of(std::vector<Eigen::Index> groups) : groups_{std::move(groups)} {}
  sum_of(along items, std::string name) : items_{items}, name_{std::move(name)} {}

  /// The group of each row of a table, and the labels of the sums.
  std::vector<Eigen::Index> groups(const argument& levels) const;
  std::optional<labels> named(const argument& levels) const;

 private:
  std::vector<Eigen::Index> groups_;
  std::optional<along> items_;
  std::string name_;
};

/// Growth of sums from the levels and growths of their parts (混合增长率). A sum of which a part is
/// absent is absent too; one with a part below zero, or a part that fell by all of it, is
/// undefined. Levels of one sum are in one unit.
extern KEBI_API const operation<2, sum_of> growth_of_sum;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/parts/composition-inl.hpp"
#endif
