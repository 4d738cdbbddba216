#pragma once

#include <utility>

#include "kebi/core/config.hpp"
#include "kebi/period/code.hpp"

namespace kebi::detail {

KEBI_INLINE std::string year_code(int year) {
  const std::string digits = std::to_string(year);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

/// The months of an ISO 8601 duration: P5M, P1Y, P1Y6M. None for others.
KEBI_INLINE std::optional<int> months_of_duration(std::string_view text) {
  if (text.size() < 3 || text.front() != 'P') return std::nullopt;
  text.remove_prefix(1);
  int months = 0;
  for (const auto& [letter, each] : {std::pair<char, int>{'Y', 12}, {'M', 1}}) {
    const std::size_t at = text.find(letter);
    if (at == std::string_view::npos) continue;
    if (at == 0 || at > 4) return std::nullopt;
    const auto number = take_number(text, at);
    if (!number) return std::nullopt;
    months += *number * each;
    text.remove_prefix(1);
  }
  return text.empty() && months > 0 ? std::optional{months} : std::nullopt;
}

/// The month that a span starts with: 2019-01-01, 2019-01 or 2019. None for other days.
KEBI_INLINE std::optional<month> first_month(std::string_view text) {
  if (text.ends_with("-01") && text.size() == 10) text.remove_suffix(3);
  const auto found = simple_period(text);
  return found && (text.size() == 4 || text.size() == 7) ? std::optional{found->first()}
                                                         : std::nullopt;
}

/// What SDMX alone writes: a year as 2019-A1, four months as 2019-T1.
KEBI_INLINE std::optional<period> sdmx_period(std::string_view text) {
  const auto year = take_number(text, 4);
  if (text.starts_with('-')) text.remove_prefix(1);
  if (!year || text.size() != 2) return std::nullopt;
  if (text == "A1") return year_of(*year);
  const int number = text[1] - '0';
  if (text.front() != 'T' || number < 1 || number > 3) return std::nullopt;
  return months_of(*year, number * 4 - 3, number * 4);
}

KEBI_INLINE bool is_week(std::string_view text) {
  const auto year = take_number(text, 4);
  if (text.starts_with('-')) text.remove_prefix(1);
  if (!year || !text.starts_with('W')) return false;
  text.remove_prefix(1);
  return (text.size() == 1 || text.size() == 2) && take_number(text, text.size()).has_value();
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
    const auto months = detail::months_of_duration(text.substr(at + mark.size()));
    if (const auto start = detail::first_month(text.substr(0, at)); months && start)
      return {*start, *start + (*months - 1)};
    const auto first = detail::simple_period(text.substr(0, at));
    const auto last = detail::simple_period(text.substr(at + mark.size()));
    if (first && last) return {first->first(), last->last()};
  }
  if (const auto found = detail::simple_period(text)) return *found;
  if (const auto found = detail::sdmx_period(text)) return *found;
  if (detail::is_week(text))
    throw read_error{place{}, "the week " + in_quotes(text),
                     "a period of whole months, in which no week lies: add up the days of each "
                     "month first, or give months, quarters or years"};
  throw read_error{place{}, in_quotes(text),
                   "a period such as 2019, 2019H1, 2019Q3, 2019-06 or 2019-01..2019-05"};
}

}  // namespace kebi
