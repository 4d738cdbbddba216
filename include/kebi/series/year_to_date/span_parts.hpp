#pragma once

#include <algorithm>
#include <vector>

#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/year_to_date/to_frequency.hpp"

/// What longer spans are made of: levels and their growth go over the same columns.
namespace kebi::detail {

/// The columns that one longer span is made of: all of `first` to `last`, or the year to date at
/// `last` less that at `first`, which is below 0 where the span opens its year.
struct columns_of_span {
  int first, last;
};

/// How the spans of a table make longer ones.
class span_parts {
 public:
  span_parts(const timeline& time, const timeline& spans) : time_{time}, spans_{spans} {}

  bool are_to_date() const { return is_to_date(time_.frequency()); }
  columns_of_span of(int k) const {
    const period span = spans_.span(k);
    const int last = (span.last() - time_.first()) / time_.step();
    const int before = last - span.months() / time_.step();
    if (!are_to_date()) return {before + 1, last};
    const bool opens_year = span.first().in_year() == 1;
    return {opens_year ? -1 : before < 0 ? outside : before, last};
  }
  /// January has no figure of its own where February stands for both.
  bool is_skipped(int t) const {
    return time_.january_february() && (time_.first() + t).in_year() == 1;
  }
  /// The months that a figure stands for.
  int weight(int t) const { return time_.span(t).months(); }

  /// The column before the first of a table.
  static constexpr int outside = -2;

 private:
  const timeline &time_, &spans_;
};

/// Goes through the figures of a span. Returns why one of them is not there.
template <class Visit>
std::uint8_t over_parts(const span_parts& parts, const columns_of_span& at, const operand& from,
                        Eigen::Index r, const Visit& visit) {
  std::uint8_t why = is_figure;
  for (int t = at.first; t <= at.last; ++t) {
    // A series may start in the February that stands for both months.
    if (parts.is_skipped(t)) continue;
    why = cause_of_both(why, t < 0 ? is_absent : from.why(r, t));
    if (why == is_figure) visit(t);
  }
  return why;
}

/// Why the year to date lacks at one of the two ends of a span.
inline std::uint8_t cause_at_ends(const columns_of_span& at, const operand& year_to_date,
                                  Eigen::Index r) {
  const std::uint8_t why = year_to_date.why(r, at.last);
  if (why != is_figure || at.first == -1) return why;
  if (at.first == span_parts::outside) return is_absent;
  const std::int32_t release =
      release_of_both(year_to_date.release(r, at.first), year_to_date.release(r, at.last));
  return release == several ? is_across_releases : year_to_date.why(r, at.first);
}

/// Calls `visit(row, column, rule, columns, parts)` for each longer span.
template <class Visit>
void over_spans(const arguments& in, frequency to, const span_rule& rule, Visit visit) {
  const timeline spans = longer_spans(in.time(), to);
  const span_parts parts{in.time(), spans};
  const std::vector<over_time> rules = rule.of(in[0]);
  for (Eigen::Index r = 0; r < in.rows(); ++r)
    for (int k = 0; k < spans.length(); ++k)
      visit(r, k, rules[static_cast<std::size_t>(r) % rules.size()], parts.of(k), parts);
}

/// Throws `error` for the mean of years to date.
inline void require_rules(const std::vector<over_time>& rules, const timeline& time) {
  if (!is_to_date(time.frequency())) return;
  if (std::find(rules.begin(), rules.end(), over_time::mean) != rules.end())
    throw error{"years to date are means of no months: a mean is made of months or quarters"};
}

/// The release of each longer span, where it is of one.
inline release_list releases_of_spans(const operand& from, const timeline& time,
                                      const timeline& spans) {
  release_list releases;
  const span_parts parts{time, spans};
  for (Eigen::Index r = 0; from.has_releases() && r < from.rows(); ++r)
    for (int k = 0; k < spans.length(); ++k) {
      const columns_of_span at = parts.of(k);
      std::int32_t release = from.release(r, at.last);
      for (int t = std::max(at.first, 0); t <= at.last && at.first != -1; ++t)
        if (!parts.are_to_date() || t == at.first)
          release = release_of_both(release, from.release(r, t));
      releases.push_back(release);
    }
  return releases;
}

/// The times of longer spans, and of which releases they are.
inline result_shape shape_of_spans(const arguments& in, const frequency& to,
                                   const span_rule& rule) {
  const timeline spans = longer_spans(in.time(), to);
  require_rules(rule.of(in[0]), in.time());
  return {spans, in.rows(), {}, releases_of_spans(in.at(0), in.time(), spans)};
}

inline double weighed(double amount, int times, int by = 1) { return amount * times / by; }
inline bounds weighed(const bounds& amount, int times, int by = 1) {
  return amount * bounds::exactly(times) / bounds::exactly(by);
}

template <output Into>
void put_or_clear(Into& into, Eigen::Index r, int k, std::uint8_t why,
                  const amount_in<Into>& value) {
  if (why == is_figure)
    into.put(r, k, value);
  else
    into.clear(r, k, why);
}

}  // namespace kebi::detail
