#pragma once

#include <limits>
#include <span>
#include <vector>

#include "kebi/series/growth.hpp"
#include "kebi/series/long_table.hpp"
#include "kebi/series/numbering.hpp"

namespace kebi {

namespace detail {

inline double grow_row(double level, double base, std::uint8_t& why) {
  why = is_figure;
  if (base > 0 && level >= 0) return (level / base - 1) * 100;
  const bool told = !is_nan(level) && !is_nan(base);
  why = told ? static_cast<std::uint8_t>(cell_of(turn_between(level, base))) : is_absent;
  return not_a_number;
}

inline void require_lengths(const coded_rows& rows, std::size_t out, std::size_t cells) {
  require_lengths(rows);
  if (out != rows.values.size() || (cells != 0 && cells != out))
    throw error{"the columns of a long table must be of one length"};
}

inline void refuse_wild(std::span<const double> values) {
  for (const double value : values)
    if (!is_nan(value)) grid::require_figure(value);
}

}  // namespace detail

/// Growth beside each row of a long table in which the rows of each series follow one
/// another by their months, as in most files: one walk with two places, the second `back`
/// months behind. The series themselves may come in any order. Months may be told in any
/// count in which the base lies `back` lower, such as 201906 with 100 for a year. False
/// for a table in another order or with rows told twice: then nothing of use was done.
/// `cells` may be empty.
inline bool growth_of_runs(const coded_rows& rows, int back, std::span<double> out,
                           std::span<std::uint8_t> cells = {}) {
  detail::require_lengths(rows, out.size(), cells.size());
  detail::require_lag(back);
  const std::size_t count = rows.values.size();
  numbering<std::int64_t> begun;
  bool wild = false;
  std::size_t i = 0;
  while (i < count) {
    const std::int32_t region = rows.regions[i], indicator = rows.indicators[i];
    const std::int64_t series = (static_cast<std::int64_t>(region) << 32) |
                                static_cast<std::int64_t>(static_cast<std::uint32_t>(indicator));
    if (begun.find(series) != begun.none) return false;
    begun.add(series);
    std::size_t behind = i;
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (; i < count && rows.regions[i] == region && rows.indicators[i] == indicator; ++i) {
      const std::int64_t end = rows.ends[i], base = end - back;
      if (end <= last) return false;
      last = end;
      while (rows.ends[behind] < base) ++behind;
      std::uint8_t why = 0;
      wild |= rows.values[i] >= 1e100 || rows.values[i] <= -1e100;
      out[i] = detail::grow_row(
          rows.values[i], rows.ends[behind] == base ? rows.values[behind] : detail::not_a_number,
          why);
      if (!cells.empty()) cells[i] = why;
    }
  }
  if (wild) detail::refuse_wild(rows.values);
  return true;
}

/// Growth over so many months beside each row of a long table, whatever the order of its
/// rows; months are counted from year 0. A row told twice with one value is passed over;
/// with two values it is refused, because it cannot be known which of them is the base.
inline void growth_of_rows(const coded_rows& rows, int months, std::span<double> out,
                           std::span<std::uint8_t> cells = {}) {
  detail::require_lengths(rows, out.size(), cells.size());
  detail::require_lag(months);
  if (growth_of_runs(rows, months, out, cells)) return;
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
    if (!detail::is_nan(value)) grid::require_figure(value);
    if (level != value && !detail::is_nan(level) && !detail::is_nan(value))
      detail::refuse_conflict(
          i, "its figure to " + code(period{month{rows.ends[i]}, month{rows.ends[i]}}), level,
          value);
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
