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
  growth_by_month(const growth_beside& of, std::pmr::memory_resource& memory)
      : of_{of},
        kept_{std::min(of.reach.months(), of.back + 1)},
        levels_{kept_ * of.reach.series(), memory} {}

  void grow() {
    of_.reach.with_series([&](auto series_of) {
      for (std::size_t m = 0; m < of_.reach.months(); ++m) {
        const auto [begin, end] = rows_to(of_.reach.first() + static_cast<std::int32_t>(m));
        store(m, begin, end, series_of);
        grow(m, begin, end, series_of);
      }
    });
    if (out_of_range_) refuse_out_of_range(of_.rows.values);
    if (conflict_) of_.reach.refuse_conflict();
  }

 private:
  double* levels_of(std::size_t m) { return levels_.data() + m % kept_ * of_.reach.series(); }

  std::pair<std::size_t, std::size_t> rows_to(std::int32_t end) const {
    const auto among = [&](auto order) {
      const auto found = std::equal_range(of_.rows.ends.begin(), of_.rows.ends.end(), end, order);
      return std::pair{static_cast<std::size_t>(found.first - of_.rows.ends.begin()),
                       static_cast<std::size_t>(found.second - of_.rows.ends.begin())};
    };
    return of_.reach.never_falls() ? among(std::less<>{}) : among(std::greater<>{});
  }

  template <class SeriesOf>
  void store(std::size_t m, std::size_t begin, std::size_t end, const SeriesOf& series_of) {
    double* const levels = levels_of(m);
    std::fill_n(levels, of_.reach.series(), not_a_number);
    bool out_of_range = false, conflict = false;
    for (std::size_t i = begin; i < end; ++i) {
      const double value = of_.rows.values[i];
      out_of_range |= is_out_of_range(value);
      conflict |= store_level(levels[series_of(i)], value);
    }
    out_of_range_ |= out_of_range;
    conflict_ |= conflict;
  }
  template <class SeriesOf>
  void grow(std::size_t m, std::size_t begin, std::size_t end, const SeriesOf& series_of) {
    const double* const levels = levels_of(m);
    if (m < of_.back) {
      std::ranges::fill(of_.out.subspan(begin, end - begin), not_a_number);
      if (!of_.status.empty()) std::ranges::fill(of_.status.subspan(begin, end - begin), is_absent);
      return;
    }
    const double* const bases = levels_of(m - of_.back);
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t series = series_of(i);
      of_.out[i] = rate_beside(levels[series], bases[series]);
      if (!of_.status.empty()) of_.status[i] = why_beside(levels[series], bases[series]);
    }
  }

  growth_beside of_;
  std::size_t kept_;                     ///< months
  uninitialised_buffer<double> levels_;  ///< month by month, each with one of every series
  bool out_of_range_ = false, conflict_ = false;
};

}  // namespace kebi::detail
