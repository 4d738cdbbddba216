#pragma once

#include "kebi/assess/settings.hpp"
#include "kebi/core/config.hpp"

namespace kebi {

KEBI_INLINE void require_sound(const settings& how) {
  for (const decimal slack :
       {how.about_points, how.about_percent, how.flat_points, how.stable_points, how.stable_percent,
        how.sync_points, how.ahead_points, how.ahead_percent, how.lead_points, how.slack_points,
        how.weight_slack})
    if (slack.digits() < 0)
      throw error{"a setting says how far something may reach, so it is not below zero: found " +
                  to_string(slack)};
}

}  // namespace kebi
