#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "kebi/series/storage/panel.hpp"

namespace kebi {

/// What to do where two rows of a table differ in one figure.
enum class on_conflict {
  refuse,  ///< throw, naming the rows
  keep_first,
  keep_last,
};

/// A row of a figure that an earlier row has already.
struct duplicate {
  std::size_t row;
  double kept, other;

  bool conflicts() const { return kept != other; }
  friend bool operator==(const duplicate&, const duplicate&) = default;
};

/// The columns of a long table whose names are numbers already: which region, which
/// indicator, the month in which the span ends. A value that is NaN is absent.
struct coded_rows {
  std::span<const std::int32_t> regions, indicators, ends;
  std::span<const double> values;
  std::span<const std::uint8_t> status = {};  ///< causes, where the table has them
};

namespace detail {

/// A figure in as many digits as distinguish it from all others.
std::string in_digits(double value);
[[noreturn]] void refuse_conflict(std::size_t row, const std::string& where, double kept,
                                  double other);
/// Throws `error` unless all columns have one length.
void require_lengths(const coded_rows& rows);

}  // namespace detail

/// Puts the rows of a table into a grid of regions x indicators, in any order; its timeline
/// says what spans they are. `name_of(region, indicator)` is asked for when a figure is
/// refused. Returns the rows of figures that an earlier row has already; throws `error` where two
/// of them differ and nothing was chosen, for a row outside the grid, and for a value that is no
/// figure.
std::vector<duplicate> fill(const coded_rows& rows, std::int32_t regions, std::int32_t indicators,
                            grid& into, on_conflict rule,
                            const std::function<std::string(std::int32_t, std::int32_t)>& name_of);

/// The same into a panel.
std::vector<duplicate> fill(const coded_rows& rows, panel& into,
                            on_conflict rule = on_conflict::refuse);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/long_table/long_table-inl.hpp"
#endif
