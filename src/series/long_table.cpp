#include "kebi/series/long_table/by_frequency-inl.hpp"
#include "kebi/series/long_table/growth_beside_rows-inl.hpp"
#include "kebi/series/long_table/long_table-inl.hpp"
