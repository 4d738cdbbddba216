#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "kebi/formula/composition.hpp"
#include "kebi/series/evaluate/row_groups.hpp"
#include "kebi/series/parts/near_zero_growth.hpp"
#include "kebi/series/year_to_date/single_months.hpp"

/// Mixed growth over grids: the formulas of single numbers at each place. Growth is in
/// percent, and both growths of a place are on one footing.
namespace kebi {

/// What was added to the base of each level on the way to it (增长量): x g / (1 + g), in the unit
/// of the levels.
template <class Levels, class Growths, class Into>
void increments(const Levels& levels, const Growths& growths, const Into& into, int threads = 1) {
  cellwise(formula::increment{}, into, threads, levels, growths);
}
inline grid increments(const grid& levels, const grid& growths) {
  return written(levels.time, levels.rows(),
                 [&](const figures_out& into) { increments(levels, growths, into); });
}
template <class Levels, class Growths>
bounds_grid increment_bounds(const Levels& levels, const Growths& growths) {
  return bounds_written(levels.time, levels.rows(),
                        [&](const bounds_out& into) { increments(levels, growths, into); });
}

/// Growth of products, such as nominal growth out of real growth and prices.
template <class A, class B, class Into>
void growth_of_products(const A& a, const B& b, const Into& into, int threads = 1) {
  cellwise(formula::growth_of_product{}, into, threads, detail::rates(a), detail::rates(b));
}
inline grid growth_of_products(const grid& a, const grid& b) {
  return written(a.time, a.rows(),
                 [&](const figures_out& into) { growth_of_products(a, b, into); });
}
template <class A, class B>
bounds_grid growth_of_product_bounds(const A& a, const B& b) {
  return bounds_written(a.time, a.rows(),
                        [&](const bounds_out& into) { growth_of_products(a, b, into); });
}

/// Growth of quotients, such as real growth out of nominal growth and prices, or per head.
template <class Above, class Below, class Into>
void growth_of_ratios(const Above& above, const Below& below, const Into& into, int threads = 1) {
  cellwise(formula::growth_of_ratio{}, into, threads, detail::rates(above), detail::rates(below));
}
inline grid growth_of_ratios(const grid& above, const grid& below) {
  return written(above.time, above.rows(),
                 [&](const figures_out& into) { growth_of_ratios(above, below, into); });
}
template <class Above, class Below>
bounds_grid growth_of_ratio_bounds(const Above& above, const Below& below) {
  return bounds_written(above.time, above.rows(),
                        [&](const bounds_out& into) { growth_of_ratios(above, below, into); });
}

/// Growth of what wholes hold beside their parts, from published growth of both. One whole
/// may serve all parts. Undefined where the rest has no base above zero; where rounding leaves
/// that open, bounds hold the growth on a base above zero.
template <class Parts, class Wholes, class Into>
void growth_of_residuals(const Parts& parts, const Parts& part_growths, const Wholes& wholes,
                         const Wholes& whole_growths, const Into& into, int threads = 1) {
  cellwise(formula::growth_of_residual{}, into, threads, wholes, whole_growths, parts,
           part_growths);
  detail::tell_losses(into);
}
inline grid growth_of_residuals(const grid& parts, const grid& part_growths, const grid& wholes,
                                const grid& whole_growths) {
  return written(parts.time, std::max(wholes.rows(), parts.rows()), [&](const figures_out& into) {
    growth_of_residuals(parts, part_growths, wholes, whole_growths, into);
  });
}
template <class Parts, class Wholes>
bounds_grid growth_of_residual_bounds(const Parts& parts, const Parts& part_growths,
                                      const Wholes& wholes, const Wholes& whole_growths) {
  return bounds_written(parts.time, std::max(wholes.rows(), parts.rows()),
                        [&](const bounds_out& into) {
                          growth_of_residuals(parts, part_growths, wholes, whole_growths, into);
                        });
}

/// Contributions (贡献率) of parts to the growth of their wholes, in percent, from published
/// growth of both, on the comparable base. Undefined where the whole did not grow at all and
/// `shaky` near that, as of levels: take the bounds, which lose their ends.
template <class Parts, class Wholes, class Into>
void contributions_by_growth(const Parts& parts, const Parts& part_growths, const Wholes& wholes,
                             const Wholes& whole_growths, const Into& into, int threads = 1) {
  cellwise(formula::contribution_of_growths{}, into, threads, parts, part_growths, wholes,
           whole_growths);
  if constexpr (std::same_as<Into, figures_out>)
    if (const operand grown{whole_growths}; grown.has_bounds()) leave_out_shaky(into, grown);
}
inline grid contributions_by_growth(const grid& parts, const grid& part_growths, const grid& wholes,
                                    const grid& whole_growths) {
  return written(parts.time, parts.rows(), [&](const figures_out& into) {
    contributions_by_growth(parts, part_growths, wholes, whole_growths, into);
  });
}
template <class Parts, class Wholes>
bounds_grid contribution_by_growth_bounds(const Parts& parts, const Parts& part_growths,
                                          const Wholes& wholes, const Wholes& whole_growths) {
  return bounds_written(parts.time, parts.rows(), [&](const bounds_out& into) {
    contributions_by_growth(parts, part_growths, wholes, whole_growths, into);
  });
}

/// Pulls (拉动) of parts on the growth of their wholes, in points, from published growth of
/// both. Undefined on a base that is not above zero; where rounding leaves that open, bounds
/// hold those on a base above zero.
template <class Parts, class Wholes, class Into>
void pulls_by_growth(const Parts& parts, const Parts& part_growths, const Wholes& wholes,
                     const Wholes& whole_growths, const Into& into, int threads = 1) {
  cellwise(formula::pull_of_growths{}, into, threads, parts, part_growths, wholes, whole_growths);
}
inline grid pulls_by_growth(const grid& parts, const grid& part_growths, const grid& wholes,
                            const grid& whole_growths) {
  return written(parts.time, parts.rows(), [&](const figures_out& into) {
    pulls_by_growth(parts, part_growths, wholes, whole_growths, into);
  });
}
template <class Parts, class Wholes>
bounds_grid pull_by_growth_bounds(const Parts& parts, const Parts& part_growths,
                                  const Wholes& wholes, const Wholes& whole_growths) {
  return bounds_written(parts.time, parts.rows(), [&](const bounds_out& into) {
    pulls_by_growth(parts, part_growths, wholes, whole_growths, into);
  });
}

/// Shares a year before (基期比重), from today's share in percent and the growth of part and
/// whole. Any ratio of two figures will do, such as a margin.
template <class Shares, class Parts, class Wholes, class Into>
void base_shares(const Shares& shares, const Parts& part_growths, const Wholes& whole_growths,
                 const Into& into, int threads = 1) {
  cellwise(formula::base_ratio{}, into, threads, shares, part_growths,
           detail::rates(whole_growths));
}
inline grid base_shares(const grid& shares, const grid& part_growths, const grid& whole_growths) {
  return written(shares.time, shares.rows(), [&](const figures_out& into) {
    base_shares(shares, part_growths, whole_growths, into);
  });
}
template <class Shares, class Parts, class Wholes>
bounds_grid base_share_bounds(const Shares& shares, const Parts& part_growths,
                              const Wholes& whole_growths) {
  return bounds_written(shares.time, shares.rows(), [&](const bounds_out& into) {
    base_shares(shares, part_growths, whole_growths, into);
  });
}

/// By how many points shares changed since a year before, from today's share and the growth
/// of part and whole. Levels, where they are printed, tell it more sharply: see
/// `share_changes`.
template <class Shares, class Parts, class Wholes, class Into>
void share_changes_by_growth(const Shares& shares, const Parts& part_growths,
                             const Wholes& whole_growths, const Into& into, int threads = 1) {
  cellwise(formula::ratio_change{}, into, threads, shares, part_growths,
           detail::rates(whole_growths));
}
inline grid share_changes_by_growth(const grid& shares, const grid& part_growths,
                                    const grid& whole_growths) {
  return written(shares.time, shares.rows(), [&](const figures_out& into) {
    share_changes_by_growth(shares, part_growths, whole_growths, into);
  });
}
template <class Shares, class Parts, class Wholes>
bounds_grid share_change_by_growth_bounds(const Shares& shares, const Parts& part_growths,
                                          const Wholes& whole_growths) {
  return bounds_written(shares.time, shares.rows(), [&](const bounds_out& into) {
    share_changes_by_growth(shares, part_growths, whole_growths, into);
  });
}

namespace detail {

/// Whether parts have a sum that grew: none is below zero, none lost its base, some are there.
template <class N>
bool have_growth(const std::vector<component<N>>& parts) {
  const auto may_be_above = [](const component<N>& part) {
    if constexpr (uncertain<N>)
      return part.level.hi() > 0;
    else
      return part.level > 0;
  };
  return std::none_of(parts.begin(), parts.end(),
                      [](const auto& each) { return is_below_zero(each) || has_no_base(each); }) &&
         std::any_of(parts.begin(), parts.end(), may_be_above);
}

}  // namespace detail

/// Growth of sums from the levels and growths of their parts (混合增长率): a row for each
/// group of rows, such as the industries of a region. Without `groups` all rows make one sum.
/// A sum of which a part is absent is absent too; one with a part below zero, or a part that
/// fell by all of it, is undefined.
template <class Levels, class Growths, class Into>
void growth_of_sums(const Levels& levels, const Growths& growths,
                    const std::vector<Eigen::Index>& groups, Into into) {
  const operand of_levels{levels}, of_growths{growths};
  detail::require_shape(levels.rows(), levels.columns(), growths.rows(), growths.columns());
  of_levels.require(into);
  of_growths.require(into);
  const auto sums = detail::rows_by_group(groups, levels.rows());
  detail::require_shape(into, static_cast<Eigen::Index>(sums.size()), levels.columns());
  using number = detail::amount_in<Into>;
  std::vector<component<number>> parts;
  for (Eigen::Index s = 0; s < into.rows(); ++s)
    for (int t = 0; t < into.columns(); ++t) {
      const auto& rows = sums[static_cast<std::size_t>(s)];
      std::uint8_t why = rows.empty() ? detail::is_absent : detail::is_figure;
      parts.clear();
      for (const Eigen::Index r : rows) {
        const std::uint8_t mine = detail::first_cause({of_levels.why(r, t), of_growths.why(r, t)});
        why = detail::cause_of_both(why, mine);
        if (why != detail::is_figure) continue;
        parts.push_back({detail::amount(into, of_levels, r, t),
                         percent{detail::amount(into, of_growths, r, t)}});
      }
      if (why == detail::is_figure && !detail::have_growth(parts)) why = detail::is_undefined;
      if (why == detail::is_figure)
        into.put(s, t, growth_of_sum(std::span<const component<number>>{parts}).value());
      else
        into.clear(s, t, why);
    }
}
inline grid growth_of_sums(const grid& levels, const grid& growths,
                           const std::vector<Eigen::Index>& groups = {}) {
  return written(levels.time, detail::group_count(groups, levels.rows()),
                 [&](const figures_out& into) { growth_of_sums(levels, growths, groups, into); });
}
template <class Levels, class Growths>
bounds_grid growth_of_sum_bounds(const Levels& levels, const Growths& growths,
                                 const std::vector<Eigen::Index>& groups = {}) {
  return bounds_written(
      levels.time, detail::group_count(groups, levels.rows()),
      [&](const bounds_out& into) { growth_of_sums(levels, growths, groups, into); });
}

}  // namespace kebi
