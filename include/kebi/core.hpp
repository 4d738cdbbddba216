#pragma once

// Values: numbers as printed, bounds, rates and distances, units, absence, errors.
#include "kebi/core/bounds.hpp"
#include "kebi/core/code.hpp"
#include "kebi/core/decimal.hpp"
#include "kebi/core/error.hpp"
#include "kebi/core/evaluate.hpp"
#include "kebi/core/fixed.hpp"
#include "kebi/core/missing.hpp"
#include "kebi/core/percent.hpp"
#include "kebi/core/read_decimal.hpp"
#include "kebi/core/root.hpp"
#include "kebi/core/rounding.hpp"
#include "kebi/core/unit.hpp"
