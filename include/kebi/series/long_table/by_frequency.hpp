#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kebi/series/long_table/long_table.hpp"

namespace kebi {

/// One row of a long table in words.
struct observation {
  std::string region, indicator;
  period span;
  double value = 0;  ///< of no matter where there is no figure
  observation_status why = observation_status::figure;
  std::optional<int> decimals = {};  ///< that the value was printed with
  std::optional<kebi::unit> unit = {};
};

/// A long table sorted out: one panel for each frequency in it.
struct arrangement {
  std::vector<panel> panels;
  std::vector<duplicate> duplicates;
  std::vector<std::size_t> unplaced;  ///< rows whose span fits no frequency, such as a plan period
};

/// The frequencies under which each row of a table is published: of each indicator's spans, all
/// that it is published by decide together. None for a span that fits no frequency.
std::vector<std::vector<frequency>> frequencies_of(std::span<const std::string> indicators,
                                                   std::span<const period> spans);

/// Sorts out a long table with rows in any order, gaps, repeated rows and several
/// frequencies. A figure published under two frequencies, such as January or a first quarter
/// beside years to date, goes to both.
arrangement arrange(std::span<const observation> rows, on_conflict rule = on_conflict::refuse);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/long_table/by_frequency-inl.hpp"
#endif
