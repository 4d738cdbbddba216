#pragma once

#include <cstddef>
#include <vector>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/fact.hpp"

namespace kebi::grammar {

/// Holds the growth of a table's facts, from `first` on, against the levels of both years, where
/// the table has them. Growth that no rounding explains gets the doubt `arithmetic`; real growth
/// may differ by the change of prices, and is held against a far wider mark.
void check_growth(std::vector<fact>& facts, std::size_t first, const catalogue* known);

}  // namespace kebi::grammar
