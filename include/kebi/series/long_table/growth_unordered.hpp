#pragma once

#include <algorithm>

#include "kebi/series/long_table/extent.hpp"
#include "kebi/series/long_table/uninitialised.hpp"

namespace kebi::detail {

/// Growth beside the rows of a table in no order. They are first parted by their series, so
/// that the levels of a part have room in the cache, where rows may lie anywhere. The rows of
/// a part stay in the order of the table: results are brought back by going over the table
/// once more and taking the next one of the part of each row.
class growth_unordered {
 public:
  growth_unordered(const growth_beside& of, std::pmr::memory_resource& memory)
      : of_{of},
        lag_{std::min(of.reach.months(), of.back)},
        bits_{bits_for(of.reach)},
        begins_(((of.reach.series() - 1) >> bits_) + 2),
        part_of_{of.rows.values.size(), memory},
        places_{of.rows.values.size(), memory},
        values_{of.rows.values.size(), memory},
        whys_{of.status.size(), memory} {}

  void grow() {
    of_.reach.with_series([&](auto series_of) { part(series_of); });
    if (out_of_range_) refuse_out_of_range(of_.rows.values);
    grow_parts();
    if (conflict_) of_.reach.refuse_conflict();
    bring_back();
  }

 private:
  /// Levels in a part, which take a quarter of a megabyte, and parts that can be
  /// written side by side.
  static constexpr std::size_t levels_in_part = 1 << 15, most_parts = 1 << 10;

  /// A part has a power of two of series, so that shifts find the places of a row.
  static int bits_for(const table_extent& reach) {
    int bits = 0;
    const auto has_room = [&] {
      return reach.series() > std::size_t{1} << bits &&
             reach.months() << (bits + 1) <= levels_in_part;
    };
    while (reach.series() >> bits > most_parts || has_room()) ++bits;
    return bits;
  }

  template <class SeriesOf>
  void part(const SeriesOf& series_of) {
    const std::size_t count = of_.rows.values.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t part = series_of(i) >> bits_;
      part_of_[i] = static_cast<std::uint16_t>(part);
      ++begins_[part + 1];
    }
    for (std::size_t k = 1; k < begins_.size(); ++k) begins_[k] += begins_[k - 1];
    std::vector<std::size_t> next{begins_};
    const std::size_t mask = (std::size_t{1} << bits_) - 1;
    bool out_of_range = false;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = next[part_of_[i]]++;
      const auto month = static_cast<std::size_t>(of_.rows.ends[i] - of_.reach.first());
      places_[at] = static_cast<std::uint32_t>(month << bits_ | (series_of(i) & mask));
      values_[at] = of_.rows.values[i];
      out_of_range |= is_out_of_range(of_.rows.values[i]);
    }
    out_of_range_ = out_of_range;
  }

  /// Puts growth in the place of values. Levels lie month by month, after months without any
  /// in which the first ones find that they have no base.
  void grow_parts() {
    const std::size_t lag = lag_ << bits_;
    std::vector<double> block(lag + (of_.reach.months() << bits_), not_a_number);
    double* const levels = block.data() + lag;
    bool conflict = false;
    for (std::size_t k = 0; k + 1 < begins_.size(); ++k) {
      std::fill(block.begin() + static_cast<std::ptrdiff_t>(lag), block.end(), not_a_number);
      for (std::size_t j = begins_[k]; j < begins_[k + 1]; ++j)
        conflict |= store_level(levels[places_[j]], values_[j]);
      for (std::size_t j = begins_[k]; j < begins_[k + 1]; ++j) {
        const double level = levels[places_[j]], base = block[places_[j]];
        values_[j] = rate_beside(level, base);
        if (whys_.size() != 0) whys_[j] = why_beside(level, base);
      }
    }
    conflict_ = conflict;
  }

  void bring_back() {
    std::vector<std::size_t> next{begins_};
    for (std::size_t i = 0; i < of_.rows.values.size(); ++i) {
      const std::size_t from = next[part_of_[i]]++;
      of_.out[i] = values_[from];
      if (!of_.status.empty()) of_.status[i] = whys_[from];
    }
  }

  growth_beside of_;
  std::size_t lag_;
  int bits_;
  std::vector<std::size_t> begins_;  ///< of the rows of each part, and where the last ends
  uninitialised_buffer<std::uint16_t> part_of_;  ///< each row, in the order of the table
  uninitialised_buffer<std::uint32_t> places_;   ///< of each row in its part, part by part
  uninitialised_buffer<double> values_;          ///< the same, and growth afterwards
  uninitialised_buffer<std::uint8_t> whys_;
  bool out_of_range_ = false, conflict_ = false;
};

}  // namespace kebi::detail
