#pragma once

#include "kebi/series/year_to_date/single_months.hpp"

namespace kebi {

/// The quarters, halves or years that end within months or years to date. Throws `error` where
/// there are none to make.
timeline longer_spans(const timeline& time, frequency to);

/// Quarters, halves or years where they are complete: sums of months, or the year to date at the
/// two ends of each span. Of months also the year to date. January and February count as there
/// where February stands for both.
extern const operation<1, frequency> to_frequency;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/year_to_date/to_frequency-inl.hpp"
#endif
