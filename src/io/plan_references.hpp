#pragma once

#include <vector>

#include "kebi/core/error.hpp"
#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/fact.hpp"

namespace kebi {

/// Gives references the name of the indicator that they mean among the rows near them: 快于城镇居民
/// below 城镇居民人均可支配收入. Linear in the facts.
void resolve_references(std::vector<fact>& facts, const catalogue& known);

/// That two targets exclude each other, told at the second of them.
read_error competing(const fact& kept, const fact& again, place first, place second);

}  // namespace kebi
