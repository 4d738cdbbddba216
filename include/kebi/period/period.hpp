#pragma once

#include <compare>
#include <string>

#include "kebi/core/error.hpp"

namespace kebi {

/// One calendar month, as a count of months: stepping is addition.
struct month {
  int ordinal = 0;  // months since January of year 0

  constexpr int year() const { return ordinal / 12; }
  constexpr int in_year() const { return ordinal % 12 + 1; }  // 1 to 12

  friend constexpr auto operator<=>(month, month) = default;
  friend constexpr month operator+(month m, int steps) { return {m.ordinal + steps}; }
  friend constexpr month operator-(month m, int steps) { return {m.ordinal - steps}; }
  friend constexpr int operator-(month a, month b) { return a.ordinal - b.ordinal; }
};

namespace detail {
constexpr void require_year(int year) {
  if (year < 1 || year > 9999)
    throw error{"a year lies between 1 and 9999: found " + std::to_string(year)};
}
}  // namespace detail

/// A span of whole months, the first and the last included.
///
/// A year, a half, a quarter, a month and the year to date (累计) are all such
/// spans; what a figure means by its period depends on its indicator: the sum
/// over the span for a flow, the state at its end for a stock.
class period {
 public:
  /// Throws `error` unless first <= last, in the years 1 to 9999.
  constexpr period(month first, month last) : first_{first}, last_{last} {
    detail::require_year(first.year());
    detail::require_year(last.year());
    if (last < first) throw error{"a period cannot end before it starts"};
  }

  constexpr month first() const { return first_; }
  constexpr month last() const { return last_; }
  constexpr int months() const { return last_ - first_ + 1; }
  constexpr int year() const { return first_.year(); }
  constexpr bool in_one_year() const { return first_.year() == last_.year(); }
  constexpr bool contains(const period& part) const {
    return first_ <= part.first_ && part.last_ <= last_;
  }

  friend constexpr bool operator==(const period&, const period&) = default;
  friend constexpr auto operator<=>(const period&, const period&) = default;

 private:
  month first_, last_;
};

/// The months from `first` to `last` of one year: 1-5月. Throws `error` for a 13th month.
constexpr period months_of(int year, int first, int last) {
  detail::require_year(year);
  if (first < 1 || last > 12 || first > 12 || last < 1)
    throw error{"a year has 12 months: found month " +
                std::to_string(first < 1 || first > 12 ? first : last)};
  return {month{year * 12 + first - 1}, month{year * 12 + last - 1}};
}
constexpr period month_of(int year, int number) { return months_of(year, number, number); }
constexpr period quarter_of(int year, int number) {
  if (number < 1 || number > 4)
    throw error{"a year has 4 quarters: found quarter " + std::to_string(number)};
  return months_of(year, number * 3 - 2, number * 3);
}
constexpr period half_of(int year, int number) {
  if (number < 1 || number > 2)
    throw error{"a year has 2 halves: found half " + std::to_string(number)};
  return months_of(year, number * 6 - 5, number * 6);
}
constexpr period year_of(int year) { return months_of(year, 1, 12); }
constexpr period years_of(int first, int last) {
  return {year_of(first).first(), year_of(last).last()};
}

/// From January to `last` of that year (累计).
constexpr period year_to_date(month last) { return {last - (last.in_year() - 1), last}; }
constexpr bool is_year_to_date(const period& p) {
  return p.in_one_year() && p.first().in_year() == 1;
}
constexpr bool is_whole_years(const period& p) {
  return p.first().in_year() == 1 && p.last().in_year() == 12;
}

/// The span moved by months or years.
constexpr period moved(const period& p, int months) {
  return {p.first() + months, p.last() + months};
}
/// The same span a year before: what 同比 compares with.
constexpr period year_before(const period& p) { return moved(p, -12); }
/// The span of the same length that ends where this one starts: what 环比 compares with.
constexpr period span_before(const period& p) { return moved(p, -p.months()); }

/// What follows `elapsed` until `whole` ends: the rest of the year after its
/// first half. Throws `error` unless both start together and something is left.
constexpr period rest_of(const period& whole, const period& elapsed) {
  if (elapsed.first() != whole.first() || elapsed.last() >= whole.last())
    throw error{
        "nothing is left of a period unless its elapsed part starts with it and ends before it"};
  return {elapsed.last() + 1, whole.last()};
}

}  // namespace kebi
