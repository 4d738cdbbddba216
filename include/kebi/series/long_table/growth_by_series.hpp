#pragma once

#include <compare>
#include <span>
#include <vector>

#include "kebi/series/long_table/growth_common.hpp"
#include "kebi/series/long_table/key_numbering.hpp"
#include "kebi/series/long_table/name_runs.hpp"

namespace kebi {

namespace detail {

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
/// valid until it is asked again. False for a table in another order or with rows given
/// twice: then nothing of use was done. `status` may be empty.
template <class Ends>
bool growth_by_series(const name_runs& regions, const name_runs& indicators, Ends&& ends,
                      std::span<const double> values, int back, std::span<double> out,
                      std::span<std::uint8_t> status = {}) {
  detail::require_lag(back);
  const std::size_t count = values.size();
  detail::require_one_length({regions.size(), indicators.size(), count, out.size(),
                              status.empty() ? count : status.size()});
  detail::begun_series begun;
  bool out_of_range = false;
  auto region = regions.runs().begin(), indicator = indicators.runs().begin();
  for (std::size_t first = 0; first < count;) {
    const detail::series_name name{region->name, indicator->name};
    if (!begun.begin(name)) return false;
    const std::size_t end = region->end < indicator->end ? region->end : indicator->end;
    const std::size_t rows = end - first;
    const std::span<const std::int32_t> months = ends(first, rows);
    const double* const levels = values.data() + first;
    for (std::size_t i = 0, behind = 0; i < rows; ++i) {
      const std::int64_t from = std::int64_t{months[i]} - back;
      if (i > 0 && months[i] <= months[i - 1]) return false;
      while (months[behind] < from) ++behind;
      out_of_range |= detail::is_out_of_range(levels[i]);
      const double base = months[behind] == from ? levels[behind] : detail::not_a_number;
      out[first + i] = detail::rate_beside(levels[i], base);
      if (!status.empty()) status[first + i] = detail::why_beside(levels[i], base);
    }
    if (region->end == end) ++region;
    if (indicator->end == end) ++indicator;
    first = end;
  }
  if (out_of_range) detail::refuse_out_of_range(values);
  return true;
}

/// The same where names are numbered and months are counted from year 0.
inline bool growth_by_series(const coded_rows& rows, int back, std::span<double> out,
                             std::span<std::uint8_t> status = {}) {
  detail::require_lengths(rows);
  name_runs regions, indicators;
  regions.add_all(rows.regions);
  indicators.add_all(rows.indicators);
  if (!regions.is_worthwhile() || !indicators.is_worthwhile()) return false;
  return growth_by_series(
      regions, indicators,
      [&](std::size_t first, std::size_t count) { return rows.ends.subspan(first, count); },
      rows.values, back, out, status);
}

}  // namespace kebi
