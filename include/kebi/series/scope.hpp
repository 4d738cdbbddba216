#pragma once

#include "kebi/series/cellwise.hpp"
#include "kebi/series/comparable.hpp"
#include "kebi/series/growth.hpp"

namespace kebi {

/// The comparable base of each figure: x / (1 + g) from its level and its published
/// year-over-year growth. It stands beside the later figure, as the base published a year
/// before does after `lagged(levels, levels.time.year())`.
inline grid comparable_base(const grid& levels, const grid& growths) {
  return combined(formula::base{}, levels, growths);
}
inline bounds_grid comparable_base_bounds(const grid& levels, const grid& growths) {
  return combined_bounds(formula::base{}, levels, growths);
}

/// The comparable base over the one published a year before, for each figure.
inline grid revision_factors(const grid& levels, const grid& growths) {
  return combined(formula::revision_factor{}, levels, growths, lagged(levels, levels.time.year()));
}
inline bounds_grid revision_factor_bounds(const grid& levels, const grid& growths) {
  return combined_bounds(formula::revision_factor{}, levels, growths,
                         lagged(levels, levels.time.year()));
}

/// Columns in which the footing of a row certainly moved: no rounding brings its
/// revision factor to 1.
inline std::vector<int> recut_columns(const bounds_grid& factors, Eigen::Index row) {
  std::vector<int> found;
  for (int t = 0; t < factors.time.length(); ++t)
    if (factors.at(row, t) == cell::figure && is_recut(factors.value(row, t))) found.push_back(t);
  return found;
}

/// Levels on the footing of one year: those of `anchor` as published, the others linked
/// to them by growth, forwards and backwards. Where a growth is missing the link breaks,
/// and what lies beyond is absent.
inline grid linked(const grid& levels, const grid& growths, int anchor) {
  detail::require_same(levels.view(), growths.view());
  const int year = levels.time.year();
  grid result = grid::blank(levels.time, levels.rows());
  for (Eigen::Index r = 0; r < levels.rows(); ++r)
    for (int t = 0; t < levels.columns(); ++t) {
      if (levels.time.end(t).year() != anchor) continue;
      if (levels.at(r, t) != cell::figure) continue;
      result.set(r, t, levels.values(r, t));
      for (int later = t + year; later < levels.columns(); later += year) {
        if (growths.at(r, later) != cell::figure) break;
        result.set(r, later,
                   formula::level{}(result.values(r, later - year), growths.values(r, later)));
      }
      for (int earlier = t - year; earlier >= 0; earlier -= year) {
        if (growths.at(r, earlier + year) != cell::figure ||
            growths.values(r, earlier + year) <= -100)
          break;
        result.set(
            r, earlier,
            formula::base{}(result.values(r, earlier + year), growths.values(r, earlier + year)));
      }
    }
  return result;
}

/// The same with bounds: they widen with each link.
inline bounds_grid linked_bounds(const grid& levels, const grid& growths, int anchor) {
  detail::require_same(levels.view(), growths.view());
  const int year = levels.time.year();
  bounds_grid result = bounds_grid::blank(levels.time, levels.rows());
  const auto put = [&](Eigen::Index r, int t, const bounds& found) {
    result.lo(r, t) = found.lo();
    result.hi(r, t) = found.hi();
    result.cells(r, t) = detail::is_figure;
  };
  for (Eigen::Index r = 0; r < levels.rows(); ++r)
    for (int t = 0; t < levels.columns(); ++t) {
      if (levels.time.end(t).year() != anchor || levels.at(r, t) != cell::figure) continue;
      const bounds start = detail::around_printed(levels.values(r, t), levels.half(r));
      const auto rate = [&](int at) {
        return detail::around_printed(growths.values(r, at), growths.half(r));
      };
      put(r, t, start);
      bounds now = start;
      for (int later = t + year; later < levels.columns(); later += year) {
        if (growths.at(r, later) != cell::figure) break;
        put(r, later, now = evaluate(formula::level{}, now, rate(later)));
      }
      now = start;
      for (int earlier = t - year; earlier >= 0; earlier -= year) {
        if (growths.at(r, earlier + year) != cell::figure || rate(earlier + year).lo() <= -100)
          break;
        put(r, earlier, now = evaluate(formula::base{}, now, rate(earlier + year)));
      }
    }
  return result;
}

/// How often a column of growth is what the levels beside it give, to a unit of its last
/// digit: vendors may cut digits off where others round.
struct agreement {
  int compared = 0;
  int agreeing = 0;

  /// Growth that equals the ratio of levels every time was made from them by a vendor,
  /// not published: official growth shows its recut bases somewhere.
  bool is_ratio_of_levels() const { return compared >= 12 && agreeing == compared; }
};

inline agreement with_ratio_of_levels(const grid& levels, const grid& growths, Eigen::Index row) {
  agreement found;
  const int year = levels.time.year();
  const double level_half = levels.half(row), growth_half = growths.half(row);
  for (int t = year; t < levels.columns(); ++t) {
    if (growths.at(row, t) != cell::figure || levels.at(row, t) != cell::figure ||
        levels.at(row, t - year) != cell::figure)
      continue;
    const bounds base = detail::around_printed(levels.values(row, t - year), level_half);
    if (base.lo() <= 0) continue;
    const bounds from_levels = evaluate(
        formula::growth_rate{}, detail::around_printed(levels.values(row, t), level_half), base);
    ++found.compared;
    const bounds told = detail::around_printed(growths.values(row, t), 2 * growth_half);
    if (!(from_levels & told).is_empty()) ++found.agreeing;
  }
  return found;
}

}  // namespace kebi
