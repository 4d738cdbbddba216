#pragma once

#include <string_view>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/report.hpp"

namespace kebi {

/// As `read_plan`; but a table of which nothing is understood is read as words, and not refused.
report read_plan_in_words(std::string_view csv, const catalogue& known);

}  // namespace kebi
