#pragma once

#include <algorithm>
#include <vector>

#include "kebi/formula/composition.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/evaluate/rates.hpp"
#include "kebi/series/evaluate/row_groups.hpp"
#include "kebi/series/growth/growth_of_sum.hpp"
#include "kebi/series/parts/composition.hpp"

namespace kebi {

namespace detail {

/// The first factor or the numerator, and the other one.
constexpr description of_two_growths(const char* name, const char* first, const char* second) {
  return {name,
          {{{first, takes::growth}, {second, takes::growth, aligned::in_region}}},
          measure::growth};
}
inline constexpr kernel<> growth_of_products =
    cell_by_cell<formula::growth_of_product, rate_of<0>, rate_of<1>>;
inline constexpr kernel<> growth_of_ratios =
    cell_by_cell<formula::growth_of_ratio, rate_of<0>, rate_of<1>>;

/// Parts, their growth, wholes and theirs.
constexpr description of_residuals(const char* name, measure gives) {
  return {name,
          {{{"parts", takes::amounts, aligned::alone, 0, "take off"},
            {"part_growths", takes::growth, aligned::exactly},
            {"wholes", takes::amounts, aligned::in_unit, 0, "hold parts in"},
            {"whole_growths", takes::growth, aligned::exactly, 2}}},
          gives,
          1};
}

/// One whole may serve all parts, and one part all wholes.
inline result_shape rows_of_residuals(const arguments& in) {
  return {in.time(), std::max(in.rows(0), in.rows(2))};
}

struct growth_of_residuals {
  template <output Into>
  static void write(const arguments& in, const Into& into, int threads) {
    // The whole comes first in the formula, because the part is taken off it.
    cellwise(formula::growth_of_residual{}, into, threads, in.at(2), in.at(3), in.at(0), in.at(1));
    mark_losses(into);
  }
};

struct growth_of_groups {
  static result_shape shape(const arguments& in, const sum_of& sums) {
    return {in.time(), group_count(sums.groups(in[0]), in.rows()), sums.named(in[0])};
  }

  /// The parts of a sum at one time, or why it has none.
  template <output Into>
  static std::uint8_t parts_at(const arguments& in, const Into& into,
                               const std::vector<Eigen::Index>& rows, int t,
                               std::vector<component<amount_in<Into>>>& parts) {
    const operand levels = in.at(0), growths = in.at(1);
    std::uint8_t why = rows.empty() ? is_absent : is_figure;
    parts.clear();
    for (const Eigen::Index r : rows) {
      why = cause_of_both(why, first_cause({levels.why(r, t), growths.why(r, t)}));
      if (why == is_figure)
        parts.push_back({amount(into, levels, r, t), percent{amount(into, growths, r, t)}});
    }
    return why;
  }

  template <output Into>
  static void write(const arguments& in, const sum_of& sums, const Into& out, int) {
    Into into = out;
    const operand levels = in.at(0), growths = in.at(1);
    require_shape(levels.rows(), levels.columns(), growths.rows(), growths.columns());
    levels.require(into);
    growths.require(into);
    std::vector<component<amount_in<Into>>> parts;
    const auto groups = rows_by_group(sums.groups(in[0]), levels.rows());
    for (Eigen::Index s = 0; s < into.rows(); ++s)
      for (int t = 0; t < into.columns(); ++t) {
        const std::uint8_t why = parts_at(in, into, groups[static_cast<std::size_t>(s)], t, parts);
        if (why == is_figure)
          put_growth_of_sum(into, s, t, parts);
        else
          into.clear(s, t, why);
      }
  }
};

}  // namespace detail

KEBI_INLINE std::vector<Eigen::Index> sum_of::groups(const argument& levels) const {
  if (!items_) return groups_;
  const labels& of = levels.labels();
  std::vector<Eigen::Index> groups;
  for (std::size_t r = 0; r < of.regions.size(); ++r)
    for (std::size_t k = 0; k < of.indicators.size(); ++k)
      groups.push_back(static_cast<Eigen::Index>(*items_ == along::regions ? k : r));
  return groups;
}

KEBI_INLINE std::optional<labels> sum_of::named(const argument& levels) const {
  if (!items_ && levels.kind() != table_kind::many) return std::nullopt;
  if (!items_) throw error{"a sum of a panel runs along its regions or its indicators: say which"};
  if (!levels.is_labelled())
    throw error{
        "a table without labels has no regions and indicators to add up along: give the "
        "group of each row"};
  labels of = levels.labels();
  if (of.rows() == 0) throw error{"a sum needs parts: the panel has no rows"};
  if (*items_ == along::regions) {
    of.regions = {name_};
    return of;
  }
  for (const panel_indicator& each : of.indicators)
    require_same_unit(each.name, each.unit, of.indicators[0].unit);
  of.indicators = {{name_}};
  return of;
}

KEBI_OBJECT constinit const operation<2> growth_of_product{
    detail::of_two_growths("growth_of_product", "a", "b"), detail::growth_of_products};
KEBI_OBJECT constinit const operation<2> growth_of_ratio{
    detail::of_two_growths("growth_of_ratio", "above", "below"), detail::growth_of_ratios};

KEBI_OBJECT constinit const operation<2> nominal_growth{
    detail::of_two_growths("nominal_growth", "real", "prices"), detail::growth_of_products};
KEBI_OBJECT constinit const operation<2> real_growth{
    detail::of_two_growths("real_growth", "nominal", "prices"), detail::growth_of_ratios};
KEBI_OBJECT constinit const operation<2> price_growth{
    detail::of_two_growths("price_growth", "nominal", "real"), detail::growth_of_ratios};

KEBI_OBJECT constinit const operation<4> growth_of_residual{
    detail::of_residuals("growth_of_residual", measure::growth),
    detail::kernel_of<detail::growth_of_residuals>, &detail::rows_of_residuals};

// The whole comes first in the formula, because the part is taken off it.
KEBI_OBJECT constinit const operation<4> residual_base{
    detail::of_residuals("residual_base", measure::level),
    detail::cell_by_cell<formula::residual_base, detail::figure_of<2>, detail::figure_of<3>,
                         detail::figure_of<0>, detail::figure_of<1>>,
    &detail::rows_of_residuals};

KEBI_OBJECT constinit const operation<2, sum_of> growth_of_sum{
    {"growth_of_sum",
     {{{"levels", takes::amounts, aligned::alone, 0, "add up"},
       {"growths", takes::growth, aligned::exactly}}},
     measure::growth},
    detail::kernel_of<detail::growth_of_groups, sum_of>,
    &detail::growth_of_groups::shape
};

}  // namespace kebi
