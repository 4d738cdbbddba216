#pragma once

#include <cstdint>
#include <vector>

#include "kebi/series/long_table/long_table.hpp"

namespace test {

/// The columns of a long table.
struct columns {
  std::vector<std::int32_t> regions, indicators, ends;
  std::vector<double> values;

  void add(std::int32_t region, std::int32_t indicator, std::int32_t end, double value) {
    regions.push_back(region);
    indicators.push_back(indicator);
    ends.push_back(end);
    values.push_back(value);
  }
  columns in_order(const std::vector<std::size_t>& order) const {
    columns all;
    for (const std::size_t i : order) all.add(regions[i], indicators[i], ends[i], values[i]);
    return all;
  }
  operator kebi::coded_rows() const { return {regions, indicators, ends, values}; }
};

struct found {
  std::vector<double> rates;
  std::vector<std::uint8_t> status;
};

}  // namespace test
