#pragma once

#include "kebi/series/parts/from_growth.hpp"
#include "kebi/series/parts/shares.hpp"
#include "kebi/series/storage/alignment.hpp"

/// Mixed growth of series and panels: products and quotients, and parts and wholes by published
/// growth of both, on the comparable base. Wholes are as in `shares`, with their growth in
/// another table of the same labels.
namespace kebi {

/// Growth of products, such as nominal growth out of real growth and prices. Panels have the
/// same regions and indicators; one series may serve all rows.
template <labelled T, detail::beside_rows_of<T> By>
T growth_of_products(const T& growths, const By& by) {
  return with_figures(growths,
                      growth_of_products(detail::growth_in(growths),
                                         detail::growth_in(detail::in_region_of(growths, by))),
                      measure::growth);
}
template <labelled T, detail::beside_rows_of<T> By>
bounds_grid growth_of_product_bounds(const T& growths, const By& by) {
  return growth_of_product_bounds(detail::growth_in(growths),
                                  detail::growth_in(detail::in_region_of(growths, by)));
}

/// Growth of quotients, such as real growth out of nominal growth and prices, or per head.
template <labelled T, detail::beside_rows_of<T> Below>
T growth_of_ratios(const T& above, const Below& below) {
  return with_figures(above,
                      growth_of_ratios(detail::growth_in(above),
                                       detail::growth_in(detail::in_region_of(above, below))),
                      measure::growth);
}
template <labelled T, detail::beside_rows_of<T> Below>
bounds_grid growth_of_ratio_bounds(const T& above, const Below& below) {
  return growth_of_ratio_bounds(detail::growth_in(above),
                                detail::growth_in(detail::in_region_of(above, below)));
}

/// Growth of what wholes hold beside their parts (其余部分增速), under the labels of the parts.
template <labelled T, detail::beside_rows_of<T> W>
T growth_of_residuals(const T& parts, const T& part_growths, const W& wholes,
                      const W& whole_growths) {
  return with_figures(
      part_growths,
      growth_of_residuals(detail::levels_in(parts), detail::growth_beside(parts, part_growths),
                          detail::wholes_of(parts, wholes),
                          detail::growth_beside(wholes, whole_growths)),
      measure::growth);
}
template <labelled T, detail::beside_rows_of<T> W>
bounds_grid growth_of_residual_bounds(const T& parts, const T& part_growths, const W& wholes,
                                      const W& whole_growths) {
  return growth_of_residual_bounds(
      detail::levels_in(parts), detail::growth_beside(parts, part_growths),
      detail::wholes_of(parts, wholes), detail::growth_beside(wholes, whole_growths));
}

/// Contributions of parts to the growth of their wholes (贡献率), in percent.
template <labelled T, detail::beside_rows_of<T> W>
T contributions_by_growth(const T& parts, const T& part_growths, const W& wholes,
                          const W& whole_growths) {
  return with_figures(
      parts,
      contributions_by_growth(detail::levels_in(parts), detail::growth_beside(parts, part_growths),
                              detail::wholes_of(parts, wholes),
                              detail::growth_beside(wholes, whole_growths)),
      measure::contribution);
}
template <labelled T, detail::beside_rows_of<T> W>
bounds_grid contribution_by_growth_bounds(const T& parts, const T& part_growths, const W& wholes,
                                          const W& whole_growths) {
  return contribution_by_growth_bounds(
      detail::levels_in(parts), detail::growth_beside(parts, part_growths),
      detail::wholes_of(parts, wholes), detail::growth_beside(wholes, whole_growths));
}

/// Pulls of parts on the growth of their wholes (拉动), in points.
template <labelled T, detail::beside_rows_of<T> W>
T pulls_by_growth(const T& parts, const T& part_growths, const W& wholes, const W& whole_growths) {
  return with_figures(
      parts,
      pulls_by_growth(detail::levels_in(parts), detail::growth_beside(parts, part_growths),
                      detail::wholes_of(parts, wholes),
                      detail::growth_beside(wholes, whole_growths)),
      measure::pull);
}
template <labelled T, detail::beside_rows_of<T> W>
bounds_grid pull_by_growth_bounds(const T& parts, const T& part_growths, const W& wholes,
                                  const W& whole_growths) {
  return pull_by_growth_bounds(detail::levels_in(parts), detail::growth_beside(parts, part_growths),
                               detail::wholes_of(parts, wholes),
                               detail::growth_beside(wholes, whole_growths));
}

/// Shares a year before (基期比重), from today's and the growth of parts and wholes.
template <labelled T, detail::beside_rows_of<T> W>
T base_shares(const T& shares, const T& part_growths, const W& whole_growths) {
  return with_figures(shares,
                      base_shares(detail::shares_in(shares),
                                  detail::growth_in(detail::in_region_of(shares, part_growths)),
                                  detail::growth_in(detail::for_rows_of(shares, whole_growths))),
                      measure::share);
}
template <labelled T, detail::beside_rows_of<T> W>
bounds_grid base_share_bounds(const T& shares, const T& part_growths, const W& whole_growths) {
  return base_share_bounds(detail::shares_in(shares),
                           detail::growth_in(detail::in_region_of(shares, part_growths)),
                           detail::growth_in(detail::for_rows_of(shares, whole_growths)));
}

/// By how many points shares changed since a year before, from today's and the growth of parts
/// and wholes. Levels tell it more sharply: see `share_changes`.
template <labelled T, detail::beside_rows_of<T> W>
T share_changes_by_growth(const T& shares, const T& part_growths, const W& whole_growths) {
  return with_figures(
      shares,
      share_changes_by_growth(detail::shares_in(shares),
                              detail::growth_in(detail::in_region_of(shares, part_growths)),
                              detail::growth_in(detail::for_rows_of(shares, whole_growths))),
      measure::change);
}
template <labelled T, detail::beside_rows_of<T> W>
bounds_grid share_change_by_growth_bounds(const T& shares, const T& part_growths,
                                          const W& whole_growths) {
  return share_change_by_growth_bounds(
      detail::shares_in(shares), detail::growth_in(detail::in_region_of(shares, part_growths)),
      detail::growth_in(detail::for_rows_of(shares, whole_growths)));
}

namespace detail {

/// The group of each row: of its indicator where sums run along the regions, else of its region.
inline std::vector<Eigen::Index> groups_of(const panel& of, along items) {
  std::vector<Eigen::Index> groups;
  for (std::size_t r = 0; r < of.regions().size(); ++r)
    for (std::size_t k = 0; k < of.indicators().size(); ++k)
      groups.push_back(static_cast<Eigen::Index>(items == along::regions ? k : r));
  return groups;
}
/// What is added up is told in one unit.
inline const grid& summands_in(const panel& levels, along items) {
  if (levels.regions().empty() || levels.indicators().empty())
    throw error{"a sum needs parts: the panel has no rows"};
  for (std::size_t k = 1; items == along::indicators && k < levels.indicators().size(); ++k)
    require_same_unit(levels.indicators()[k].name, levels.indicators()[k].unit,
                      levels.indicators()[0].unit);
  return levels_in(levels, "add up");
}

}  // namespace detail

/// Growth of sums from levels and growth of their parts (混合增长率): those along the regions make
/// one sum for each indicator, those along the indicators one for each region. `name` is what
/// the sum is called.
inline panel growth_of_sums(const panel& levels, const panel& growths, along parts,
                            std::string name) {
  grid sums =
      growth_of_sums(detail::summands_in(levels, parts), detail::growth_beside(levels, growths),
                     detail::groups_of(levels, parts));
  const panel like =
      parts == along::regions
          ? panel{{std::move(name)}, levels.indicators(), levels.vintage(), levels.time()}
          : panel{levels.regions(), {{std::move(name)}}, levels.vintage(), levels.time()};
  return with_figures(like, std::move(sums), measure::growth);
}
inline bounds_grid growth_of_sum_bounds(const panel& levels, const panel& growths, along parts) {
  return growth_of_sum_bounds(detail::summands_in(levels, parts),
                              detail::growth_beside(levels, growths),
                              detail::groups_of(levels, parts));
}

}  // namespace kebi
