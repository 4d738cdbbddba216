#pragma once

#include "kebi/formula/increment.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/year_to_date/to_frequency.hpp"

namespace kebi {

KEBI_INLINE timeline longer_spans(const timeline& time, frequency to) {
  if (to == frequency::month || to == frequency::year_to_date)
    throw error{std::string{"figures add up to a quarter, half or year: found a "} + code(to)};
  const int size = step_of(to);
  month end = time.first();
  while (end.in_year() % size != 0) end = end + 1;
  const int columns = (time.end(time.length()) - end + size - 1) / size;
  return {to, end, columns > 0 ? columns : 0};
}

namespace detail {

/// A span from the figures of its months, where all are there.
template <output Into>
void add_up(const operand& months, const timeline& time, const timeline& spans, Into into) {
  for (Eigen::Index r = 0; r < months.rows(); ++r)
    for (int k = 0; k < spans.length(); ++k) {
      const int last = spans.end(k) - time.first();
      amount_in<Into> sum{0};
      std::uint8_t why = is_figure;
      for (int t = last - spans.step() + 1; t <= last; ++t) {
        // A series may start in the February that stands for both months.
        if (time.january_february() && (time.first() + t).in_year() == 1) continue;
        why = cause_of_both(why, t < 0 ? is_absent : months.why(r, t));
        if (why == is_figure) sum = sum + amount(into, months, r, t);
      }
      if (why == is_figure)
        into.put(r, k, sum);
      else
        into.clear(r, k, why);
    }
}

/// A span straight from levels of the year to date, which needs the figures at its two ends only.
template <output Into>
void take_apart(const operand& year_to_date, const timeline& time, const timeline& spans,
                Into into) {
  for (Eigen::Index r = 0; r < year_to_date.rows(); ++r)
    for (int k = 0; k < spans.length(); ++k) {
      const int last = spans.end(k) - time.first(), before = last - spans.step();
      const bool opens_year = spans.end(k).in_year() == spans.step();
      std::uint8_t why = year_to_date.why(r, last);
      if (why == is_figure && !opens_year)
        why = before < 0 ? is_absent : year_to_date.why(r, before);
      if (why != is_figure)
        into.clear(r, k, why);
      else if (opens_year)
        into.put(r, k, amount(into, year_to_date, r, last));
      else
        into.put(r, k,
                 evaluate(formula::difference{}, amount(into, year_to_date, r, last),
                          amount(into, year_to_date, r, before)));
    }
}

struct spans_of_levels {
  static bool is_year_to_date(const arguments& in) {
    return in.time().frequency() == frequency::year_to_date;
  }
  static result_shape shape(const arguments& in, const frequency& to) {
    if (!is_year_to_date(in)) require_months(in.time());
    if (to == frequency::year_to_date && !is_year_to_date(in))
      return {year_to_date_beside(in.time()), in.rows()};
    return {longer_spans(in.time(), to), in.rows()};
  }

  template <output Into>
  static void write(const arguments& in, const frequency& to, const Into& into, int) {
    const operand from = in.at(0);
    from.require(into);
    if (is_year_to_date(in))
      take_apart(from, in.time(), longer_spans(in.time(), to), into);
    else if (to == frequency::year_to_date)
      cumulated.write(in, into);
    else
      add_up(from, in.time(), longer_spans(in.time(), to), into);
  }
};

}  // namespace detail

KEBI_INLINE constinit const operation<1, frequency> to_frequency{
    {"to_frequency", {{"levels", takes::levels, aligned::alone, 0, "add up"}}, measure::level},
    detail::kernel_of<detail::spans_of_levels, frequency>,
    &detail::spans_of_levels::shape
};

}  // namespace kebi
