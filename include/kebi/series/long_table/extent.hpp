#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "kebi/series/long_table/growth_common.hpp"
#include "kebi/series/long_table/key_numbering.hpp"

namespace kebi::detail {

/// How far a long table reaches: its months, its series, and whether its months only rise or
/// only fall from row to row. Its rows must be at least one.
class table_extent {
 public:
  explicit table_extent(const coded_rows& rows) : rows_{rows} {
    const std::size_t count = rows.values.size();
    const range regions{rows.regions}, indicators{rows.indicators}, ends{rows.ends};
    if (regions.lowest < 0 || indicators.lowest < 0)
      throw error{"names are numbered from 0: found a negative number"};
    first_ = ends.lowest;
    last_ = ends.highest;
    int rises = 0, falls = 0;
    for (std::size_t i = 1; i < count; ++i) {
      rises |= rows.ends[i - 1] < rows.ends[i];
      falls |= rows.ends[i] < rows.ends[i - 1];
    }
    never_falls_ = falls == 0;
    never_rises_ = rises == 0;
    if (first_ < 12 || last_ >= 120'000)
      throw error{"the months of a table lie in the years 1 to 9999"};
    indicators_ = static_cast<std::size_t>(indicators.highest) + 1;
    series_ = (static_cast<std::size_t>(regions.highest) + 1) * indicators_;
    if (series_ > 2 * count) number_series();
    if (series_ * months() > 2'000 * count + 1'000'000)
      throw error{"a table of " + std::to_string(series_) + " series from " + code_of(first_) +
                  " to " + code_of(last_) +
                  " would be nearly empty: look for a wrong year, or take fewer series"};
  }

  std::int32_t first() const { return first_; }
  std::int32_t last() const { return last_; }
  std::size_t months() const { return static_cast<std::size_t>(last_ - first_) + 1; }
  std::size_t series() const { return series_; }
  bool never_falls() const { return never_falls_; }
  bool never_rises() const { return never_rises_; }

  /// Calls `use` with a function that returns the number of the series of a row.
  template <class Use>
  void with_series(const Use& use) const {
    if (numbers_.empty())
      use([regions = rows_.regions.data(), indicators = rows_.indicators.data(),
           width = indicators_](std::size_t i) {
        return static_cast<std::size_t>(regions[i]) * width +
               static_cast<std::size_t>(indicators[i]);
      });
    else
      use([numbers = numbers_.data()](std::size_t i) {
        return static_cast<std::size_t>(numbers[i]);
      });
  }

  /// Throws for the first row that gives a figure another value than a row before it.
  [[noreturn]] void refuse_conflict() const {
    numbering<std::int64_t> seen;
    std::vector<double> levels;
    with_series([&](auto series_of) {
      for (std::size_t i = 0; i < rows_.values.size(); ++i) {
        const auto key =
            static_cast<std::int64_t>(series_of(i) * months()) + rows_.ends[i] - first_;
        std::int32_t number = seen.find(key);
        if (number == seen.none) {
          number = seen.add(key);
          levels.push_back(not_a_number);
        }
        double& level = levels[static_cast<std::size_t>(number)];
        const double before = level;
        if (store_level(level, rows_.values[i]))
          detail::refuse_conflict(i, "its figure to " + code_of(rows_.ends[i]), before, level);
      }
    });
    throw error{"a table gives a figure twice, with different values"};
  }

 private:
  struct range {
    std::int32_t lowest, highest;
    explicit range(std::span<const std::int32_t> column) : lowest{column[0]}, highest{lowest} {
      for (const std::int32_t each : column) {
        lowest = each < lowest ? each : lowest;
        highest = highest < each ? each : highest;
      }
    }
  };
  static std::string code_of(std::int32_t end) { return code(period{month{end}, month{end}}); }

  /// Where most regions lack most indicators, those there are get numbers of their own.
  void number_series() {
    numbering<series_name, hash_of_series> known;
    numbers_.reserve(rows_.values.size());
    for (std::size_t i = 0; i < rows_.values.size(); ++i) {
      const series_name each{rows_.regions[i], rows_.indicators[i]};
      const std::int32_t number = known.find(each);
      numbers_.push_back(number != known.none ? number : known.add(each));
    }
    series_ = known.keys().size();
  }

  coded_rows rows_;
  std::int32_t first_ = 0, last_ = 0;
  bool never_falls_ = false, never_rises_ = false;
  std::size_t indicators_ = 0, series_ = 0;
  std::vector<std::int32_t> numbers_;
};

/// The rows that growth is taken of, how many months back its base is, and where it goes.
struct growth_beside {
  const coded_rows& rows;
  const table_extent& reach;
  std::size_t back;
  std::span<double> out;
  std::span<std::uint8_t> status;  ///< why there is none; empty where that is not asked for
};

}  // namespace kebi::detail
