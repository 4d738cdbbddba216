// The bodies of indicators, facts and reports.
#include "kebi/indicator/catalogue-inl.hpp"
#include "kebi/indicator/fact-inl.hpp"
#include "kebi/indicator/report-inl.hpp"
