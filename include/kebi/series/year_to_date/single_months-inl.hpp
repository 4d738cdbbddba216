#pragma once

#include <vector>

#include "kebi/formula/increment.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/year_to_date/month_kernels.hpp"
#include "kebi/series/year_to_date/single_months.hpp"

namespace kebi {

namespace detail {

KEBI_INLINE void require_year_to_date(const timeline& time) {
  if (time.frequency() == frequency::year_to_date) return;
  const bool by_quarter = time.frequency() == frequency::year_to_quarter;
  throw error{"this needs figures of the year to date: found figures of a " +
              std::string{code(time.frequency())} +
              (by_quarter ? ", which hold no months: see to_frequency for single quarters"
                          : ". If they are, say year_to_date when you make them")};
}
KEBI_INLINE void require_months(const timeline& time) {
  if (time.frequency() == frequency::month) return;
  throw error{"this needs figures of single months: found figures of a " +
              std::string{code(time.frequency())}};
}

KEBI_INLINE timeline months_beside(const timeline& time, bool january_february) {
  return {frequency::month, time.first(), time.length(), january_february};
}
KEBI_INLINE timeline year_to_date_beside(const timeline& time) {
  const bool by_quarter = time.frequency() == frequency::quarter;
  return {by_quarter ? frequency::year_to_quarter : frequency::year_to_date, time.first(),
          time.length()};
}

template <output Into>
void put_starts_into(const operand& year_to_date, const timeline& time, bool january_february,
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
KEBI_INLINE void put_starts(const operand& year_to_date, const timeline& time,
                            bool january_february, figures_out into) {
  put_starts_into(year_to_date, time, january_february, into);
}
KEBI_INLINE void put_starts(const operand& year_to_date, const timeline& time,
                            bool january_february, bounds_out into) {
  put_starts_into(year_to_date, time, january_february, into);
}

template <class Figures>
bool january_lacks_in(const Figures& year_to_date) {
  for (Eigen::Index r = 0; r < year_to_date.rows(); ++r) {
    int years = 0, lacking = 0;
    for (int t = 0; t < year_to_date.columns(); ++t) {
      if (year_to_date.time.end(t).in_year() != 2) continue;
      if (year_to_date.status(r, t) != is_figure) continue;
      ++years;
      lacking += t == 0 || year_to_date.status(r, t - 1) != is_figure;
    }
    if (2 * lacking > years) return true;
  }
  return false;
}

}  // namespace detail

KEBI_INLINE bool lacks_january(const grid& year_to_date) {
  return detail::january_lacks_in(year_to_date);
}
KEBI_INLINE bool lacks_january(const bounds_grid& year_to_date) {
  return detail::january_lacks_in(year_to_date);
}

KEBI_INLINE timeline single_months_of(const grid& year_to_date) {
  detail::require_year_to_date(year_to_date.time);
  return detail::months_beside(year_to_date.time, lacks_january(year_to_date));
}
KEBI_INLINE timeline single_months_of(const bounds_grid& year_to_date) {
  detail::require_year_to_date(year_to_date.time);
  return detail::months_beside(year_to_date.time, lacks_january(year_to_date));
}

KEBI_INLINE void single_months_over(const figures& year_to_date, month first, bool january_february,
                                    const figures_out& out, int threads) {
  figures_out into = out;
  const int columns = year_to_date.columns();
  detail::require_shape(into, year_to_date.rows(), columns);
  if (columns == 0) return;
  const detail::month_masks masks{first, columns, january_february};
  detail::with_store(year_to_date.rows(), columns, [&]<class Store>(Store) {
    detail::over_rows(year_to_date.rows(), threads, [&](Eigen::Index from, Eigen::Index end) {
      for (Eigen::Index r = from; r < end; ++r) {
        const std::uint8_t* const why = detail::row_of(year_to_date.status, r);
        std::uint8_t* const status = detail::row_of(into.status, r);
        detail::months_of_row<Store>(detail::row_of(year_to_date.values, r), masks,
                                     detail::row_of(into.values, r), columns);
        detail::causes_without_base(why, status, 1);
        detail::lagged_causes(why + 1, why, status + 1, columns - 1);
        // The starts of the years are put right afterwards, so that the loop has no branch.
        for (int t = first.in_year() > 2 ? 13 - first.in_year() : 1 - first.in_year(); t < columns;
             t += 12) {
          if (t >= 0) status[t] = january_february ? detail::is_together : why[t];
          if (january_february && t + 1 < columns) status[t + 1] = why[t + 1];
        }
      }
      detail::finish_writing();
    });
  });
}

namespace detail {

struct months_of_year_to_date {
  static timeline time_of(const arguments& in) {
    return in.visit(0, [](const auto& of) { return single_months_of(of); });
  }
  static result_shape shape(const arguments& in) { return {time_of(in), in.rows()}; }

