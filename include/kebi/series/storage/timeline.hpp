#pragma once

#include <optional>
#include <string>

#include "kebi/core/code.hpp"
#include "kebi/period/code.hpp"

namespace kebi {

/// Over what span of time each figure of a series stands.
enum class frequency {
  month,
  two_months,
  quarter,
  half,
  year,
  year_to_date,     ///< from January on, a figure each month
  year_to_quarter,  ///< from January on, a figure each quarter: 前三季度
};

namespace detail {
template <>
inline constexpr std::string_view words<frequency>[] = {
    "month", "two_months", "quarter", "half", "year", "year_to_date", "year_to_quarter"};
}  // namespace detail

/// Months from one figure to the next.
constexpr int step_of(frequency f) {
  switch (f) {
    case frequency::two_months:
      return 2;
    case frequency::quarter:
    case frequency::year_to_quarter:
      return 3;
    case frequency::half:
      return 6;
    case frequency::year:
      return 12;
    default:
      return 1;
  }
}

/// Whether each figure stands for the year up to then (累计).
constexpr bool is_to_date(frequency f) {
  return f == frequency::year_to_date || f == frequency::year_to_quarter;
}

/// The times of a series: from the span that ends in one month on, without a gap, so
/// that a number of columns is a number of months. Twelve columns back is a year back
/// by the calendar whatever is missing in between.
class timeline {
 public:
  /// `january_february`: January has no figure of its own and February's is that of
  /// both months (1—2月), as in most monthly series of the national bureau. Throws
  /// `error` for a span that does not end where its frequency ends.
  timeline(kebi::frequency of, month first_end, int length, bool january_february = false)
      : frequency_{of}, first_{first_end}, length_{length}, january_february_{january_february} {
    if (length < 0) throw error{"a series cannot have " + std::to_string(length) + " figures"};
    if (first_end.in_year() % step() != 0)
      throw error{"no " + std::string{code(of)} + " ends in month " +
                  std::to_string(first_end.in_year()) + " of a year"};
    if (january_february && of != kebi::frequency::month)
      throw error{"only months are published two at a time, not a " + std::string{code(of)}};
  }

  kebi::frequency frequency() const { return frequency_; }
  month first() const { return first_; }
  int length() const { return length_; }
  int step() const { return step_of(frequency_); }
  bool january_february() const { return january_february_; }
  /// The month in which the span of a column ends.
  month end(int column) const { return first_ + column * step(); }
  /// Columns in a year.
  int year() const { return 12 / step(); }

  period span(int column) const {
    const month last = end(column);
    if (is_to_date(frequency_)) return year_to_date(last);
    if (january_february_ && last.in_year() == 2) return {last - 1, last};
    return {last - (step() - 1), last};
  }

  /// Where a span stands, if it does.
  std::optional<int> column(const period& of) const {
    const int months = of.last() - first_;
    if (months < 0 || months % step() != 0 || months / step() >= length_) return std::nullopt;
    if (span(months / step()) != of) return std::nullopt;
    return months / step();
  }

  friend bool operator==(const timeline&, const timeline&) = default;

 private:
  kebi::frequency frequency_;
  month first_;
  int length_;
  bool january_february_;
};

namespace detail {

inline std::string times_of(const timeline& time) {
  const int count = time.length();
  return std::to_string(count) + " of a " + std::string{code(time.frequency())} +
         (count == 0 ? "" : " from " + code(time.span(0)) + " to " + code(time.span(count - 1)));
}

/// Columns that are read beside one another must end in the same months: one shape is not
/// enough. A month may stand beside the year to date that it ends.
inline void require_same_ends(const timeline& a, const timeline& b) {
  if (a.length() == b.length() && a.step() == b.step() && a.first() == b.first()) return;
  throw error{"figures that go together run over the same times: found " + times_of(a) +
              " beside " + times_of(b) + ". Give both for the same spans"};
}

}  // namespace detail

}  // namespace kebi
