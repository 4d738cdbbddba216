#pragma once

// Judgement: targets held against outcomes, and what the rest must bring.
#include "kebi/assess/assess.hpp"
#include "kebi/assess/code.hpp"
#include "kebi/assess/formulas.hpp"
#include "kebi/assess/judge.hpp"
#include "kebi/assess/needs.hpp"
#include "kebi/assess/progress.hpp"
#include "kebi/assess/way.hpp"
#include "kebi/assess/zone.hpp"
#include "kebi/indicator.hpp"