  static void write(const arguments& in, const figures_out& into, int threads) {
    in.at(0).require(into);
    const timeline months = time_of(in);
    single_months_over(in[0].figures()->view(), months.first(), months.january_february(), into,
                       threads);
    const operand to_date = in.at(0), before = in.at(0, 1);
    if (!to_date.has_releases()) return;
    clear_across_releases({&to_date, &before}, into);
    put_starts(to_date, months, months.january_february(), into);
  }
  static void write(const arguments& in, const bounds_out& into, int threads) {
    cellwise(formula::difference{}, into, threads, in.at(0), in.at(0, 1));
    put_starts(in.at(0), in.time(), time_of(in).january_february(), into);
  }
};

/// Sums of months, or of quarters, from the start of each year on.
struct sums_of_months {
  static result_shape shape(const arguments& in) {
    if (in.time().frequency() != frequency::quarter) require_months(in.time());
    return {year_to_date_beside(in.time()), in.rows(), {}, releases_to_date(in.at(0), in.time())};
  }

  static bool opens_year(const timeline& time, int t) {
    const int number = time.end(t).in_year();
    // February stands for both where they are published as one, wherever the series starts.
    return number == time.step() || (number == 2 && time.january_february());
  }

  static release_list releases_to_date(const operand& from, const timeline& time) {
    release_list releases;
    for (Eigen::Index r = 0; from.has_releases() && r < from.rows(); ++r)
      for (int t = 0; t < time.length(); ++t) {
        const std::int32_t own = from.release(r, t);
        releases.push_back(t == 0 || opens_year(time, t) ? own
                                                         : release_of_both(releases.back(), own));
      }
    return releases;
  }

  template <output Into>
  static void write(const arguments& in, const Into& out, int) {
    Into into = out;
    const operand months = in.at(0);
    const timeline& time = in.time();
    months.require(into);
    for (Eigen::Index r = 0; r < months.rows(); ++r) {
      amount_in<Into> sum{0};
      std::uint8_t why = is_absent;  // a year that does not start with its start is lost
      for (int t = 0; t < months.columns(); ++t) {
        if (opens_year(time, t)) {
          sum = amount_in<Into>{0};
          why = is_figure;
        }
        if (why == is_figure) why = months.why(r, t);
        if (why == is_figure) {
          sum = sum + amount(into, months, r, t);
          into.put(r, t, sum);
        } else {
          into.clear(r, t, why == is_together ? is_absent : why);
        }
      }
    }
  }
};

}  // namespace detail

KEBI_OBJECT constinit const operation<1> single_months{
    {"single_months",
     {{"year_to_date", takes::flows, aligned::alone, 0, "take months out of"}},
     measure::level},
    {&detail::months_of_year_to_date::write, &detail::months_of_year_to_date::write},
    &detail::months_of_year_to_date::shape
};

KEBI_OBJECT constinit const operation<1> cumulated{
    {"cumulated", {{"months", takes::flows, aligned::alone, 0, "add up"}}, measure::level},
    detail::kernel_of<detail::sums_of_months>,
    &detail::sums_of_months::shape
};

}  // namespace kebi
