#pragma once

// Files: facts as JSON Lines, plans as CSV, assessments as JSON, encodings.
#include "kebi/io/csv.hpp"
#include "kebi/io/encoding.hpp"
#include "kebi/io/facts.hpp"
#include "kebi/io/plan.hpp"
