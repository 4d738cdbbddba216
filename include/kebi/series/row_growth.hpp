#pragma once

#include <span>
#include <vector>

#include "kebi/series/growth.hpp"
#include "kebi/series/long_table.hpp"

namespace kebi {

namespace detail {

/// One number for a row's series and month, in the order of a sorted table. Negative
/// where a code or month is out of reach.
inline std::int64_t key_of(const coded_rows& rows, std::size_t i) {
  return (static_cast<std::int64_t>(rows.regions[i]) << 41) |
         (static_cast<std::int64_t>(rows.indicators[i]) << 20) | rows.ends[i];
}

inline double grow_row(double level, double base, std::uint8_t& why) {
  why = is_figure;
  if (base > 0 && level >= 0) return (level / base - 1) * 100;
  const bool told = !is_nan(level) && !is_nan(base);
  why = told ? static_cast<std::uint8_t>(cell_of(turn_between(level, base))) : is_absent;
  return not_a_number;
}

inline void require_lengths(const coded_rows& rows, std::size_t out, std::size_t cells) {
  const std::size_t count = rows.values.size();
  if (rows.regions.size() != count || rows.indicators.size() != count ||
      rows.ends.size() != count || out != count || (cells != 0 && cells != count))
    throw error{"the columns of a long table must be of one length"};
}

}  // namespace detail

/// Growth beside each row of a long table that is sorted by region, indicator and month:
/// one walk with two places, the second `back` months behind. Months may be told in any
/// count in which the base lies `back` lower, such as 201906 with 100 for a year. False
/// for a table in another order, with rows told twice, or with a code beyond 2^20: then
/// nothing of use was done. `cells` may be empty.
inline bool growth_of_sorted_rows(const coded_rows& rows, int back, std::span<double> out,
                                  std::span<std::uint8_t> cells = {}) {
  detail::require_lengths(rows, out.size(), cells.size());
  const std::size_t count = rows.values.size();
  std::size_t behind = 0;
  std::int64_t last = -1, behind_key = count == 0 ? 0 : detail::key_of(rows, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t key = detail::key_of(rows, i), base_key = key - back;
    if (key <= last || rows.ends[i] < back || ((rows.ends[i] | rows.indicators[i]) >> 20) != 0)
      return false;
    last = key;
    while (behind_key < base_key) behind_key = detail::key_of(rows, ++behind);
    std::uint8_t why = 0;
    out[i] = detail::grow_row(
        rows.values[i], behind_key == base_key ? rows.values[behind] : detail::not_a_number, why);
    if (!cells.empty()) cells[i] = why;
  }
  return true;
}

/// Growth over so many months beside each row of a long table, whatever the order of its
/// rows; months are counted from year 0. A row told twice with one value is passed over;
/// with two values it is refused, because it cannot be known which of them is the base.
inline void growth_of_rows(const coded_rows& rows, int months, std::span<double> out,
                           std::span<std::uint8_t> cells = {}) {
  detail::require_lengths(rows, out.size(), cells.size());
  detail::require_lag(months);
  if (growth_of_sorted_rows(rows, months, out, cells)) return;
  const std::size_t count = rows.values.size();
  std::int32_t first = rows.ends[0], last = first, regions = 0, indicators = 0, lowest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    first = rows.ends[i] < first ? rows.ends[i] : first;
    last = last < rows.ends[i] ? rows.ends[i] : last;
    regions = regions < rows.regions[i] ? rows.regions[i] : regions;
    indicators = indicators < rows.indicators[i] ? rows.indicators[i] : indicators;
    lowest |= rows.regions[i] | rows.indicators[i];
  }
  if (lowest < 0) throw error{"names are numbered from 0: found a negative number"};
  if (first < 12 || last >= 120'000)
    throw error{"the months of a table lie in the years 1 to 9999"};
  const std::size_t columns = static_cast<std::size_t>(last - first) + 1;
  const std::size_t series =
      (static_cast<std::size_t>(regions) + 1) * (static_cast<std::size_t>(indicators) + 1);
  if (series > 100 * count + 1000 || series * columns > 2'000 * count + 1'000'000)
    throw error{"the numbers of the names lie too far apart: number them from 0 without gaps"};
  std::vector<double> levels(series * columns, detail::not_a_number);
  const auto place = [&](std::size_t i) {
    const auto row =
        static_cast<std::size_t>(rows.regions[i]) * (static_cast<std::size_t>(indicators) + 1) +
        static_cast<std::size_t>(rows.indicators[i]);
    return row * columns + static_cast<std::size_t>(rows.ends[i] - first);
  };
  for (std::size_t i = 0; i < count; ++i) {
    double& level = levels[place(i)];
    const double value = rows.values[i];
    if (level != value && !detail::is_nan(level) && !detail::is_nan(value))
      throw error{"row " + std::to_string(i) + " tells a figure a second time, and differently: " +
                  std::to_string(value) + " after " + std::to_string(level)};
    if (!detail::is_nan(value)) level = value;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const bool has_base = rows.ends[i] - first >= months;
    std::uint8_t why = 0;
    out[i] = detail::grow_row(
        rows.values[i],
        has_base ? levels[place(i) - static_cast<std::size_t>(months)] : detail::not_a_number, why);
    if (!cells.empty()) cells[i] = why;
  }
}

}  // namespace kebi
