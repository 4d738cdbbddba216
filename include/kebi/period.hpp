#pragma once

// Time: spans of months and their codes; growth with its two ends.
#include "kebi/core.hpp"
#include "kebi/period/code.hpp"
#include "kebi/period/growth.hpp"
#include "kebi/period/period.hpp"
#include "kebi/period/rates.hpp"
