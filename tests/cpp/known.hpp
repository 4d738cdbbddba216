#pragma once

#include <doctest/doctest.h>

#include <cmath>

namespace test {

/// One published or textbook figure, and what the library makes of its inputs.
struct known {
  const char* id;
  double found, expected, tolerance;
  const char* source;
};

inline bool agrees(const known& row) { return std::abs(row.found - row.expected) <= row.tolerance; }

/// Checks one such figure.
inline void is(const char* id, double found, double expected, double tolerance,
               const char* source) {
  const known row{id, found, expected, tolerance, source};
  CAPTURE(row.id);
  CAPTURE(row.found);
  CAPTURE(row.expected);
  CAPTURE(row.source);
  CHECK(agrees(row));
}

inline const char* const jiading = "嘉定区2019年上半年国民经济和社会发展计划执行情况的报告";

}  // namespace test
