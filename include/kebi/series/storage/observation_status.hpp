#pragma once

#include <cstdint>
#include <optional>

#include "kebi/core/missing.hpp"
#include "kebi/formula/swing.hpp"

namespace kebi {

/// Observation status (SDMX: OBS_STATUS): a figure, or the reason why there is none. One byte,
/// zero for a figure, so that a block of them is a mask.
enum class observation_status : std::uint8_t {
  figure = 0,
  absent,  ///< as in `missing`, from here on
  not_yet_out,
  suppressed,
  below_unit,  ///< …
  undefined,
  unreadable,
  together,   ///< published with a later month: January within 1—2月
  to_profit,  ///< as in `swing`, from here on: a growth that is no percentage
  to_loss,
  loss_wider,
  loss_narrower,
  loss_same,
  unreliable,  ///< too uncertain to be one number: a share of a growth near zero
  across_releases,  ///< made of figures of several releases, such as a level and its base
};

constexpr observation_status status_of(missing cause) {
  return static_cast<observation_status>(static_cast<int>(cause) +
                                         static_cast<int>(observation_status::absent));
}
constexpr observation_status status_of(swing how) {
  if (how == swing::undefined) return observation_status::undefined;
  return static_cast<observation_status>(static_cast<int>(how) +
                                         static_cast<int>(observation_status::to_profit));
}

/// The swing between profit and loss, where it is one.
constexpr std::optional<swing> swing_of(observation_status c) {
  if (c == observation_status::undefined) return swing::undefined;
  if (c < observation_status::to_profit || c > observation_status::loss_same) return std::nullopt;
  return static_cast<swing>(static_cast<int>(c) - static_cast<int>(observation_status::to_profit));
}

/// Why there is no figure, in the words of core: a swing leaves a growth undefined, and
/// a month published with another is absent on its own.
constexpr missing cause_of(observation_status c) {
  if (c >= observation_status::absent && c <= observation_status::unreadable)
    return static_cast<missing>(static_cast<int>(c) - static_cast<int>(observation_status::absent));
  return c == observation_status::together ? missing::absent : missing::undefined;
}

constexpr std::string_view code(observation_status c) {
  if (c == observation_status::figure) return "figure";
  if (c == observation_status::together) return "together";
  if (c == observation_status::unreliable) return "unreliable";
  if (c == observation_status::across_releases) return "across_releases";
  if (c >= observation_status::to_profit) {
    const auto how = swing_of(c);
    return code(how.value_or(swing::undefined));
  }
  return code(cause_of(c));
}

}  // namespace kebi
