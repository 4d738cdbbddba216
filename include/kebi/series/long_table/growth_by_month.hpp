#pragma once

#include <algorithm>
#include <functional>

#include "kebi/series/long_table/extent.hpp"
#include "kebi/series/long_table/uninitialised.hpp"

namespace kebi::detail {

/// Growth beside the rows of a table that comes month by month, the first or the last before
/// the others. Only the levels of as many months as lie between a month and its base are
/// kept, and a month's levels give way to those of the month that needs them no more.
class growth_by_month {
 public:
  growth_by_month(const coded_rows& rows, const table_extent& reach, int back,
                  std::span<double> out, std::span<std::uint8_t> status,
                  std::pmr::memory_resource& memory)
      : rows_{rows},
        reach_{reach},
        back_{static_cast<std::size_t>(back)},
        out_{out},
        status_{status},
        kept_{std::min(reach.months(), back_ + 1)},
        levels_{kept_ * reach.series(), memory} {}

  void grow() {
    reach_.with_series([&](auto series_of) {
      for (std::size_t m = 0; m < reach_.months(); ++m) {
        const auto [begin, end] = rows_to(reach_.first() + static_cast<std::int32_t>(m));
        tell(m, begin, end, series_of);
        grow(m, begin, end, series_of);
      }
    });
    if (out_of_range_) refuse_out_of_range(rows_.values);
    if (conflict_) reach_.refuse_conflict();
  }

 private:
  double* levels_of(std::size_t m) { return levels_.data() + m % kept_ * reach_.series(); }

  std::pair<std::size_t, std::size_t> rows_to(std::int32_t end) const {
    const auto among = [&](auto order) {
      const auto found = std::equal_range(rows_.ends.begin(), rows_.ends.end(), end, order);
      return std::pair{static_cast<std::size_t>(found.first - rows_.ends.begin()),
                       static_cast<std::size_t>(found.second - rows_.ends.begin())};
    };
    return reach_.never_falls() ? among(std::less<>{}) : among(std::greater<>{});
  }

  template <class SeriesOf>
  void tell(std::size_t m, std::size_t begin, std::size_t end, const SeriesOf& series_of) {
    double* const levels = levels_of(m);
    std::fill_n(levels, reach_.series(), not_a_number);
    bool out_of_range = false, conflict = false;
    for (std::size_t i = begin; i < end; ++i) {
      const double value = rows_.values[i];
      out_of_range |= is_out_of_range(value);
      conflict |= store_level(levels[series_of(i)], value);
    }
    out_of_range_ |= out_of_range;
    conflict_ |= conflict;
  }
  template <class SeriesOf>
  void grow(std::size_t m, std::size_t begin, std::size_t end, const SeriesOf& series_of) {
    const double* const levels = levels_of(m);
    if (m < back_) {
      std::ranges::fill(out_.subspan(begin, end - begin), not_a_number);
      if (!status_.empty()) std::ranges::fill(status_.subspan(begin, end - begin), is_absent);
      return;
    }
    const double* const bases = levels_of(m - back_);
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t series = series_of(i);
      out_[i] = rate_beside(levels[series], bases[series]);
      if (!status_.empty()) status_[i] = why_beside(levels[series], bases[series]);
    }
  }

  const coded_rows& rows_;
  const table_extent& reach_;
  std::size_t back_;
  std::span<double> out_;
  std::span<std::uint8_t> status_;
  std::size_t kept_;                     ///< months
  uninitialised_buffer<double> levels_;  ///< month by month, each with one of every series
  bool out_of_range_ = false, conflict_ = false;
};

}  // namespace kebi::detail
