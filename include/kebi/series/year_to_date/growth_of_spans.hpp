#pragma once

#include "kebi/series/year_to_date/to_frequency.hpp"

namespace kebi {

/// Growth of longer spans out of levels and published growth of their parts, on the comparable base:
/// the sum of the levels over the sum of the bases. Single quarters come out of two years to date.
/// Of a stock it is the growth of the last figure.
extern KEBI_API const operation<2, frequency, span_rule> growth_of_spans;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/year_to_date/growth_of_spans-inl.hpp"
#endif
