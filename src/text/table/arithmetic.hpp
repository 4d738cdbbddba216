#pragma once

#include <cstddef>
#include <vector>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/fact.hpp"

namespace kebi::grammar {

/// Holds the facts of a table, from `first` on, against each other: growth and changes against
/// the levels of both years, progress against what was planned, parts against their whole. What
/// no rounding explains gets the doubt `arithmetic`; real growth may differ by the change of
/// prices, and is held against a far wider mark. Two numbers under one name get the doubt `head`.
void check_arithmetic(std::vector<fact>& facts, std::size_t first, const catalogue* known);

}  // namespace kebi::grammar
