// 110 / 100 is 1 among whole numbers, so the growth would be 0.
// expect: whole numbers divide as such
#include "kebi/period/rates.hpp"

#ifdef REFUSED
auto growth = kebi::growth_rate(110, 100);
#else
auto growth = kebi::growth_rate(110.0, 100.0);
#endif
