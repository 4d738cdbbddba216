#pragma once

#include <vector>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/fact.hpp"

namespace kebi::grammar {

/// Doubts the facts of a text, in reading order, that cannot be read right together with what the
/// catalogue knows: a level in a unit that its indicator does not have (a revenue of 95%), and two
/// figures of one indicator, region, period, measure and status of which only one can be, unless it
/// is the source that errs.
void doubt_disagreements(std::vector<fact>& facts, const catalogue& known);

}  // namespace kebi::grammar
