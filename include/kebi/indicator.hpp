#pragma once

// Meaning: indicators and their catalogue; facts, and the report they stand in.
#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/code.hpp"
#include "kebi/indicator/doubt.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/indicator/indicator.hpp"
#include "kebi/indicator/report.hpp"
#include "kebi/indicator/tolerance.hpp"
#include "kebi/period.hpp"
