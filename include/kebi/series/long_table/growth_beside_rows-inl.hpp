#pragma once

#include "kebi/series/long_table/growth_by_month.hpp"
#include "kebi/series/long_table/growth_by_series.hpp"
#include "kebi/series/long_table/growth_unordered.hpp"

#include "kebi/series/long_table/growth_beside_rows.hpp"

namespace kebi {

KEBI_INLINE void growth_of_rows(const coded_rows& rows, int months, std::span<double> out,
                                std::span<std::uint8_t> status, std::pmr::memory_resource& memory) {
  detail::require_lengths(rows);
  detail::require_one_length(
      {rows.values.size(), out.size(), status.empty() ? out.size() : status.size()});
  detail::require_lag(months);
  if (growth_by_series(rows, months, out, status)) return;
  const detail::table_extent reach{rows};
  const detail::growth_beside of{rows, reach, static_cast<std::size_t>(months), out, status};
  if (reach.never_falls() || reach.never_rises())
    detail::growth_by_month{of, memory}.grow();
  else
    detail::growth_unordered{of, memory}.grow();
}

}  // namespace kebi
