#pragma once

#include "kebi/series/evaluate/operation.hpp"

/// Levels of the year to date and of its months.
namespace kebi {

/// Levels of single months (当月) out of the year to date. January and February stay one figure,
/// which stands at February, wherever a January is lacking in most years; otherwise January is the
/// year to date itself. A month next to a gap is absent: the difference over a gap is no month.
/// With bounds a month is good to a whole unit of the last published digit, not to half.
extern KEBI_API const operation<1> single_months;

/// Levels of the year to date from levels of its months. A gap leaves the rest of its year without
/// a figure. Each sum is as uncertain as all its months together.
extern KEBI_API const operation<1> cumulated;

/// Levels of single months into a given block. `first` is the month in which the first column ends;
/// with `january_february` the first two months of each year stay one figure.
void single_months_over(const figures& year_to_date, month first, bool january_february,
                        const figures_out& into, int threads = 1);

/// Whether January and February are published as one: some series has February without January in
/// most of its years. A January that lacks in a year or two is a gap like others.
bool lacks_january(const grid& year_to_date);
bool lacks_january(const bounds_grid& year_to_date);

/// The months of a year to date, with January and February as one wherever a January is lacking.
timeline single_months_of(const grid& year_to_date);
timeline single_months_of(const bounds_grid& year_to_date);

namespace detail {

/// Throw `error` unless figures are of the year to date by month, or of single months.
void require_year_to_date(const timeline& time);
void require_months(const timeline& time);

/// The timeline of single months that line up with those of the year to date, and back; quarters
/// have years to date at their ends.
timeline months_beside(const timeline& time, bool january_february);
timeline year_to_date_beside(const timeline& time);

/// The starts of the years among single months, which are the year to date itself.
void put_starts(const operand& year_to_date, const timeline& time, bool january_february,
                figures_out into);
void put_starts(const operand& year_to_date, const timeline& time, bool january_february,
                bounds_out into);

}  // namespace detail

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/year_to_date/single_months-inl.hpp"
#endif
