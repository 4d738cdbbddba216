// How many decimals 172.8 was printed with is not in the double.
// expect: use of deleted function|call to deleted constructor
#include "kebi/core/read_decimal.hpp"
using namespace kebi::literals;

#ifdef REFUSED
kebi::decimal revenue(172.8);
#else
kebi::decimal revenue = 172.8_p;
#endif
