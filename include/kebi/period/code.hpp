#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kebi/period/period.hpp"

namespace kebi {

namespace detail {

inline std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string year_code(int year);

inline std::string month_code(month m) {
  return year_code(m.year()) + "-" + two_digits(m.in_year());
}

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

/// Whether a code names a week, 2019-W05, which lies in no month.
bool is_week(std::string_view code);

}  // namespace detail

/// The name of a period in files and errors, in no language: 2019, 2019H1,
/// 2019Q3, 2019-06, 2019-01..2019-05, 2017..2035.
std::string code(const period& p);

/// The period that a code names; reads what `code` writes, and the ISO 8601
/// and SDMX spellings 2019-01-01/P5M, 2019-Q3, 2019-S1, 2019-A1, 2019-T1, 2019M06. Throws
/// `read_error` for anything else, weeks among it, and `error` for a 13th month.
period period_of_code(std::string_view text);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/period/code-inl.hpp"
#endif
