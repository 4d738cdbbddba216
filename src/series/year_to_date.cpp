#include "kebi/series/prices/carry_over-inl.hpp"
#include "kebi/series/year_to_date/single_month_growth-inl.hpp"
#include "kebi/series/year_to_date/single_months-inl.hpp"
#include "kebi/series/year_to_date/to_frequency-inl.hpp"
