// Growths chain, where the links meet; they do not add.
// expect: no match for 'operator\+'|invalid operands to binary expression
#include "kebi/period/growth.hpp"
using namespace kebi;

growth<> first{year_of(2018), year_of(2019), percent{5.0}};
growth<> second{year_of(2019), year_of(2020), percent{3.0}};
#ifdef REFUSED
auto both = first + second;
#else
auto both = chain(first, second);
#endif
