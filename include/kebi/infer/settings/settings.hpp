#pragma once

#include <string>
#include <vector>

#include "kebi/infer/settings/containment.hpp"
#include "kebi/infer/settings/effort.hpp"
#include "kebi/infer/settings/hedges.hpp"
#include "kebi/infer/settings/own_law.hpp"

namespace kebi {

/// What inference takes for granted where a report does not say.
struct inference_settings {
  kebi::hedges hedges;
  /// How far a revision of the base is thought possible: 可比口径 over published.
  bounds revision{0.8, 1.25};
  /// Which indicators contain which.
  std::vector<containment> containments = standard_containments();
  /// Laws besides those of statistics.
  std::vector<own_law> laws;
  /// Indicators that are published in whole units throughout, though they count
  /// nothing: PM2.5 in 微克/立方米. Growth is then computed from the whole numbers.
  std::vector<std::string> published_whole;
  kebi::effort effort;
  /// Whether facts take part whose reading is in doubt.
  bool include_doubtful = false;
};

}  // namespace kebi
