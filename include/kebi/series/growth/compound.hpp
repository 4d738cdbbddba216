#pragma once

#include "kebi/series/growth/growth.hpp"

/// Rates of rates: growth over several spans, from published growth in percent.
namespace kebi {

/// Growth over two spans of years out of the growth of each (间隔增长): this year's and last
/// year's chained. Growth rates are each on one basis, which levels may not be.
extern KEBI_API const operation<1> interval_growth;

/// The growth of each of so many equal steps that make a growth (年均). Steps are counted, not
/// years listed: from 2015 to 2020 there are five.
extern KEBI_API const operation<1, int> average_growth;

/// 两年平均增速 as the national bureau published it in 2021: the geometric mean of this year's and
/// last year's growth.
extern KEBI_API const operation<1> two_year_average;

/// What a year at each span's pace would bring (折年率), from growth over the span before.
extern KEBI_API const operation<1> annualised;

/// By how many points growth quickened (加快) or slowed, since the span before or since a year
/// before. Differences of rates are points, not growth.
extern KEBI_API const operation<1, step_back> acceleration;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/growth/compound-inl.hpp"
#endif
