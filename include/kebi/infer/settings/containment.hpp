#pragma once

#include <string>
#include <vector>

namespace kebi {

/// An indicator and parts of it. Of a complete list the whole is the sum; of any
/// other the parts may overlap, and each leaves a rest.
struct containment {
  std::string whole;
  std::vector<std::string> parts;
  bool complete = false;
  /// Whether these are names of regions: the towns of a district. Then levels of every indicator
  /// that adds up do so over them.
  bool of_regions = false;
};

/// What holds in every Chinese report by definition of the indicators (国家统计局,
/// 主要统计指标解释; customs and budget reports).
std::vector<containment> standard_containments();

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/settings/containment-inl.hpp"
#endif
