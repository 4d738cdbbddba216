#include "kebi/series/evaluate/row_groups-inl.hpp"
#include "kebi/series/parts/composition-inl.hpp"
#include "kebi/series/parts/ranks-inl.hpp"
#include "kebi/series/parts/shift_share-inl.hpp"
