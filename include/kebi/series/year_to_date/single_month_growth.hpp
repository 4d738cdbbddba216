#pragma once

#include "kebi/series/year_to_date/single_months.hpp"

/// Growth of months and of the year to date, each out of the other. Growth rates themselves are
/// never subtracted: each figure is taken back to its base first.
namespace kebi {

/// Growth of single months (单月增速), as comparable as the growth of the year to date that it is
/// found from: (Y2 - Y1)/(Y2/(1+G2) - Y1/(1+G1)) - 1 out of two neighbouring levels and growths.
///
/// Where January is lacking, February's growth is the published one of 1—2月. Late in the year a
/// month is a small difference of large figures: take the bounds, which have no end where rounding
/// leaves even the base of a month open.
extern KEBI_API const operation<2> single_month_growth;

/// Growth of the year to the month before (上月累计增速), out of the later year to date and its
/// last month, at the place of the later one. Undefined at the start of a year, which has no months
/// before it, and where the base of those months is not above zero.
extern KEBI_API const operation<4> growth_before;

/// The weight in last year's base that the months before have beside the last month (隐含权重),
/// implied by three growths. Outside 0 and 100% they cannot all be true. Undefined at the start of
/// a year.
extern KEBI_API const operation<2> implied_weight;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/year_to_date/single_month_growth-inl.hpp"
#endif
