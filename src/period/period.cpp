// The bodies of periods.
#include "kebi/period/code-inl.hpp"
