#pragma once

#include "kebi/series/year_to_date/to_frequency.hpp"

/// What a rate over a year is made of. `steps` are rates over the span before (环比), in percent.
namespace kebi {

/// The rate over the last `count` spans at each time (环比累乘), such as twelve months of 环比.
/// From rounded rates take the bounds: twelve roundings to 0.1 leave more than half a point open.
extern KEBI_API const operation<1, int> chained_growth;

/// The part of each yearly rate that was there at the end of the year before (翘尾因素): the chain
/// of last year's rates after the same span, in points.
extern KEBI_API const operation<1> carry_over;

/// The rest of each yearly rate (新涨价因素), in points, by the additive convention of the national
/// bureau: the rate less the carry-over of `steps`. Published rates are good to half a unit of
/// each, so take the bounds.
extern KEBI_API const operation<2> new_price;

/// The overhang that each year leaves to the next one (年度翘尾): its last figure over the mean of
/// all its figures. Absent where one of them is, undefined where one is not above zero. It stands
/// at the year that leaves it.
extern KEBI_API const operation<1> overhang;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/prices/carry_over-inl.hpp"
#endif
