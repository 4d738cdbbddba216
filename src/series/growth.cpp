#include "kebi/series/growth/comparable_base-inl.hpp"
#include "kebi/series/growth/compound-inl.hpp"
#include "kebi/series/growth/growth-inl.hpp"
