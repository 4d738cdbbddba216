#pragma once

#include <compare>
#include <initializer_list>
#include <span>
#include <vector>

#include "kebi/series/growth.hpp"
#include "kebi/series/long_table.hpp"
#include "kebi/series/name_runs.hpp"
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

inline void refuse_wild(std::span<const double> values) {
  for (const double value : values)
    if (!is_nan(value)) grid::require_figure(value);
}

/// Which series had rows already. As long as each comes after all others by its names, as
/// in most tables, none of them is looked up.
class begun_series {
 public:
  /// False for a series that was begun before.
  bool begin(const series_name& series) {
    if (rising_ && (in_order_.empty() || in_order_.back() < series)) {
      in_order_.push_back(series);
      return true;
    }
    if (rising_)
      for (const series_name& each : in_order_) known_.add(each);
    rising_ = false;
    if (known_.find(series) != known_.none) return false;
    known_.add(series);
    return true;
  }

 private:
  std::vector<series_name> in_order_;
  numbering<series_name, hash_of_series> known_;
  bool rising_ = true;
};

}  // namespace detail

/// Growth over `back` months beside each row of a long table in which the rows of each
/// series follow one another by their months, as in most files; the series themselves may
/// come in any order. `ends(first, count)` gives the months in which so many rows end,
/// valid until it is asked again. False for a table in another order or with rows told
/// twice: then nothing of use was done. `cells` may be empty.
template <class Ends>
bool growth_of_runs(const name_runs& regions, const name_runs& indicators, Ends&& ends,
                    std::span<const double> values, int back, std::span<double> out,
                    std::span<std::uint8_t> cells = {}) {
  detail::require_lag(back);
  const std::size_t count = values.size();
  detail::require_one_length(
      {regions.size(), indicators.size(), count, out.size(), cells.empty() ? count : cells.size()});
  detail::begun_series begun;
  bool wild = false;
  auto region = regions.runs().begin(), indicator = indicators.runs().begin();
  for (std::size_t first = 0; first < count;) {
    const detail::series_name series{region->name, indicator->name};
    if (!begun.begin(series)) return false;
    const std::size_t end = region->end < indicator->end ? region->end : indicator->end;
    const std::size_t rows = end - first;
    const std::span<const std::int32_t> months = ends(first, rows);
    const double* const levels = values.data() + first;
    for (std::size_t i = 0, behind = 0; i < rows; ++i) {
      const std::int64_t base = std::int64_t{months[i]} - back;
      if (i > 0 && months[i] <= months[i - 1]) return false;
      while (months[behind] < base) ++behind;
      std::uint8_t why = 0;
      wild |= levels[i] >= 1e100 || levels[i] <= -1e100;
      out[first + i] = detail::grow_row(
          levels[i], months[behind] == base ? levels[behind] : detail::not_a_number, why);
      if (!cells.empty()) cells[first + i] = why;
    }
    if (region->end == end) ++region;
    if (indicator->end == end) ++indicator;
    first = end;
  }
  if (wild) detail::refuse_wild(values);
  return true;
}

/// The same where names are numbered and months are counted from year 0.
inline bool growth_of_runs(const coded_rows& rows, int back, std::span<double> out,
                           std::span<std::uint8_t> cells = {}) {
  detail::require_lengths(rows);
  name_runs regions, indicators;
  regions.add_all(rows.regions);
  indicators.add_all(rows.indicators);
  if (!regions.is_worthwhile() || !indicators.is_worthwhile()) return false;
  return growth_of_runs(
      regions, indicators,
      [&](std::size_t first, std::size_t count) { return rows.ends.subspan(first, count); },
      rows.values, back, out, cells);
}

/// Growth over so many months beside each row of a long table, whatever the order of its
/// rows; months are counted from year 0. A row told twice with one value is passed over;
/// with two values it is refused, because it cannot be known which of them is the base. One that
/// lacks its figure in one row and has it in another has it, and growth, in both.
inline void growth_of_rows(const coded_rows& rows, int months, std::span<double> out,
                           std::span<std::uint8_t> cells = {}) {
  detail::require_lengths(rows);
  detail::require_one_length(
      {rows.values.size(), out.size(), cells.empty() ? out.size() : cells.size()});
  detail::require_lag(months);
  if (growth_of_runs(rows, months, out, cells)) return;
  const std::size_t count = rows.values.size();
  std::size_t like_before = 0;
  std::int32_t first = rows.ends[0], last = first, regions = 0, indicators = 0, lowest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    first = rows.ends[i] < first ? rows.ends[i] : first;
    last = last < rows.ends[i] ? rows.ends[i] : last;
    regions = regions < rows.regions[i] ? rows.regions[i] : regions;
    indicators = indicators < rows.indicators[i] ? rows.indicators[i] : indicators;
    lowest |= rows.regions[i] | rows.indicators[i];
    like_before += i > 0 && rows.ends[i] == rows.ends[i - 1];
  }
  if (lowest < 0) throw error{"names are numbered from 0: found a negative number"};
  if (first < 12 || last >= 120'000)
    throw error{"the months of a table lie in the years 1 to 9999"};
  const std::size_t columns = static_cast<std::size_t>(last - first) + 1;
  std::size_t series =
      (static_cast<std::size_t>(regions) + 1) * (static_cast<std::size_t>(indicators) + 1);
  std::vector<std::int32_t> numbers;  // of the series, where most regions lack most indicators
  if (series > 2 * count) {
    numbering<detail::series_name, detail::hash_of_series> known;
    for (std::size_t i = 0; i < count; ++i) {
      const detail::series_name each{rows.regions[i], rows.indicators[i]};
      const std::int32_t number = known.find(each);
      numbers.push_back(number != known.none ? number : known.add(each));
    }
    series = known.keys().size();
  }
  if (series * columns > 2'000 * count + 1'000'000)
    throw error{"a table of " + std::to_string(series) + " series from " +
                code(period{month{first}, month{first}}) + " to " +
                code(period{month{last}, month{last}}) +
                " would be nearly empty: look for a wrong year, or take fewer series"};
  std::vector<double> levels(series * columns, detail::not_a_number);
  // What comes row after row lies side by side: the months of a series, or all of a month.
  const bool by_month = 2 * like_before > count;
  const std::size_t to_month = by_month ? series : 1, to_series = by_month ? 1 : columns;
  const auto place = [&](std::size_t i) {
    const auto at = numbers.empty() ? static_cast<std::size_t>(rows.regions[i]) *
                                              (static_cast<std::size_t>(indicators) + 1) +
                                          static_cast<std::size_t>(rows.indicators[i])
                                    : static_cast<std::size_t>(numbers[i]);
    return at * to_series + static_cast<std::size_t>(rows.ends[i] - first) * to_month;
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
    out[i] =
        detail::grow_row(levels[place(i)],
                         has_base ? levels[place(i) - static_cast<std::size_t>(months) * to_month]
                                  : detail::not_a_number,
                         why);
    if (!cells.empty()) cells[i] = why;
  }
}

}  // namespace kebi
