#pragma once

#include <charconv>
#include <span>
#include <string>
#include <vector>

#include "kebi/series/storage/panel.hpp"

namespace kebi {

/// What to do where two rows of a table tell one figure differently.
enum class on_conflict {
  refuse,  ///< throw, naming the rows
  keep_first,
  keep_last,
};

/// A row that tells a figure which an earlier row told already.
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
  std::span<const std::uint8_t> cells = {};  ///< causes, where the table has them
};

namespace detail {

/// A figure in as many digits as tell it from all others.
inline std::string in_digits(double value) {
  char buffer[400];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
  return {buffer, end};
}

[[noreturn]] inline void refuse_conflict(std::size_t row, const std::string& where, double kept,
                                         double other) {
  throw error{"row " + std::to_string(row) + " tells " + where +
              " a second time, and differently: " + in_digits(other) + " after " + in_digits(kept) +
              ". Choose to keep the first or the last, or, of a figure that was published anew, "
              "what was known on a date: see as_of"};
}

inline void require_lengths(const coded_rows& rows) {
  const std::size_t count = rows.values.size();
  if (rows.regions.size() != count || rows.indicators.size() != count ||
      rows.ends.size() != count || (!rows.cells.empty() && rows.cells.size() != count))
    throw error{"the columns of a long table must be of one length"};
}

}  // namespace detail

/// Puts the rows of a table into a grid of regions x indicators, in any order; its timeline
/// says what spans they are. `name_of(region, indicator)` is asked for when a figure is
/// refused. Tells which rows were told twice; throws `error` where two of them differ and
/// nothing was chosen, for a row outside the grid, and for a value that is no figure.
template <class NameOf>
std::vector<duplicate> fill(const coded_rows& rows, std::int32_t regions, std::int32_t indicators,
                            grid& into, on_conflict rule, const NameOf& name_of) {
  detail::require_lengths(rows);
  const std::int64_t columns = into.time.length(), step = into.time.step();
  const std::int64_t start = into.time.first().ordinal;
  double* const values = into.values.data();
  std::uint8_t* const cells = into.cells.data();
  std::vector<duplicate> found;
  for (std::size_t i = 0; i < rows.values.size(); ++i) {
    const std::int64_t region = rows.regions[i], indicator = rows.indicators[i];
    const std::int64_t months = rows.ends[i] - start, column = step == 1 ? months : months / step;
    if (region < 0 || region >= regions || indicator < 0 || indicator >= indicators || months < 0 ||
        column >= columns || (step != 1 && months % step != 0))
      throw error{"row " + std::to_string(i) + " of the table lies outside the panel"};
    const auto at = static_cast<std::size_t>((region * indicators + indicator) * columns + column);
    const double value = rows.values[i];
    std::uint8_t why = rows.cells.empty() ? detail::is_figure : rows.cells[i];
    if (why == detail::is_figure && detail::is_nan(value)) why = detail::is_absent;
    if (why != detail::is_figure) {
      if (cells[at] != detail::is_figure) cells[at] = why;
      continue;
    }
    if (!(value < 1e100 && value > -1e100)) grid::require_figure(value);
    if (cells[at] == detail::is_figure) {
      if (rule == on_conflict::refuse && values[at] != value)
        detail::refuse_conflict(i,
                                name_of(rows.regions[i], rows.indicators[i]) + " for " +
                                    code(into.time.span(static_cast<int>(column))),
                                values[at], value);
      found.push_back(rule == on_conflict::keep_last ? duplicate{i, value, values[at]}
                                                     : duplicate{i, values[at], value});
      if (rule != on_conflict::keep_last) continue;
    }
    values[at] = value;
    cells[at] = detail::is_figure;
  }
  return found;
}

/// The same into a panel.
inline std::vector<duplicate> fill(const coded_rows& rows, panel& into,
                                   on_conflict rule = on_conflict::refuse) {
  return fill(rows, static_cast<std::int32_t>(into.regions().size()),
              static_cast<std::int32_t>(into.indicators().size()), into.figures(), rule,
              [&](std::int32_t region, std::int32_t indicator) {
                return into.indicators()[static_cast<std::size_t>(indicator)].name + " of " +
                       into.regions()[static_cast<std::size_t>(region)];
              });
}

}  // namespace kebi
