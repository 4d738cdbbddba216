// What may be missing is not a number until someone has looked.
// expect: cannot convert|no viable conversion
#include "kebi/core/missing.hpp"

kebi::maybe<double> figure = kebi::missing::suppressed;
#ifdef REFUSED
double value = figure;
#else
double value = figure.has_value() ? figure.value() : 0;
#endif
