#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>

#include "kebi/series/growth/growth_kernels.hpp"
#include "kebi/series/long_table/long_table.hpp"

// What all ways to the growth beside the rows of a long table have in common.
namespace kebi::detail {

inline void require_one_length(std::initializer_list<std::size_t> lengths) {
  for (const std::size_t each : lengths)
    if (each != *lengths.begin()) throw error{"the columns of a long table must be of one length"};
}

struct series_name {
  std::int64_t region, indicator;
  friend auto operator<=>(const series_name&, const series_name&) = default;
};
struct hash_of_series {
  std::size_t operator()(const series_name& name) const {
    return std::hash<std::int64_t>{}(name.region) * 1'000'003 +
           std::hash<std::int64_t>{}(name.indicator);
  }
};

inline double rate_beside(double level, double base) {
  return base >= least_base && level >= 0 ? (level / base - 1) * 100 : not_a_number;
}
inline std::uint8_t why_beside(double level, double base) {
  if (base >= least_base && level >= 0) return is_figure;
  const bool both = !is_nan(level) && !is_nan(base);
  return both ? static_cast<std::uint8_t>(status_of(swing_between(level, base))) : is_absent;
}

/// Whether a value is no figure; NaN is an absent one.
inline bool is_out_of_range(double value) { return value >= 1e100 || value <= -1e100; }

inline void refuse_out_of_range(std::span<const double> values) {
  for (const double value : values)
    if (!is_nan(value)) grid::require_figure(value);
}

/// Stores the figure of a row in its cell of a block. True where the cell has another figure:
/// it cannot be known which of them is the base.
inline bool store_level(double& level, double value) {
  const double before = level;
  level = is_nan(value) ? before : value;
  return !is_nan(before) && !is_nan(value) && before != value;
}

}  // namespace kebi::detail
