// A rate does not become a number, nor a number a rate, on the way into a sum.
// expect: no match for 'operator\+'|invalid operands to binary expression
#include "kebi/core/percent.hpp"
using namespace kebi::literals;

#ifdef REFUSED
auto sum = 172.8_p + 1.1_pct;
#else
auto rate = kebi::percent{172.8_p};
#endif
