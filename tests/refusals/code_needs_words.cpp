// An enumeration without words in the exchange form has no code.
// expect: no matching function for call to 'code
#include "kebi/core/rounding.hpp"
#include "kebi/indicator/code.hpp"

#ifdef REFUSED
auto word = code(kebi::rounding::half_up);
#else
auto word = code(kebi::bound::at_least);
#endif
