// The bodies of values.
#include "kebi/core/error-inl.hpp"
#include "kebi/core/fixed-inl.hpp"
#include "kebi/core/unit-inl.hpp"
