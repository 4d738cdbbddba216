#pragma once

#include "kebi/series/long_table/growth_by_month.hpp"
#include "kebi/series/long_table/growth_by_series.hpp"
#include "kebi/series/long_table/growth_unordered.hpp"

namespace kebi {

/// Growth over so many months beside each row of a long table, whatever the order of its
/// rows; months are counted from year 0. A row told twice with one value is passed over;
/// with two values it is refused, because it cannot be known which of them is the base. One that
/// lacks its figure in one row and has it in another has it, and growth, in both.
/// Rows in runs need no memory, others up to twice that of their values.
inline void growth_of_rows(const coded_rows& rows, int months, std::span<double> out,
                           std::span<std::uint8_t> cells = {},
                           std::pmr::memory_resource& memory = *std::pmr::get_default_resource()) {
  detail::require_lengths(rows);
  detail::require_one_length(
      {rows.values.size(), out.size(), cells.empty() ? out.size() : cells.size()});
  detail::require_lag(months);
  if (growth_of_runs(rows, months, out, cells)) return;
  const detail::table_extent reach{rows};
  if (reach.never_falls() || reach.never_rises())
    detail::month_growth{rows, reach, months, out, cells, memory}.grow();
  else
    detail::parted_growth{rows, reach, months, out, cells, memory}.grow();
}

}  // namespace kebi
