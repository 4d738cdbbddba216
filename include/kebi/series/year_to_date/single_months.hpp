#pragma once

#include "kebi/series/growth/compound.hpp"

namespace kebi {

namespace detail {

inline void require_year_to_date(const timeline& time) {
  if (time.frequency() == frequency::year_to_date) return;
  throw error{std::string{"this needs figures of the year to date: found figures of a "} +
              code(time.frequency()) + ". If they are, say year_to_date when you make them"};
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

/// The starts of the years among single months: they are the year to date itself.
template <class Into>
void put_starts(const operand& year_to_date, const timeline& time, bool january_february,
                Into& into) {
  for (int t = 0; t < into.columns(); ++t) {
    const auto from = source_of(time.end(t).in_year(), january_february);
    if (from == source::difference) continue;
    for (Eigen::Index r = 0; r < into.rows(); ++r)
      if (from == source::together)
        into.clear(r, t, is_together);
      else
        take(into, r, t, year_to_date);
  }
}

/// What sums are made of: plain numbers, or bounds.
inline double amount(const figures_out&, const operand& from, Eigen::Index r, int t) {
  return from.value(r, t);
}
inline bounds amount(const bounds_out&, const operand& from, Eigen::Index r, int t) {
  return from.within(r, t);
}
template <class Into>
using amount_in =
    decltype(amount(std::declval<const Into&>(), std::declval<const operand&>(), 0, 0));

}  // namespace detail

/// Whether January and February are told as one: some series has February without January in
/// most of its years. A January that lacks in a year or two is a gap like others.
template <class Figures>
bool lacks_january(const Figures& year_to_date) {
  for (Eigen::Index r = 0; r < year_to_date.rows(); ++r) {
    int years = 0, lacking = 0;
    for (int t = 0; t < year_to_date.columns(); ++t) {
      if (year_to_date.time.end(t).in_year() != 2) continue;
      if (year_to_date.cells(r, t) != detail::is_figure) continue;
      ++years;
      lacking += t == 0 || year_to_date.cells(r, t - 1) != detail::is_figure;
    }
    if (2 * lacking > years) return true;
  }
  return false;
}

namespace detail {

/// What is taken off each figure of a year to date: the bits of the one before, kept or
/// not, and put in their place zero for the start of a year, or NaN where there is no month.
struct month_masks {
  std::vector<std::int64_t> keep, fill;

