#pragma once

// Formulas over several figures, each once and with its source. `kebi::formula` holds the bare
// expressions, function objects for numbers of any kind; `kebi::formulas` the functions of single
// figures, which check their arguments.
#include "kebi/formula/above_zero.hpp"
#include "kebi/formula/carry_over.hpp"
#include "kebi/formula/comparable_base.hpp"
#include "kebi/formula/composition.hpp"
#include "kebi/formula/compound.hpp"
#include "kebi/formula/contribution.hpp"
#include "kebi/formula/increment.hpp"
#include "kebi/formula/share.hpp"
#include "kebi/formula/shift_share.hpp"
#include "kebi/formula/swing.hpp"
