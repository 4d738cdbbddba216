#pragma once

#include "kebi/core/config.hpp"
#include "kebi/period/code.hpp"

namespace kebi::detail {

KEBI_INLINE std::string year_code(int year) {
  const std::string digits = std::to_string(year);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

}  // namespace kebi::detail

namespace kebi {

KEBI_INLINE std::string code(const period& p) {
  const std::string year = detail::year_code(p.year());
  const int start = p.first().in_year();
  if (is_whole_years(p))
    return p.in_one_year() ? year : year + ".." + detail::year_code(p.last().year());
  if (p.in_one_year()) {
    if (p.months() == 6 && start % 6 == 1) return year + "H" + std::to_string(start / 6 + 1);
    if (p.months() == 3 && start % 3 == 1) return year + "Q" + std::to_string(start / 3 + 1);
    if (p.months() == 1) return detail::month_code(p.first());
  }
  return detail::month_code(p.first()) + ".." + detail::month_code(p.last());
}

KEBI_INLINE period period_of_code(std::string_view text) {
  for (const std::string_view mark : {"..", "/"}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    const auto first = detail::simple_period(text.substr(0, at));
    const auto last = detail::simple_period(text.substr(at + mark.size()));
    if (first && last) return {first->first(), last->last()};
  }
  if (const auto found = detail::simple_period(text)) return *found;
  throw read_error{place{}, in_quotes(text),
                   "a period such as 2019, 2019H1, 2019Q3, 2019-06 or 2019-01..2019-05"};
}

}  // namespace kebi
