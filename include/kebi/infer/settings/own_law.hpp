#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kebi/core/bounds.hpp"

namespace kebi {

/// A law of a caller's between levels of one region, period and status, by the names of their
/// indicators.
struct own_law {
  enum class form {
    sum,       ///< the weighted sum of the terms lies within `total`
    quotient,  ///< the first term is the second over the third, in units that go together
  };
  form how = form::sum;
  std::vector<std::pair<double, std::string>> terms;  ///< weights of a quotient are not used
  bounds total = 0;
};

}  // namespace kebi
