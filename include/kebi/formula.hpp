#pragma once

// Formulas over several figures, for any number type: each stands once, with its source.
#include "kebi/formula/above_zero.hpp"
#include "kebi/formula/carry_over.hpp"
#include "kebi/formula/comparable_base.hpp"
#include "kebi/formula/composition.hpp"
#include "kebi/formula/contribution.hpp"
#include "kebi/formula/increment.hpp"
#include "kebi/formula/share.hpp"
#include "kebi/formula/shift_share.hpp"
#include "kebi/formula/turn.hpp"
