#pragma once

#include <vector>

#include "kebi/series/growth/growth_of_sum.hpp"
#include "kebi/series/year_to_date/growth_of_spans.hpp"
#include "kebi/series/year_to_date/span_parts.hpp"

namespace kebi {

namespace detail {

/// Growth of longer spans, on the comparable base.
struct growth_of_longer_spans {
  template <output Into>
  static void write(const arguments& in, const frequency& to, const span_rule& rule,
                    const Into& out, int) {
    Into into = out;
    const operand levels = in.at(0), growths = in.at(1);
    require_shape(levels.rows(), levels.columns(), growths.rows(), growths.columns());
    levels.require(into);
    growths.require(into);
    const auto put = [&](Eigen::Index r, int k, over_time how, const columns_of_span& at,
                         const span_parts& parts) {
      if (how == over_time::last || (parts.are_to_date() && at.first == -1))
        put_last(into, r, k, levels, growths, at.last);
      else if (parts.are_to_date())
        put_rest(into, r, k, levels, growths, at);
      else
        put_sum(into, r, k, levels, growths, parts, at, how == over_time::mean);
    };
    over_spans(in, to, rule, put);
  }

 private:
  template <output Into>
  static component<amount_in<Into>> part(const Into& into, const operand& levels,
                                         const operand& growths, Eigen::Index r, int t) {
    return {amount(into, levels, r, t), percent{amount(into, growths, r, t)}};
  }

  template <output Into>
  static void put_last(Into& into, Eigen::Index r, int k, const operand& levels,
                       const operand& growths, int t) {
    const std::uint8_t why = first_cause({levels.why(r, t), growths.why(r, t)});
    if (why == is_figure)
      put_rate(into, r, k, amount(into, growths, r, t));
    else
      into.clear(r, k, why);
  }

  template <output Into>
  static void put_rest(Into& into, Eigen::Index r, int k, const operand& levels,
                       const operand& growths, const columns_of_span& at) {
    const std::uint8_t why =
        first_cause({cause_at_ends(at, levels, r), cause_at_ends(at, growths, r)});
    if (why == is_figure)
      put_rate(into, r, k,
               rate_of_rest(part(into, levels, growths, r, at.last),
                              part(into, levels, growths, r, at.first)));
    else
      into.clear(r, k, why);
  }

  template <output Into>
  static void put_sum(Into& into, Eigen::Index r, int k, const operand& levels,
                      const operand& growths, const span_parts& parts, const columns_of_span& at,
                      bool mean) {
    std::vector<component<amount_in<Into>>> all;
    std::uint8_t lacks = is_figure;
    const std::uint8_t why = over_parts(parts, at, levels, r, [&](int t) {
      lacks = cause_of_both(lacks, growths.why(r, t));
      if (lacks != is_figure) return;
      all.push_back(part(into, levels, growths, r, t));
      // A mean of levels grows as the sum of what each stands for.
      if (mean) all.back().level = weighed(all.back().level, parts.weight(t));
    });
    if (const std::uint8_t cause = first_cause({why, lacks}); cause != is_figure)
      into.clear(r, k, cause);
    else
      put_growth_of_sum(into, r, k, all);
  }
};

}  // namespace detail

KEBI_OBJECT constinit const operation<2, frequency, span_rule> growth_of_spans{
    {"growth_of_spans",
     {{{"levels", takes::levels, aligned::alone, 0, "add up"},
       {"growths", takes::growth, aligned::exactly}}},
     measure::growth,
     1},
    detail::kernel_of<detail::growth_of_longer_spans, frequency, span_rule>,
    &detail::shape_of_spans
};

}  // namespace kebi
