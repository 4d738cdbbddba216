#pragma once

#include <optional>

#include "kebi/formula/comparable_base.hpp"
#include "kebi/series/evaluate/cellwise.hpp"
#include "kebi/series/growth/growth.hpp"

namespace kebi {

/// The comparable base of each figure: x / (1 + g) from its level and its published
/// year-over-year growth. It stands beside the later figure, as the base published a year
/// before does after `lagged(levels, levels.time.year())`. Undefined where it is not above zero.
template <class Levels, class Growths, class Into>
void comparable_base(const Levels& levels, const Growths& growths, const Into& into,
                     int threads = 1) {
  cellwise(formula::base_above_zero{}, into, threads, levels, growths);
}
inline grid comparable_base(const grid& levels, const grid& growths) {
  return written(levels.time, levels.rows(),
                 [&](const figures_out& into) { comparable_base(levels, growths, into); });
}
template <class Levels, class Growths>
bounds_grid comparable_base_bounds(const Levels& levels, const Growths& growths) {
  return bounds_written(levels.time, levels.rows(),
                        [&](const bounds_out& into) { comparable_base(levels, growths, into); });
}

/// The comparable base over another one, for each figure. `bases` stand beside their levels:
/// as published a year before, or as released again since.
template <class Levels, class Growths, class Into>
void revision_factors(const Levels& levels, const Growths& growths, const operand& bases,
                      const Into& into, int threads = 1) {
  cellwise(formula::revision_factor{}, into, threads, levels, growths, bases);
}
/// The comparable base over the one published a year before.
template <class Levels, class Growths, class Into>
void revision_factors(const Levels& levels, const Growths& growths, const Into& into,
                      int threads = 1) {
  revision_factors(levels, growths, operand{levels, levels.time.year()}, into, threads);
}
inline grid revision_factors(const grid& levels, const grid& growths) {
  return written(levels.time, levels.rows(),
                 [&](const figures_out& into) { revision_factors(levels, growths, into); });
}
template <class Levels, class Growths>
bounds_grid revision_factor_bounds(const Levels& levels, const Growths& growths) {
  return bounds_written(levels.time, levels.rows(),
                        [&](const bounds_out& into) { revision_factors(levels, growths, into); });
}

/// The comparable base over the level of a year before in another release of the same times.
inline grid revision_factors(const grid& levels, const grid& growths, const grid& rereleased) {
  return written(levels.time, levels.rows(), [&](const figures_out& into) {
    revision_factors(levels, growths, operand{rereleased, levels.time.year()}, into);
  });
}
template <class Levels, class Growths, class Rereleased>
bounds_grid revision_factor_bounds(const Levels& levels, const Growths& growths,
                                   const Rereleased& rereleased) {
  return bounds_written(levels.time, levels.rows(), [&](const bounds_out& into) {
    revision_factors(levels, growths, operand{rereleased, levels.time.year()}, into);
  });
}

/// Columns in which the footing of a row certainly moved: no rounding brings its
/// revision factor to 1.
inline std::vector<int> recut_columns(const bounds_grid& factors, Eigen::Index row) {
  std::vector<int> found;
  for (int t = 0; t < factors.time.length(); ++t)
    if (factors.at(row, t) == cell::figure && is_recut(factors.value(row, t))) found.push_back(t);
  return found;
}

namespace detail {

/// Walks from the levels of one year along their growths. `forwards` and `backwards` make
/// the next level from the last one and the growth at a column, or none where the link breaks.
template <class Levels, class Growths, class Into, class Start, class Forwards, class Backwards>
void link(const Levels& levels, const Growths& growths, int anchor, Into into, const Start& start,
          const Forwards& forwards, const Backwards& backwards) {
  require_shape(levels.rows(), levels.columns(), growths.rows(), growths.columns());
  require_shape(into, levels.rows(), levels.columns());
  const int year = levels.time.year();
  for (Eigen::Index r = 0; r < levels.rows(); ++r) {
    for (int t = 0; t < levels.columns(); ++t) into.clear(r, t, is_absent);
    for (int t = 0; t < levels.columns(); ++t) {
      if (levels.time.end(t).year() != anchor || levels.at(r, t) != cell::figure) continue;
      auto now = std::optional{start(r, t)};
      into.put(r, t, *now);
      for (int later = t + year; later < levels.columns(); later += year) {
        if (growths.at(r, later) == cell::figure)
          now = forwards(*now, r, later);
        else
          now.reset();
        if (!now) break;
        into.put(r, later, *now);
      }
      now = start(r, t);
      for (int earlier = t - year; earlier >= 0; earlier -= year) {
        if (growths.at(r, earlier + year) == cell::figure)
          now = backwards(*now, r, earlier + year);
        else
          now.reset();
        if (!now) break;
        into.put(r, earlier, *now);
      }
    }
  }
}

}  // namespace detail

/// Levels on the footing of one year: those of `anchor` as published, the others linked
/// to them by growth, forwards and backwards. Where a growth is missing the link breaks,
/// and what lies beyond is absent; so it does where there is no base above zero.
inline void linked(const grid& levels, const grid& growths, int anchor, const figures_out& into) {
  using link = std::optional<double>;
  detail::link(
      levels, growths, anchor, into, [&](Eigen::Index r, int t) { return levels.values(r, t); },
      [&](double now, Eigen::Index r, int t) {
        const double level = formula::level{}(now, growths.values(r, t));
        return now > 0 && detail::is_finite(level) ? link{level} : link{};
      },
      [&](double now, Eigen::Index r, int t) {
        const double before = formula::base_above_zero{}(now, growths.values(r, t));
        return detail::is_finite(before) ? link{before} : link{};
      });
}
/// The same with bounds: they widen with each link.
template <class Levels, class Growths>
void linked(const Levels& levels, const Growths& growths, int anchor, const bounds_out& into) {
  using link = std::optional<bounds>;
  detail::link(
      levels, growths, anchor, into, [&](Eigen::Index r, int t) { return levels.within(r, t); },
      [&](const bounds& now, Eigen::Index r, int t) {
        const bounds base = detail::kept_above(0, now);
        return base.is_empty() ? link{}
                               : link{evaluate(formula::level{}, base, growths.within(r, t))};
      },
      [&](const bounds& now, Eigen::Index r, int t) {
        const bounds before = evaluate(formula::base_above_zero{}, now, growths.within(r, t));
        return before.is_empty() || !before.is_bounded() ? link{} : link{before};
      });
}
inline grid linked(const grid& levels, const grid& growths, int anchor) {
  return written(levels.time, levels.rows(),
                 [&](const figures_out& into) { linked(levels, growths, anchor, into); });
}
template <class Levels, class Growths>
bounds_grid linked_bounds(const Levels& levels, const Growths& growths, int anchor) {
  return bounds_written(levels.time, levels.rows(),
                        [&](const bounds_out& into) { linked(levels, growths, anchor, into); });
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
  for (int t = year; t < levels.columns(); ++t) {
    if (growths.at(row, t) != cell::figure || levels.at(row, t) != cell::figure ||
        levels.at(row, t - year) != cell::figure)
      continue;
    const bounds base = levels.within(row, t - year);
    if (base.lo() <= 0) continue;
    const bounds from_levels = evaluate(formula::growth_rate{}, levels.within(row, t), base);
    ++found.compared;
    const bounds told = detail::around_printed(growths.values(row, t), 2 * growths.half(row, t));
    if (!(from_levels & told).is_empty()) ++found.agreeing;
  }
  return found;
}

}  // namespace kebi
