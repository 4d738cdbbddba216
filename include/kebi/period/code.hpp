#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kebi/period/period.hpp"

namespace kebi {

namespace detail {

inline std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

inline std::string year_code(int year) {
  const std::string digits = std::to_string(year);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

inline std::string month_code(month m) { return year_code(m.year()) + "-" + two_digits(m.in_year()); }

/// Takes `count` digits off the front of `text`.
constexpr std::optional<int> take_number(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return number;
}

/// One period without a range: 2019, 2019H1, 2019-S1, 2019Q3, 2019-06, 2019M06.
constexpr std::optional<period> simple_period(std::string_view code) {
  const auto year = take_number(code, 4);
  if (!year) return std::nullopt;
  if (code.empty()) return year_of(*year);
  if (code.front() == '-') {
    code.remove_prefix(1);
    if (code.size() == 2 && code.front() >= '0' && code.front() <= '9')
      if (const auto number = take_number(code, 2)) return month_of(*year, *number);
  }
  if (code.empty()) return std::nullopt;
  const char letter = code.front();
  code.remove_prefix(1);
  const auto number = take_number(code, code.size() == 2 ? 2 : 1);
  if (!number || !code.empty()) return std::nullopt;
  switch (letter) {
    case 'H':
    case 'S': return half_of(*year, *number);  // SDMX calls a half S
    case 'Q': return quarter_of(*year, *number);
    case 'M': return month_of(*year, *number);
    default: return std::nullopt;
  }
}

}  // namespace detail

/// The name of a period in files and errors, in no language: 2019, 2019H1,
/// 2019Q3, 2019-06, 2019-01..2019-05, 2017..2035.
inline std::string code(const period& p) {
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

/// The period that a code names; reads what `code` writes, and the ISO 8601
/// and SDMX spellings 2019-01/2019-05, 2019-Q3, 2019-S1, 2019M06. Throws
/// `read_error` for anything else and `error` for a 13th month.
inline period period_of_code(std::string_view text) {
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
