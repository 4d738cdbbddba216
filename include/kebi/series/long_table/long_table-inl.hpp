#pragma once

#include <charconv>

#include "kebi/series/long_table/long_table.hpp"

namespace kebi {

namespace detail {

KEBI_INLINE std::string in_digits(double value) {
  char buffer[400];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
  return {buffer, end};
}

KEBI_INLINE void refuse_conflict(std::size_t row, const std::string& where, double kept,
                                 double other) {
  throw error{"row " + std::to_string(row) + " gives " + where +
              " a second time, and differently: " + in_digits(other) + " after " + in_digits(kept) +
              ". Choose to keep the first or the last, or, of a figure that was published anew, "
              "what was known on a date: see as_of"};
}

KEBI_INLINE void require_lengths(const coded_rows& rows) {
  const std::size_t count = rows.values.size();
  if (rows.regions.size() != count || rows.indicators.size() != count ||
      rows.ends.size() != count || (!rows.status.empty() && rows.status.size() != count))
    throw error{"the columns of a long table must be of one length"};
}

}  // namespace detail

KEBI_INLINE std::vector<duplicate> fill(
    const coded_rows& rows, std::int32_t regions, std::int32_t indicators, grid& into,
    on_conflict rule, const std::function<std::string(std::int32_t, std::int32_t)>& name_of) {
  detail::require_lengths(rows);
  const std::int64_t columns = into.time.length(), step = into.time.step();
  const std::int64_t start = into.time.first().ordinal;
  double* const values = into.values.data();
  std::uint8_t* const status = into.status.data();
  std::vector<duplicate> found;
  for (std::size_t i = 0; i < rows.values.size(); ++i) {
    const std::int64_t region = rows.regions[i], indicator = rows.indicators[i];
    const std::int64_t months = rows.ends[i] - start, column = step == 1 ? months : months / step;
    if (region < 0 || region >= regions || indicator < 0 || indicator >= indicators || months < 0 ||
        column >= columns || (step != 1 && months % step != 0))
      throw error{"row " + std::to_string(i) + " of the table lies outside the panel"};
    const auto at = static_cast<std::size_t>((region * indicators + indicator) * columns + column);
    const double value = rows.values[i];
    std::uint8_t why = rows.status.empty() ? detail::is_figure : rows.status[i];
    if (why == detail::is_figure && detail::is_nan(value)) why = detail::is_absent;
    if (why != detail::is_figure) {
      if (status[at] != detail::is_figure) status[at] = why;
      continue;
    }
    if (!(value < 1e100 && value > -1e100)) grid::require_figure(value);
    if (status[at] == detail::is_figure) {
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
    status[at] = detail::is_figure;
  }
  return found;
}

KEBI_INLINE std::vector<duplicate> fill(const coded_rows& rows, panel& into, on_conflict rule) {
  return fill(rows, static_cast<std::int32_t>(into.regions().size()),
              static_cast<std::int32_t>(into.indicators().size()), into.figures(), rule,
              [&](std::int32_t region, std::int32_t indicator) {
                return into.indicators()[static_cast<std::size_t>(indicator)].name + " of " +
                       into.regions()[static_cast<std::size_t>(region)];
              });
}

}  // namespace kebi
