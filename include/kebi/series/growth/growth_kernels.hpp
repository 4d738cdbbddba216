#pragma once

#include <algorithm>
#include <span>

#include "kebi/period/growth.hpp"
#include "kebi/series/evaluate/parallel_rows.hpp"

/// The loops of growth over whole rows of figures, by two doubles at a time.
namespace kebi::detail {

/// A smaller base is an accident of arithmetic, and growth over it could be infinite: as over zero
/// there is none.
inline constexpr double least_base = 1e-100;

/// x / b - 1 for a row. Signs are looked for by the sign bits of the numbers, which
/// costs next to nothing beside the divisions: a base that is next to zero or below it, or a
/// level below zero, sets the sign of `odd`. Absent figures are positive NaN and do not.
template <class Store>
bool growth_row(const double* level, const double* base, double* out, int count) {
  std::int64_t odd = 0;
  two_bits odd_pair{};
  const auto rate = [](auto x, auto b, auto& is_odd) {
    const auto above_least = b - least_base;
    is_odd |= bits_of(above_least) | bits_of(x);
    return (x / b - 1) * 100;
  };
  over_row<Store>(
      lines_of<Store>(out, count), count,
      [&](auto store, int t) {
        store.put(out + t, rate(load_two(level + t), load_two(base + t), odd_pair));
      },
      [&](int t) { out[t] = rate(level[t], base[t], odd); });
  return (odd | odd_pair[0] | odd_pair[1]) < 0;
}

/// The swings between profit and loss of a row that has some.
inline void swings_of_row(const double* level, const double* base, double* out,
                          std::uint8_t* status, int count) {
  for (int t = 0; t < count; ++t) {
    if (status[t] != is_figure || (base[t] >= least_base && level[t] >= 0)) continue;
    out[t] = not_a_number;
    status[t] = static_cast<std::uint8_t>(status_of(swing_between(level[t], base[t])));
  }
}

/// A number above zero with 30 units less in its last place.
inline double lowered(double x) {
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) - 30);
}
inline two_doubles lowered(two_doubles x) {
  std::uint64_t bits __attribute__((vector_size(16)));
  std::memcpy(&bits, &x, sizeof bits);
  bits -= 30;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

/// Bounds of x / b - 1 for a row, outward by a margin that covers all roundings.
///
/// With u = 2^-53: level and base are within u of the printed decimals and at least
/// 2 half, so their ends err by at most 4u, and a quotient q of ends, in percent, with its four
/// roundings, by at most 11u. Subtracting adds u (q + 100), so a margin of 12u (q + 100) covers it
/// all. One division serves both ends: its 100 is 16u more, which is the margin of the upper
/// one, and the lower one first loses 30 units in its last place, which are 30u to 60u and
/// leave it 13u to 44u. Figures are below 10^100, so that no product overflows. A smaller figure
/// than 2 half sets the sign of `odd`: it is for `bounds_of_row`.
template <class Store>
bool growth_bounds_row(const double* level, const double* base, double half_level, double half_base,
                       double* lo, double* hi, int count) {
  constexpr double last_place = 0x1p-46;  // of 100
  constexpr double most_hundred = 100 + 13 * last_place, least_hundred = 100 - 13 * last_place;
  const double least_figure = std::max({2 * half_level, 2 * half_base, least_base});
  const auto bounds_at = [&](auto x, auto b, auto& is_odd, auto& low, auto& high) {
    // Where one is absent the other counts or none: a needless look, or no figure to look at.
    const auto above_least = (x < b ? x : b) - least_figure;
    is_odd |= bits_of(above_least);
    const auto most = b + half_base, least = b - half_base;
    const auto above = most_hundred / (most * least);
    low = lowered(x - half_level) * least * above - most_hundred;
    high = (x + half_level) * most * above - least_hundred;
  };
  std::int64_t odd = 0;
  two_bits odd_pair{};
  // Where the lines of the two lie otherwise, none is written whole.
  const lines past = lines_of<Store>(lo, count);
  over_row<Store>(
      past == lines_of<Store>(hi, count) ? past : lines{0, 0}, count,
      [&](auto store, int t) {
        two_doubles low, high;
        bounds_at(load_two(level + t), load_two(base + t), odd_pair, low, high);
        store.put(lo + t, low);
        store.put(hi + t, high);
      },
      [&](int t) { bounds_at(level[t], base[t], odd, lo[t], hi[t]); });
  return (odd | odd_pair[0] | odd_pair[1]) < 0;
}

/// The same for rows with figures near or below zero, one by one.
inline void bounds_of_row(const double* level, const double* base, double half_level,
                          double half_base, double* lo, double* hi, std::uint8_t* status,
                          int count) {
  for (int t = 0; t < count; ++t) {
    if (status[t] != is_figure ||
        (level[t] >= 2 * half_level && base[t] >= std::max(2 * half_base, least_base)))
      continue;
    lo[t] = hi[t] = not_a_number;
    const bounds x = around_printed(level[t], half_level), b = around_printed(base[t], half_base);
    // A figure printed 0 is not below zero for sure, and neither is its growth.
    const bounds from = level[t] >= 0 ? x & bounds::at_least(0) : x;
    const auto found = formulas::growth_or_swing(from, b);
    if (found.rate) {
      lo[t] = found.rate->value().lo();
      hi[t] = found.rate->value().hi();
    } else {
      status[t] = static_cast<std::uint8_t>(status_of(*found.how));
    }
  }
}

inline void require_lag(int lag) {
  if (lag < 1)
    throw error{"growth needs a base before its end: found a step of " + std::to_string(lag)};
}
inline void require_halves(std::span<const double> halves, Eigen::Index rows) {
  if (static_cast<Eigen::Index>(halves.size()) == rows) return;
  throw error{"bounds need half a unit for each series: found " + std::to_string(halves.size()) +
              " for " + std::to_string(rows)};
}

/// Growth of each row over a base row, of which the first `head` columns have none.
template <class BaseRow, class BaseCells>
void growth_rows(const figures& levels, int head, const BaseRow& base_row,
                 const BaseCells& base_status, figures_out into, int threads) {
  require_shape(levels, into.values.rows(), into.values.cols());
  require_shape(levels, into.status.rows(), into.status.cols());
  const int columns = levels.columns(), rest = columns - head;
  with_store(levels.rows(), columns, [&]<class Store>(Store) {
    over_rows(levels.rows(), threads, [&](Eigen::Index first, Eigen::Index end) {
      for (Eigen::Index r = first; r < end; ++r) {
        const double *const x = row_of(levels.values, r) + head, *const b = base_row(r);
        const std::uint8_t* const why = row_of(levels.status, r);
        std::uint8_t* const status = row_of(into.status, r);
        double* const out = row_of(into.values, r);
        causes_without_base(why, status, head);
        lagged_causes(why + head, base_status(r), status + head, rest);
        put_absent<Store>(out, head);
        if (growth_row<Store>(x, b, out + head, rest))
          swings_of_row(x, b, out + head, status + head, rest);
      }
      finish_writing();
    });
  });
}
template <class BaseRow, class BaseCells>
void growth_bounds_rows(const figures& levels, std::span<const double> halves, int head,
                        const BaseRow& base_row, const BaseCells& base_status,
                        std::span<const double> base_halves, bounds_out into, int threads) {
  require_shape(levels, into.lo.rows(), into.lo.cols());
  require_shape(levels, into.hi.rows(), into.hi.cols());
  require_shape(levels, into.status.rows(), into.status.cols());
  require_halves(halves, levels.rows());
  require_halves(base_halves, levels.rows());
  const int columns = levels.columns(), rest = columns - head;
  with_store(levels.rows(), columns, [&]<class Store>(Store) {
    over_rows(levels.rows(), threads, [&](Eigen::Index first, Eigen::Index end) {
      for (Eigen::Index r = first; r < end; ++r) {
        const double half = halves[static_cast<std::size_t>(r)];
        const double base_half = base_halves[static_cast<std::size_t>(r)];
        const double *const x = row_of(levels.values, r) + head, *const b = base_row(r);
        const std::uint8_t* const why = row_of(levels.status, r);
        std::uint8_t* const status = row_of(into.status, r);
        double *const lo = row_of(into.lo, r), *const hi = row_of(into.hi, r);
        causes_without_base(why, status, head);
        lagged_causes(why + head, base_status(r), status + head, rest);
        put_absent<Store>(lo, head);
        put_absent<Store>(hi, head);
        if (growth_bounds_row<Store>(x, b, half, base_half, lo + head, hi + head, rest))
          bounds_of_row(x, b, half, base_half, lo + head, hi + head, status + head, rest);
      }
      finish_writing();
    });
  });
}

}  // namespace kebi::detail
