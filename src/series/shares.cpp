#include "kebi/series/parts/contributions-inl.hpp"
#include "kebi/series/parts/shares-inl.hpp"
