// The difference of two printed rates is good to twice the half unit only.
// expect: no match for 'operator-'|invalid operands to binary expression
#include "kebi/core/evaluate.hpp"
#include "kebi/core/percent.hpp"
using namespace kebi::literals;

#ifdef REFUSED
auto lead = 5.7_pct - 4.9_pct;
#else
auto lead = kebi::percent{rounding_interval(5.7_p)} - kebi::percent{rounding_interval(4.9_p)};
#endif