  month_masks(month first, int columns, bool january_february)
      : keep(static_cast<std::size_t>(columns)), fill(static_cast<std::size_t>(columns)) {
    for (int t = 0; t < columns; ++t) {
      const auto from = source_of((first + t).in_year(), january_february);
      const bool alone = t == 0 && from == source::difference;
      const auto at = static_cast<std::size_t>(t);
      keep[at] = from == source::difference && !alone ? -1 : 0;
      fill[at] = from == source::together || alone ? bits_of(not_a_number) : 0;
    }
  }
};

/// Single months of a row, straight into their place, in one pass.
template <class Store>
void months_of_row(const double* x, const month_masks& masks, double* out, int count) {
  const std::int64_t *const keep = masks.keep.data(), *const fill = masks.fill.data();
  const auto month = [&](int t) {
    const std::int64_t before = t == 0 ? 0 : bits_of(x[t - 1]);
    return x[t] - std::bit_cast<double>((before & keep[t]) | fill[t]);
  };
  const auto two_months = [&](int t) {
    if (t == 0) return two_doubles{month(0), month(1)};
    two_bits kept, filled;
    std::memcpy(&kept, keep + t, sizeof kept);
    std::memcpy(&filled, fill + t, sizeof filled);
    const two_bits before = (bits_of(load_two(x + t - 1)) & kept) | filled;
    two_doubles off;
    std::memcpy(&off, &before, sizeof off);
    return load_two(x + t) - off;
  };
  over_row<Store>(
      lines_of<Store>(out, count), count,
      [&](auto store, int t) { store.put(out + t, two_months(t)); },
      [&](int t) { out[t] = month(t); });
}

}  // namespace detail

/// Levels of single months from levels of the year to date, into a given block.
/// `first` is the month in which the first column ends. With `january_february` the
/// first two months stay one observation, which stands at February; otherwise January
/// is the year to date itself. A month next to a gap is absent: the difference over a
/// gap is no month.
inline void single_months(const figures& year_to_date, month first, bool january_february,
                          figures_out into, int threads = 1) {
  const int columns = year_to_date.columns();
  detail::require_shape(into, year_to_date.rows(), columns);
  if (columns == 0) return;
  const detail::month_masks masks{first, columns, january_february};
  detail::with_store(year_to_date.rows(), columns, [&]<class Store>(Store) {
    detail::over_rows(year_to_date.rows(), threads, [&](Eigen::Index from, Eigen::Index end) {
      for (Eigen::Index r = from; r < end; ++r) {
        const std::uint8_t* const why = detail::row_of(year_to_date.cells, r);
        std::uint8_t* const cells = detail::row_of(into.cells, r);
        detail::months_of_row<Store>(detail::row_of(year_to_date.values, r), masks,
                                     detail::row_of(into.values, r), columns);
        detail::causes_without_base(why, cells, 1);
        detail::lagged_causes(why + 1, why, cells + 1, columns - 1);
        // The starts of the years are put right afterwards, so that the loop has no branch.
        for (int t = first.in_year() > 2 ? 13 - first.in_year() : 1 - first.in_year(); t < columns;
             t += 12) {
          if (t >= 0) cells[t] = january_february ? detail::is_together : why[t];
          if (january_february && t + 1 < columns) cells[t + 1] = why[t + 1];
        }
      }
      detail::finish_writing();
    });
  });
}

/// The months of a year to date, with January and February as one wherever a January is
/// lacking.
template <class Figures>
timeline single_months_of(const Figures& year_to_date) {
  detail::require_year_to_date(year_to_date.time);
  return detail::months_beside(year_to_date.time, lacks_january(year_to_date));
}
inline grid single_months(const grid& year_to_date, int threads = 1) {
  const timeline months = single_months_of(year_to_date);
  return written(months, year_to_date.rows(), [&](const figures_out& into) {
    single_months(year_to_date.view(), months.first(), months.january_february(), into, threads);
  });
}

/// With bounds: a month is good to a whole unit of the printed last digit, not to half.
template <class Figures>
void single_months(const Figures& year_to_date, bool january_february, bounds_out into,
                   int threads = 1) {
  detail::require_year_to_date(year_to_date.time);
  cellwise(formula::difference{}, into, threads, year_to_date, operand{year_to_date, 1});
  detail::put_starts(year_to_date, year_to_date.time, january_february, into);
}
template <class Figures>
bounds_grid single_month_bounds(const Figures& year_to_date) {
  const timeline months = single_months_of(year_to_date);
  return bounds_written(months, year_to_date.rows(), [&](const bounds_out& into) {
    single_months(year_to_date, months.january_february(), into);
  });
}

/// Levels of the year to date from levels of its months. A gap leaves the rest of its
/// year without a figure. Each sum is as uncertain as all its months together.
template <class Into>
void cumulated(const operand& months, const timeline& time, Into into) {
  detail::require_months(time);
  detail::require_shape(into, months.rows(), months.columns());
  months.require(into);
  for (Eigen::Index r = 0; r < months.rows(); ++r) {
    detail::amount_in<Into> sum{0};
    std::uint8_t why = detail::is_absent;  // a year that does not start with its start is lost
    for (int t = 0; t < months.columns(); ++t) {
      const int number = time.end(t).in_year();
      // February stands for both where they are told as one, wherever the series starts.
      if (number == 1 || (number == 2 && time.january_february())) {
        sum = detail::amount_in<Into>{0};
        why = detail::is_figure;
      }
      if (why == detail::is_figure) {
        why = months.why(r, t);
        if (why == detail::is_figure) sum = sum + detail::amount(into, months, r, t);
      }
      if (why == detail::is_figure)
        into.put(r, t, sum);
      else
        into.clear(r, t, why == detail::is_together ? detail::is_absent : why);
    }
  }
}
inline grid cumulated(const grid& months) {
  detail::require_months(months.time);
  return written(detail::year_to_date_beside(months.time), months.rows(),
                 [&](const figures_out& into) { cumulated(months, months.time, into); });
}
template <class Figures>
bounds_grid cumulated_bounds(const Figures& months) {
  detail::require_months(months.time);
  return bounds_written(detail::year_to_date_beside(months.time), months.rows(),
                        [&](const bounds_out& into) { cumulated(months, months.time, into); });
}

}  // namespace kebi
