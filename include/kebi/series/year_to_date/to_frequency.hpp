#pragma once

#include "kebi/series/year_to_date/single_months.hpp"

namespace kebi {

/// The quarters, halves or years that end within months or years to date. Throws `error`
/// where there are none to make.
inline timeline longer_spans(const timeline& time, frequency to) {
  if (to == frequency::month || to == frequency::year_to_date)
    throw error{std::string{"figures add up to a quarter, half or year: found a "} + code(to)};
  const int size = step_of(to);
  month end = time.first();
  while (end.in_year() % size != 0) end = end + 1;
  const int columns = (time.end(time.length()) - end + size - 1) / size;
  return {to, end, columns > 0 ? columns : 0};
}

/// Quarters, halves or years from the figures of their months, where all are there;
/// January and February count as there when February tells both.
template <class Figures, class Into>
void added_up(const Figures& months, frequency to, Into into) {
  detail::require_months(months.time);
  const timeline spans = longer_spans(months.time, to);
  detail::require_shape(into, months.rows(), spans.length());
  const operand from{months};
  from.require(into);
  for (Eigen::Index r = 0; r < months.rows(); ++r)
    for (int k = 0; k < spans.length(); ++k) {
      const int last = spans.end(k) - months.time.first();
      detail::amount_in<Into> sum{0};
      std::uint8_t why = detail::is_figure;
      for (int t = last - spans.step() + 1; t <= last; ++t) {
        // A series may start in the February that tells both months.
        if (months.time.january_february() && (months.time.first() + t).in_year() == 1) continue;
        why = detail::cause_of_both(why, t < 0 ? detail::is_absent : from.why(r, t));
        if (why == detail::is_figure) sum = sum + detail::amount(into, from, r, t);
      }
      if (why == detail::is_figure)
        into.put(r, k, sum);
      else
        into.clear(r, k, why);
    }
}
inline grid added_up(const grid& months, frequency to) {
  if (to == frequency::year_to_date) return cumulated(months);
  return written(longer_spans(months.time, to), months.rows(),
                 [&](const figures_out& into) { added_up(months, to, into); });
}
template <class Figures>
bounds_grid added_up_bounds(const Figures& months, frequency to) {
  if (to == frequency::year_to_date) return cumulated_bounds(months);
  return bounds_written(longer_spans(months.time, to), months.rows(),
                        [&](const bounds_out& into) { added_up(months, to, into); });
}

/// Quarters, halves or years straight from levels of the year to date, which needs the
/// figures at their two ends only.
template <class Figures, class Into>
void spans_of(const Figures& year_to_date, frequency to, Into into) {
  detail::require_year_to_date(year_to_date.time);
  const timeline spans = longer_spans(year_to_date.time, to);
  detail::require_shape(into, year_to_date.rows(), spans.length());
  const operand from{year_to_date};
  from.require(into);
  for (Eigen::Index r = 0; r < year_to_date.rows(); ++r)
    for (int k = 0; k < spans.length(); ++k) {
      const int last = spans.end(k) - year_to_date.time.first(), before = last - spans.step();
      const bool opens_year = spans.end(k).in_year() == spans.step();
      std::uint8_t why = from.why(r, last);
      if (why == detail::is_figure && !opens_year)
        why = before < 0 ? detail::is_absent : from.why(r, before);
      if (why != detail::is_figure)
        into.clear(r, k, why);
      else if (opens_year)
        into.put(r, k, detail::amount(into, from, r, last));
      else
        into.put(r, k,
                 evaluate(formula::difference{}, detail::amount(into, from, r, last),
                          detail::amount(into, from, r, before)));
    }
}
inline grid spans_of(const grid& year_to_date, frequency to) {
  return written(longer_spans(year_to_date.time, to), year_to_date.rows(),
                 [&](const figures_out& into) { spans_of(year_to_date, to, into); });
}
template <class Figures>
bounds_grid spans_of_bounds(const Figures& year_to_date, frequency to) {
  return bounds_written(longer_spans(year_to_date.time, to), year_to_date.rows(),
                        [&](const bounds_out& into) { spans_of(year_to_date, to, into); });
}

}  // namespace kebi
