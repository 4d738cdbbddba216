// Two growth rates have no sum.
// expect: no match for 'operator\+'|invalid operands to binary expression
#include "kebi/core/percent.hpp"
using namespace kebi::literals;

#ifdef REFUSED
auto sum = kebi::percent{5.2} + kebi::percent{4.8};
#else
auto moved = kebi::percent{5.2} + kebi::points{0.4};
#endif
