#pragma once

#include "kebi/formula/increment.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/growth/growth.hpp"
#include "kebi/series/growth/growth_kernels.hpp"

namespace kebi {

KEBI_INLINE void growth_over(const figures& levels, int lag, const figures_out& into, int threads) {
  detail::require_lag(lag);
  detail::growth_rows(
      levels, lag < levels.columns() ? lag : levels.columns(),
      [&](Eigen::Index r) { return detail::row_of(levels.values, r); },
      [&](Eigen::Index r) { return detail::row_of(levels.status, r); }, into, threads);
}

KEBI_INLINE void growth_over(const Eigen::Ref<const block>& levels, int lag, Eigen::Ref<block> into,
                             int threads) {
  const status_block status = detail::status_of_numbers(levels);
  status_block causes(levels.rows(), levels.cols());
  growth_over(figures{levels, status}, lag, figures_out{into, causes}, threads);
}

KEBI_INLINE void growth_over(const figures& levels, std::span<const double> halves, int lag,
                             const bounds_out& into, int threads) {
  detail::require_lag(lag);
  detail::growth_bounds_rows(
      levels, halves, lag < levels.columns() ? lag : levels.columns(),
      [&](Eigen::Index r) { return detail::row_of(levels.values, r); },
      [&](Eigen::Index r) { return detail::row_of(levels.status, r); }, halves, into, threads);
}

namespace detail {

/// Plain numbers in whole rows.
KEBI_INLINE void growth_of_rows(const figures& levels, const figures& bases,
                                const figures_out& into, int threads) {
  require_shape(levels, bases.rows(), bases.columns());
  growth_rows(
      levels, 0, [&](Eigen::Index r) { return row_of(bases.values, r); },
      [&](Eigen::Index r) { return row_of(bases.status, r); }, into, threads);
}

/// Bounds of figures of any kind, one by one: derived figures that are bounds themselves, and
/// published ones whose decimals change along a row.
KEBI_INLINE void growth_of_cells(const operand& levels, const operand& bases,
                                 const bounds_out& into, int threads) {
  require_shape(into, rows_in_common({&levels, &bases}), levels.columns());
  levels.require(into);
  bases.require(into);
  over_rows(into.rows(), threads, [&](Eigen::Index from, Eigen::Index end) {
    bounds_out mine = into;
    for (Eigen::Index r = from; r < end; ++r)
      for (int t = 0; t < levels.columns(); ++t) {
        const std::uint8_t why = first_cause({levels.why(r, t), bases.why(r, t)});
        if (why != is_figure) {
          mine.clear(r, t, why);
          continue;
        }
        // A figure published as 0 is not below zero for sure, and neither is its growth.
        const bool not_below = levels.has_values() && levels.value(r, t) >= 0;
        const bounds level = levels.within(r, t);
        const auto found = formulas::growth_or_swing(
            not_below ? level & bounds::at_least(0) : level, bases.within(r, t));
        if (found.rate)
          mine.put(r, t, found.rate->value());
        else
          mine.clear(r, t, static_cast<std::uint8_t>(status_of(*found.how)));
      }
  });
}

KEBI_INLINE int columns_back(const timeline& time, step_back by) {
  if (by == step_back::year) return time.year();
  if (is_to_date(time.frequency()))
    throw error{"the year to date has no period before it: take single months first"};
  return 1;
}

/// January and February as one and March after them are spans of unlike length.
template <output Into>
void clear_unlike_spans(const timeline& time, step_back by, Into into) {
  if (by != step_back::span || !time.january_february()) return;
  for (int t = 0; t < time.length(); ++t) {
    if (time.end(t).in_year() != 3) continue;
    for (Eigen::Index r = 0; r < into.rows(); ++r)
      if (into.status(r, t) == is_figure) into.clear(r, t, is_undefined);
  }
}

/// Growth by the calendar. Plain numbers, and published ones of even decimals, go by whole rows.
template <step_back By>
struct growth_of_levels {
  static void write(const arguments& in, const figures_out& into, int back, int threads) {
    in.at(0).require(into);
    growth_over(in[0].figures()->view(), back, into, threads);
  }
  static void write(const arguments& in, const bounds_out& into, int back, int threads) {
    const grid* const published = in[0].figures();
    if (published != nullptr && published->is_printed() && published->has_even_rows())
      growth_over(published->view(), published->halves(), back, into, threads);
    else
      growth_of_cells(in.at(0), in.at(0, back), into, threads);
  }
  template <output Into>
  static void write(const arguments& in, const Into& into, int threads) {
    const int back = columns_back(in.time(), By);
    write(in, into, back, threads);
    clear_unlike_spans(in.time(), By, into);
    const operand levels = in.at(0), bases = in.at(0, back);
    clear_across_releases({&levels, &bases}, into);
  }
};

struct growth_over_bases {
  static void write(const arguments& in, const figures_out& into, int threads) {
    in.at(0).require(into);
    in.at(1).require(into);
    require_same_ends(in.time(0), in.time(1));
    growth_of_rows(in[0].figures()->view(), in[1].figures()->view(), into, threads);
    const operand levels = in.at(0), bases = in.at(1);
    clear_across_releases({&levels, &bases}, into);
  }
  static void write(const arguments& in, const bounds_out& into, int threads) {
    const operand levels = in.at(0), bases = in.at(1);
    growth_of_cells(levels, bases, into, threads);
    clear_across_releases({&levels, &bases}, into);
  }
};

template <class Block>
Block bases_since(const Block& levels, const growth_base& since) {
  return std::visit(
      [&]<class Base>(const Base& base) {
        if constexpr (std::same_as<Base, period>)
          return fixed_base(levels, base);
        else
          return same_period_of(levels, base);
      },
      since);
}

struct growth_from_base {
  template <output Into>
  static void write(const arguments& in, const growth_base& since, const Into& into, int threads) {
    in.at(0).require(into);
    in.visit(0, [&](const auto& levels) {
      const auto bases = bases_since(levels, since);
      growth_over_bases::write(arguments{levels, bases}, into, threads);
    });
  }
};

/// Each level less the one of a year, or a span, before.
struct change_of_levels {
  template <output Into>
  static void write(const arguments& in, const step_back& since, const Into& into, int threads) {
    cellwise(formula::difference{}, into, threads, in.at(0),
             in.at(0, columns_back(in.time(), since)));
    clear_unlike_spans(in.time(), since, into);
  }
};

/// What was added in each of so many years.
struct increment_of_each_year {
  template <output Into>
  static void write(const arguments& in, const int& years, const Into& into, int threads) {
    require_steps(years);
    cellwise(formula::average_increment{years}, into, threads,
             in.at(0, std::min(years, 9999) * in.time().year()), in.at(0));
  }
};

inline constexpr input levels_to_grow{"levels", takes::growing, aligned::alone, 0,
                                      "take growth of"};

inline std::vector<int> column_at_all(const timeline& time, int column) {
  return std::vector<int>(static_cast<std::size_t>(time.length()), column);
}
inline std::vector<int> columns_of_year(const timeline& time, int year) {
  std::vector<int> from;
  for (int t = 0; t < time.length(); ++t)
    from.push_back(t - (time.end(t).year() - year) * time.year());
  return from;
}
inline int column_of_base(const timeline& time, const period& base) {
  if (const auto column = time.column(base)) return *column;
  throw error{"cannot take " + code(base) + " as the base: the series has no such span"};
}

}  // namespace detail

KEBI_INLINE grid fixed_base(const grid& levels, const period& base) {
  const int column = detail::column_of_base(levels.time, base);
  return columns_of(levels, levels.time, detail::column_at_all(levels.time, column));
}
KEBI_INLINE bounds_grid fixed_base(const bounds_grid& levels, const period& base) {
  const int column = detail::column_of_base(levels.time, base);
  return columns_of(levels, levels.time, detail::column_at_all(levels.time, column));
}
KEBI_INLINE grid same_period_of(const grid& levels, int year) {
  return columns_of(levels, levels.time, detail::columns_of_year(levels.time, year));
}
KEBI_INLINE bounds_grid same_period_of(const bounds_grid& levels, int year) {
  return columns_of(levels, levels.time, detail::columns_of_year(levels.time, year));
}

KEBI_OBJECT constinit const operation<1> year_over_year{
    {"year_over_year", {detail::levels_to_grow}, measure::growth},
    detail::kernel_of<detail::growth_of_levels<step_back::year>>
};

KEBI_OBJECT constinit const operation<1> period_over_period{
    {"period_over_period", {detail::levels_to_grow}, measure::growth},
    detail::kernel_of<detail::growth_of_levels<step_back::span>>
};

KEBI_OBJECT constinit const operation<1, step_back> change_of_level{
    {"change_of_level",
     {{"levels", takes::levels, aligned::alone, 0, "take changes of"}},
     measure::change,
     0, true},
    detail::kernel_of<detail::change_of_levels, step_back>
};

KEBI_OBJECT constinit const operation<1, int> average_increment{
    {"average_increment",
     {{"levels", takes::levels, aligned::alone, 0, "take changes of"}},
     measure::change,
     0, true},
    detail::kernel_of<detail::increment_of_each_year, int>
};

KEBI_OBJECT constinit const operation<2> growth_between{
    {"growth_between",
     {{{"levels", takes::levels, aligned::alone, 0, "take growth of"},
       {"bases", takes::levels, aligned::exactly, 0, "take growth over"}}},
     measure::growth},
    {&detail::growth_over_bases::write, &detail::growth_over_bases::write}
};

KEBI_OBJECT constinit const operation<1, growth_base> growth_since{
    {"growth_since", {detail::levels_to_grow}, measure::growth},
    detail::kernel_of<detail::growth_from_base, growth_base>
};

}  // namespace kebi
