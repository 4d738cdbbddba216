#pragma once

#include "kebi/formula/comparable_base.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/growth/comparable_base.hpp"

namespace kebi {

namespace detail {

inline constexpr input levels_with_growth{"levels", takes::growing};
inline constexpr input growth_of_levels_given{"growths", takes::growth, aligned::exactly};

/// How a level leads to the next one. A link is none where there is no growth on a base above zero.
inline std::optional<double> linked_forwards(double now, double growth) {
  const double later = formula::level{}(now, growth);
  return now > 0 && is_finite(later) ? std::optional{later} : std::nullopt;
}
inline std::optional<bounds> linked_forwards(const bounds& now, const bounds& growth) {
  const bounds base = kept_above(0, now);
  if (base.is_empty()) return std::nullopt;
  return evaluate(formula::level{}, base, growth);
}
inline std::optional<double> linked_backwards(double now, double growth) {
  const double before = formula::base_above_zero{}(now, growth);
  return is_finite(before) ? std::optional{before} : std::nullopt;
}
inline std::optional<bounds> linked_backwards(const bounds& now, const bounds& growth) {
  const bounds before = evaluate(formula::base_above_zero{}, now, growth);
  return before.is_empty() || !before.is_bounded() ? std::nullopt : std::optional{before};
}

/// Levels on the basis of one year.
struct levels_on_basis {
  /// Walks from a column by years, forwards or backwards, until a link breaks.
  template <output Into>
  static void walk(const operand& levels, const operand& growths, Into& into, Eigen::Index r, int t,
                   int step) {
    std::optional now = amount(into, levels, r, t);
    for (int next = t + step; next >= 0 && next < into.columns(); next += step) {
      const int link = step > 0 ? next : next - step;  // growth stands at the later of two levels
      if (growths.why(r, link) != is_figure) return;
      const auto growth = amount(into, growths, r, link);
      now = step > 0 ? linked_forwards(*now, growth) : linked_backwards(*now, growth);
      if (!now) return;
      into.put(r, next, *now);
    }
  }

  template <output Into>
  static void write(const arguments& in, const int& anchor, const Into& out, int) {
    Into into = out;
    const operand levels = in.at(0), growths = in.at(1);
    const timeline& time = in.time();
    require_shape(levels.rows(), levels.columns(), growths.rows(), growths.columns());
    require_shape(into, levels.rows(), levels.columns());
    levels.require(into);
    growths.require(into);
    for (Eigen::Index r = 0; r < into.rows(); ++r) {
      for (int t = 0; t < into.columns(); ++t) into.clear(r, t, is_absent);
      for (int t = 0; t < into.columns(); ++t) {
        if (time.end(t).year() != anchor || levels.why(r, t) != is_figure) continue;
        into.put(r, t, amount(into, levels, r, t));
        walk(levels, growths, into, r, t, time.year());
        walk(levels, growths, into, r, t, -time.year());
      }
    }
  }
};

}  // namespace detail

KEBI_OBJECT constinit const operation<2> comparable_base{
    {"comparable_base",
     {detail::levels_with_growth, detail::growth_of_levels_given},
     measure::level},
    detail::cell_by_cell<formula::base_above_zero, detail::figure_of<0>, detail::figure_of<1>>
};

KEBI_OBJECT constinit const operations<operation<2>, operation<3>> revision_factor{
    operation<2>{{"revision_factor",
                  {detail::levels_with_growth, detail::growth_of_levels_given},
                  measure::ratio},
                 detail::cell_by_cell<formula::revision_factor, detail::figure_of<0>,
                 detail::figure_of<1>, detail::figure_of<0, lag::year>>},
    operation<3>{{"revision_factor",
                  {detail::levels_with_growth,
                   detail::growth_of_levels_given,
                   {"rereleased", takes::levels, aligned::as_rerelease, 0, "find a base in"}},
                  measure::ratio},
                 detail::cell_by_cell<formula::revision_factor, detail::figure_of<0>,
                 detail::figure_of<1>, detail::figure_of<2, lag::year>>}
};

KEBI_OBJECT constinit const operation<2, int> linked{
    {"linked", {detail::levels_with_growth, detail::growth_of_levels_given}, measure::level},
    detail::kernel_of<detail::levels_on_basis, int>
};

KEBI_OBJECT constinit const operation<2> increment{
    {"increment",
     {detail::levels_with_growth, detail::growth_of_levels_given},
     measure::change,
     0, true},
    detail::cell_by_cell<formula::increment, detail::figure_of<0>, detail::figure_of<1>>
};

KEBI_INLINE std::vector<int> scope_break_columns(const bounds_grid& factors, Eigen::Index row) {
  std::vector<int> found;
  for (int t = 0; t < factors.time.length(); ++t)
    if (factors.at(row, t) == observation_status::figure &&
        formulas::is_scope_break(factors.value(row, t)))
      found.push_back(t);
  return found;
}

KEBI_INLINE std::vector<period> scope_breaks(const series& levels, const series& growths) {
  std::vector<period> found;
  for (const int column : scope_break_columns(revision_factor.bounds(levels, growths).figures(), 0))
    found.push_back(levels.time().span(column));
  return found;
}

KEBI_INLINE agreement with_ratio_of_levels(const grid& levels, const grid& growths,
                                           Eigen::Index row) {
  agreement found;
  const int year = levels.time.year();
  for (int t = year; t < levels.columns(); ++t) {
    if (growths.at(row, t) != observation_status::figure ||
        levels.at(row, t) != observation_status::figure ||
        levels.at(row, t - year) != observation_status::figure)
      continue;
    const bounds base = levels.within(row, t - year);
    if (base.lo() <= 0) continue;
    const bounds from_levels = evaluate(formula::growth_rate{}, levels.within(row, t), base);
    ++found.compared;
    // To a whole unit of the last digit, for growth that was cut off instead of rounded.
    const bounds published =
        detail::around_printed(growths.values(row, t), 2 * growths.half(row, t));
    if (!(from_levels & published).is_empty()) ++found.agreeing;
  }
  return found;
}

KEBI_INLINE agreement with_ratio_of_levels(const series& levels, const series& growths) {
  arguments in{levels, growths};
  comparable_base.prepare(in);  // the same two inputs, labelled alike
  return with_ratio_of_levels(*in[0].figures(), *in[1].figures(), 0);
}

}  // namespace kebi
