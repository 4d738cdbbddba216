#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "kebi/formula/carry_over.hpp"
#include "kebi/formula/increment.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/prices/carry_over.hpp"

namespace kebi {

namespace detail {

/// The figures of a run of columns, where all are there; else the reason of those that are not. A
/// column before the first is absent.
template <output Into>
std::uint8_t run_of(const operand& from, const Into& into, Eigen::Index r, int first, int end,
                    std::vector<amount_in<Into>>& run) {
  run.clear();
  std::uint8_t why = first < 0 ? is_absent : is_figure;
  for (int t = std::max(first, 0); t < end; ++t) {
    why = cause_of_both(why, from.why(r, t));
    if (why == is_figure) run.push_back(amount(into, from, r, t));
  }
  return why;
}

inline void put_chain(figures_out into, Eigen::Index r, int t, const std::vector<double>& run) {
  const double rate = formula::chain{}(std::span<const double>{run});
  if (is_finite(rate))
    into.put(r, t, rate);
  else
    into.clear(r, t, is_undefined);
}
inline void put_chain(bounds_out into, Eigen::Index r, int t, const std::vector<bounds>& run) {
  into.put(r, t, evaluate_rising(formula::chain{}, std::span<const bounds>{run}));
}

/// Chains the rates of columns `first(t)` up to `end(t)` at each column.
template <output Into, class First, class End>
void chain_runs(const operand& from, Into into, const First& first, const End& end) {
  from.require(into);
  std::vector<amount_in<Into>> run;
  for (Eigen::Index r = 0; r < from.rows(); ++r)
    for (int t = 0; t < from.columns(); ++t) {
      std::uint8_t why = run_of(from, into, r, first(t), end(t), run);
      // A chain may end in a fall to nothing, but does not go on from there.
      for (std::size_t k = 0; k + 1 < run.size(); ++k)
        if (why == is_figure && leaves_nothing(run[k])) why = is_undefined;
      if (why == is_figure)
        put_chain(into, r, t, run);
      else
        into.clear(r, t, why);
    }
}

KEBI_INLINE void require_even_spans(const timeline& time, const char* doing) {
  if (!is_to_date(time.frequency()) && !time.january_february()) return;
  throw error{std::string{"cannot "} + doing +
              (time.january_february() ? " where January and February are published as one"
                                       : " figures of the year to date: take single months first")};
}

struct chain_of_last {
  template <output Into>
  static void write(const arguments& in, const int& count, const Into& into, int) {
    if (count < 1) throw error{"a chain has at least one link: found " + std::to_string(count)};
    require_even_spans(in.time(), "chain rates");
    chain_runs(in.rate(0), into, [&](int t) { return t - count + 1; }, [](int t) { return t + 1; });
  }
};

/// The chain over a year, less the spans of this year: what is left are those of last year after
/// the same span.
struct chain_of_last_year {
  template <output Into>
  static void over(const arguments& in, int input, const Into& into) {
    const timeline& time = in.time(input);
    require_even_spans(time, "carry over");
    const auto number = [&](int t) { return time.end(t).in_year() / time.step(); };
    chain_runs(
        in.rate(input), into, [&](int t) { return t - time.year() + 1; },
        [&](int t) { return t - number(t) + 1; });
  }
  template <output Into>
  static void write(const arguments& in, const Into& into, int) {
    over(in, 0, into);
  }
};

struct rest_of_yearly_rate {
  template <output Into>
  static void write(const arguments& in, const Into& into, int threads) {
    using result = std::conditional_t<std::same_as<Into, figures_out>, grid, bounds_grid>;
    require_same_ends(in.time(0), in.time(1));
    result carried = result::uninitialised(in.time(1), in.rows(1));
    chain_of_last_year::over(in, 1, carried.out());
    cellwise(formula::difference{}, into, threads, in.rate(0), operand{carried});
  }
};

struct last_over_mean {
  static result_shape shape(const arguments& in) {
    return {longer_spans(in.time(), frequency::year), in.rows()};
  }

  template <output Into>
  static void write(const arguments& in, const Into& out, int) {
    Into into = out;
    const timeline& time = in.time();
    require_even_spans(time, "take an overhang of");
    const timeline years = longer_spans(time, frequency::year);
    const operand from = in.at(0);
    from.require(into);
    const auto above_zero = [](const auto& level) { return surely_above(level); };
    std::vector<amount_in<Into>> run;
    for (Eigen::Index r = 0; r < from.rows(); ++r)
      for (int k = 0; k < years.length(); ++k) {
        const int end = (years.end(k) - time.first()) / time.step() + 1;
        const std::uint8_t why = run_of(from, into, r, end - time.year(), end, run);
        if (why != is_figure)
          into.clear(r, k, why);
        else if (!std::all_of(run.begin(), run.end(), above_zero))
          into.clear(r, k, is_undefined);
        else
          into.put(r, k, formulas::overhang(std::span<const amount_in<Into>>{run}).value());
      }
  }
};

}  // namespace detail

KEBI_OBJECT constinit const operation<1, int> chained_growth{
    {"chained_growth", {{{"steps", takes::growth}}}, measure::growth},
    detail::kernel_of<detail::chain_of_last, int>
};

KEBI_OBJECT constinit const operation<1> carry_over{
    {"carry_over", {{{"steps", takes::growth}}}, measure::change},
    detail::kernel_of<detail::chain_of_last_year>
};

KEBI_OBJECT constinit const operation<2> new_price{
    {"new_price",
     {{{"yearly", takes::growth}, {"steps", takes::growth, aligned::exactly}}},
     measure::change},
    detail::kernel_of<detail::rest_of_yearly_rate>
};

KEBI_OBJECT constinit const operation<1> overhang{
    {"overhang",
     {{{"levels", takes::growing, aligned::alone, 0, "take an overhang of"}}},
     measure::growth},
    detail::kernel_of<detail::last_over_mean>,
    &detail::last_over_mean::shape
};

}  // namespace kebi
