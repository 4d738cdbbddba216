#pragma once

#include "kebi/series/compound.hpp"

namespace kebi {

namespace detail {

inline void require_year_to_date(const timeline& time) {
  if (time.frequency() == frequency::year_to_date) return;
  throw error{std::string{"this needs figures of the year to date: found figures of a "} +
              code(time.frequency())};
}
inline void require_months(const timeline& time) {
  if (time.frequency() == frequency::month) return;
  throw error{std::string{"this needs figures of single months: found figures of a "} +
              code(time.frequency())};
}

/// The timeline of single months beside one of the year to date.
inline timeline months_beside(const timeline& time, bool january_february) {
  return {frequency::month, time.first(), time.length(), january_february};
}
inline timeline year_to_date_beside(const timeline& time) {
  return {frequency::year_to_date, time.first(), time.length()};
}

/// What a single month is found from, by its number in the year.
enum class source { itself, difference, together };
inline source source_of(int month_in_year, bool january_february) {
  if (january_february && month_in_year == 1) return source::together;
  return month_in_year == (january_february ? 2 : 1) ? source::itself : source::difference;
}

}  // namespace detail

/// Whether January stands in for nothing: some February has a figure and its January none.
inline bool lacks_january(const grid& year_to_date) {
  for (int t = 0; t < year_to_date.columns(); ++t) {
    if (year_to_date.time.end(t).in_year() != 2) continue;
    for (Eigen::Index r = 0; r < year_to_date.rows(); ++r)
      if (year_to_date.cells(r, t) == detail::is_figure &&
          (t == 0 || year_to_date.cells(r, t - 1) != detail::is_figure))
        return true;
  }
  return false;
}

/// Levels of single months from levels of the year to date, into a given block.
/// `first` is the month in which the first column ends. With `january_february` the
/// first two months stay one observation, which stands at February; otherwise January
/// is the year to date itself. A month next to a gap is absent: the difference over a
/// gap is no month.
inline void single_months(const figures& year_to_date, month first, bool january_february,
                          figures_out into, int threads = 1) {
  detail::require_shape(year_to_date, into.values.rows(), into.values.cols());
  detail::require_shape(year_to_date, into.cells.rows(), into.cells.cols());
  const int columns = year_to_date.columns();
  if (columns == 0) return;
  const bool past_cache = detail::goes_past_cache(year_to_date.rows(), columns);
  detail::over_rows(year_to_date.rows(), threads, [&](Eigen::Index from, Eigen::Index end) {
    std::vector<double> row(static_cast<std::size_t>(columns));
    for (Eigen::Index r = from; r < end; ++r) {
      const double* const x = detail::row_of(year_to_date.values, r);
      const std::uint8_t* const why = detail::row_of(year_to_date.cells, r);
      std::uint8_t* const cells = detail::row_of(into.cells, r);
      double* const out = row.data();
      detail::causes_without_base(why, cells, 1);
      out[0] = detail::not_a_number;
      for (int t = 1; t < columns; ++t) out[t] = x[t] - x[t - 1];
      detail::lagged_causes(why + 1, why, cells + 1, columns - 1);
      // The starts of the years are put right afterwards, so that the loop has no branch.
      for (int t = first.in_year() > 2 ? 13 - first.in_year() : 1 - first.in_year(); t < columns;
           t += 12) {
        if (t >= 0) {
          out[t] = january_february ? detail::not_a_number : x[t];
          cells[t] = january_february ? detail::is_together : why[t];
        }
        if (january_february && t + 1 < columns) {
          out[t + 1] = x[t + 1];
          cells[t + 1] = why[t + 1];
        }
      }
      double* const to = detail::row_of(into.values, r);
      if (past_cache)
        detail::put_row<detail::past_cache>(to, out, columns);
      else
        detail::put_row<detail::into_cache>(to, out, columns);
    }
    detail::finish_writing();
  });
}

/// The same, with January and February as one wherever a January is lacking.
inline grid single_months(const grid& year_to_date, int threads = 1) {
  detail::require_year_to_date(year_to_date.time);
  const bool together = lacks_january(year_to_date);
  grid result = grid::like(year_to_date, detail::months_beside(year_to_date.time, together));
  single_months(year_to_date.view(), year_to_date.time.first(), together, result.out(), threads);
  result.decimals = year_to_date.decimals;
  return result;
}

/// With bounds: a month is good to a whole unit of the printed last digit, not to half.
inline bounds_grid single_month_bounds(const grid& year_to_date) {
  detail::require_year_to_date(year_to_date.time);
  const bool together = lacks_january(year_to_date);
  const grid before = lagged(year_to_date, 1);
  bounds_grid result = combined_bounds(formula::difference{}, year_to_date, before);
  result.time = detail::months_beside(year_to_date.time, together);
  for (int t = 0; t < result.time.length(); ++t) {
    const auto from = detail::source_of(result.time.end(t).in_year(), together);
    if (from == detail::source::difference) continue;
    for (Eigen::Index r = 0; r < year_to_date.rows(); ++r) {
      const bool figure = from == detail::source::itself && year_to_date.at(r, t) == cell::figure;
      const bounds own =
          figure ? detail::around_printed(year_to_date.values(r, t), year_to_date.half(r))
                 : bounds::entire();
      result.lo(r, t) = figure ? own.lo() : detail::not_a_number;
      result.hi(r, t) = figure ? own.hi() : detail::not_a_number;
      result.cells(r, t) =
          from == detail::source::together ? detail::is_together : year_to_date.cells(r, t);
    }
  }
  return result;
}

/// Levels of the year to date from levels of its months. A gap leaves the rest of its
/// year without a figure.
inline void cumulated(const figures& months, const timeline& time, figures_out into) {
  detail::require_shape(months, into.values.rows(), into.values.cols());
  for (Eigen::Index r = 0; r < months.rows(); ++r) {
    double sum = 0;
    std::uint8_t why = detail::is_absent;  // a year that does not start with its start is lost
    for (int t = 0; t < months.columns(); ++t) {
      const int number = time.end(t).in_year();
      if (number == 1) {
        sum = 0;
        why = detail::is_figure;
      } else if (number == 2 && time.january_february()) {
        sum = 0;
        why = detail::is_figure;  // February stands for both, wherever the series starts
      }
      const std::uint8_t mine = months.cells(r, t);
      if (why == detail::is_figure) {
        why = mine;
        if (mine == detail::is_figure) sum += months.values(r, t);
      }
      into.values(r, t) = why == detail::is_figure ? sum : detail::not_a_number;
      into.cells(r, t) = why;
      if (why == detail::is_together) into.cells(r, t) = detail::is_absent;
    }
  }
}
inline grid cumulated(const grid& months) {
  detail::require_months(months.time);
  grid result = grid::like(months, detail::year_to_date_beside(months.time));
  cumulated(months.view(), months.time, result.out());
  result.decimals = months.decimals;
  return result;
}

/// Quarters, halves or years from the figures of their months, where all are there;
/// January and February count as there when February tells both.
inline grid added_up(const grid& months, frequency to) {
  detail::require_months(months.time);
  if (to == frequency::year_to_date) return cumulated(months);
  const int size = step_of(to);
  month end = months.time.first();
  while (end.in_year() % size != 0) end = end + 1;
  const int columns = (months.time.end(months.columns()) - end + size - 1) / size;
  grid result = grid::blank(timeline{to, end, columns > 0 ? columns : 0}, months.rows());
  for (Eigen::Index r = 0; r < months.rows(); ++r)
    for (int k = 0; k < result.columns(); ++k) {
      const int last = result.time.end(k) - months.time.first();
      double sum = 0;
      cell why = cell::figure;
      for (int t = last - size + 1; t <= last && why == cell::figure; ++t) {
        why = t < 0 ? cell::absent : months.at(r, t);
        // A series may start in the February that tells both months.
        const bool told_later =
            months.time.january_february() && (months.time.first() + t).in_year() == 1;
        if (told_later)
          why = cell::figure;
        else if (why == cell::figure)
          sum += months.values(r, t);
      }
      if (why == cell::figure)
        result.set(r, k, sum);
      else
        result.clear(r, k, why);
    }
  result.decimals = months.decimals;
  return result;
}

/// Quarters, halves or years straight from levels of the year to date, which needs the
/// figures at their two ends only.
inline grid spans_of(const grid& year_to_date, frequency to) {
  detail::require_year_to_date(year_to_date.time);
  const int size = step_of(to);
  month end = year_to_date.time.first();
  while (end.in_year() % size != 0) end = end + 1;
  const int columns = (year_to_date.time.end(year_to_date.columns()) - end + size - 1) / size;
  grid result = grid::blank(timeline{to, end, columns > 0 ? columns : 0}, year_to_date.rows());
  for (Eigen::Index r = 0; r < year_to_date.rows(); ++r)
    for (int k = 0; k < result.columns(); ++k) {
      const int last = result.time.end(k) - year_to_date.time.first(), before = last - size;
      const bool first_of_year = result.time.end(k).in_year() == size;
      const cell why = year_to_date.at(r, last);
      if (why != cell::figure)
        result.clear(r, k, why);
      else if (first_of_year)
        result.set(r, k, year_to_date.values(r, last));
      else if (before < 0)
        result.clear(r, k, cell::absent);
      else if (year_to_date.at(r, before) != cell::figure)
        result.clear(r, k, year_to_date.at(r, before));
      else
        result.set(r, k, year_to_date.values(r, last) - year_to_date.values(r, before));
    }
  result.decimals = year_to_date.decimals;
  return result;
}

}  // namespace kebi
