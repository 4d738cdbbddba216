#pragma once

#include <map>
#include <string>

#include "kebi/core/bounds.hpp"
#include "kebi/core/decimal.hpp"
#include "kebi/indicator/tolerance.hpp"

namespace kebi {

/// What the words of a plan leave open. No authority defines how far 左右 or
/// 基本持平 reach, so each is a setting that the caller can see and change; a
/// verdict names the one that it rests on.
struct settings {
  decimal about_points = tolerance::about_points;    ///< 左右, 约 of a rate
  decimal about_percent = tolerance::about_percent;  ///< 左右, 约 of a level
  decimal flat_points = tolerance::flat_points;      ///< 持平
  decimal stable_points{5, 1};  ///< 稳定 of a ratio: within 0.5 points of last year's
  decimal stable_percent{2};    ///< 稳定 of a level: within 2% of last year's
  decimal sync_points{5, 1};    ///< 同步: not more than 0.5 points behind the reference

  decimal ahead_points{5, 1};   ///< a rate that is further above what is asked counts as ahead
  decimal ahead_percent{2};     ///< and a level that is so much further
  decimal lead_points{5};       ///< a flow that is further before the schedule counts as ahead
  decimal slack_points{0};      ///< and one that is further behind it, as behind (时间过半、任务过半)

  /// The elapsed part's weight in the base year is not printed. Where no figures
  /// give it, it is taken to lie so many percent of a year around the elapsed
  /// time: the first half of a year between 45% and 55%. National retail, trade,
  /// investment and revenue had 45% to 54% of a year by June, 2008 to 2025.
  decimal weight_slack{5};
  /// Weights that the caller knows, by indicator: {"一般公共预算收入", {0.53, 0.56}}.
  std::map<std::string, bounds, std::less<>> weights;

  /// Whether facts take part whose reading is in doubt.
  bool include_doubtful = false;

  friend bool operator==(const settings&, const settings&) = default;
};

/// Throws `error` for a slack below zero.
void require_sound(const settings& how);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/assess/settings-inl.hpp"
#endif
