// A double beside bounds would be cut to a whole number.
// expect: use of deleted function|attempt to use a deleted function
#include "kebi/core/bounds.hpp"

#ifdef REFUSED
auto half = kebi::bounds{1, 2} * 0.5;
#else
auto half = kebi::bounds{1, 2} * kebi::bounds::exactly(0.5);
#endif
