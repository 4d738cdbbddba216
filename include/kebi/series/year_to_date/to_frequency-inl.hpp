#pragma once

#include <algorithm>

#include "kebi/formula/increment.hpp"
#include "kebi/series/year_to_date/span_parts.hpp"

namespace kebi {

namespace detail {

/// Whether spans of one frequency are made of whole figures of another.
KEBI_INLINE bool makes(frequency from, frequency to) {
  if (to == frequency::month) return false;
  if (is_to_date(to))
    return from == frequency::month || from == frequency::quarter ||
           (from == frequency::year_to_date && to == frequency::year_to_quarter) || from == to;
  const bool fits = step_of(to) % step_of(from) == 0;
  return is_to_date(from) ? fits : fits && step_of(to) >= step_of(from);
}

KEBI_INLINE void require_makes(const timeline& time, frequency to) {
  if (makes(time.frequency(), to)) return;
  throw error{"no " + std::string{code(to)} + " is made of figures of a " +
              std::string{code(time.frequency())} +
              (to == frequency::month && is_to_date(time.frequency())
                   ? ": single months come out of the year to date by single_months"
                   : ": months make two_months, quarter, half, year and years to date, quarters "
                     "half, year and year_to_quarter")};
}

}  // namespace detail

KEBI_INLINE timeline longer_spans(const timeline& time, frequency to) {
  detail::require_makes(time, to);
  // Quarters have years to date at their own ends.
  if (to == frequency::year_to_date && time.frequency() == frequency::quarter)
    to = frequency::year_to_quarter;
  const int size = step_of(to);
  month end = time.first();
  while (end.in_year() % size != 0) end = end + 1;
  const int columns = (time.end(time.length()) - end + size - 1) / size;
  return {to, end, columns > 0 ? columns : 0};
}

KEBI_INLINE std::vector<over_time> span_rule::of(const argument& levels) const {
  if (!levels.is_labelled()) return {asked_.value_or(over_time::sum)};
  std::vector<over_time> rules;
  for (const panel_indicator& each : levels.labels().indicators) {
    const auto rule = asked_ ? asked_ : rule_over_time(each.additivity, each.unit);
    if (!rule)
      throw error{"cannot add up " + detail::name_of({each.name}) + " over time, which is " +
                  called(each.additivity, each.unit) +
                  ": the months of a span do not make it up. Ask for the rule 'mean', 'last' or "
                  "'sum' where one of them is right"};
    rules.push_back(*rule);
  }
  return rules;
}

namespace detail {

/// Levels of longer spans.
struct spans_of_levels {
  template <output Into>
  static void write(const arguments& in, const frequency& to, const span_rule& rule,
                    const Into& out, int) {
    const operand from = in.at(0);
    from.require(out);
    over_spans(in, to, rule,
               [from, into = out](Eigen::Index r, int k, over_time how, const columns_of_span& at,
                                  const span_parts& parts) mutable {
                 if (how == over_time::last)
                   put_or_clear(into, r, k, from.why(r, at.last),
                                amount_or_zero(into, from, r, at.last));
                 else if (parts.are_to_date())
                   put_difference(into, r, k, from, at);
                 else
                   put_sum(into, r, k, from, parts, at, how == over_time::mean);
               });
  }

 private:
  template <output Into>
  static amount_in<Into> amount_or_zero(const Into& into, const operand& from, Eigen::Index r,
                                        int t) {
    return from.why(r, t) == is_figure ? amount(into, from, r, t) : amount_in<Into>{0};
  }

  template <output Into>
  static void put_difference(Into& into, Eigen::Index r, int k, const operand& from,
                             const columns_of_span& at) {
    const std::uint8_t why = cause_at_ends(at, from, r);
    if (why != is_figure)
      into.clear(r, k, why);
    else if (at.first < 0)
      into.put(r, k, amount(into, from, r, at.last));
    else
      into.put(r, k,
               evaluate(formula::difference{}, amount(into, from, r, at.last),
                        amount(into, from, r, at.first)));
  }

  template <output Into>
  static void put_sum(Into& into, Eigen::Index r, int k, const operand& from,
                      const span_parts& parts, const columns_of_span& at, bool mean) {
    amount_in<Into> sum{0};
    int months = 0;
    const std::uint8_t why = over_parts(parts, at, from, r, [&](int t) {
      sum = sum + (mean ? weighed(amount(into, from, r, t), parts.weight(t))
                        : amount(into, from, r, t));
      months += parts.weight(t);
    });
    if (mean && months > 0) sum = weighed(sum, 1, months);
    put_or_clear(into, r, k, why, sum);
  }
};

}  // namespace detail

KEBI_OBJECT constinit const operation<1, frequency, span_rule> to_frequency{
    {"to_frequency", {{"levels", takes::levels, aligned::alone, 0, "add up"}}, measure::level},
    detail::kernel_of<detail::spans_of_levels, frequency, span_rule>,
    &detail::shape_of_spans
};

}  // namespace kebi
