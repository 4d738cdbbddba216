#pragma once

#include "kebi/infer/inference.hpp"

namespace kebi {

/// What the rest of a year must bring for its target: how much, and by how much more than
/// the same months of the year before. Where that is not implied, a sentence says what
/// the report leaves out.
struct still_to_come {
  implied target;
  std::optional<implied> level, growth;
  std::string missing;  ///< empty where there is an answer
};

/// What must the rest of the year bring? One answer for each target of a flow.
std::vector<still_to_come> find_still_to_come(const inference& all, const catalogue& names);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/still_to_come-inl.hpp"
#endif
