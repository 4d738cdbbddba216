#pragma once

#include <cstdint>
#include <optional>

#include "kebi/core/missing.hpp"
#include "kebi/formula/turn.hpp"

namespace kebi {

/// What stands at one time of a series: a figure, or why there is none. One byte,
/// zero for a figure, so that blocks of them are masks.
enum class cell : std::uint8_t {
  figure = 0,
  absent,  ///< as in `missing`, from here on
  not_yet_out,
  suppressed,
  below_unit,  ///< …
  undefined,
  unreadable,
  together,   ///< told with a later month: January within 1—2月
  to_profit,  ///< as in `turn`, from here on: a growth that is no percentage
  to_loss,
  loss_wider,
  loss_narrower,
  loss_same,
  shaky,  ///< too uncertain to be one number: a contribution to what hardly grew
};

constexpr cell cell_of(missing cause) {
  return static_cast<cell>(static_cast<int>(cause) + static_cast<int>(cell::absent));
}
constexpr cell cell_of(turn how) {
  if (how == turn::undefined) return cell::undefined;
  return static_cast<cell>(static_cast<int>(how) + static_cast<int>(cell::to_profit));
}

/// The turn that a growth took, where it is one.
constexpr std::optional<turn> turn_of(cell c) {
  if (c == cell::undefined) return turn::undefined;
  if (c < cell::to_profit || c > cell::loss_same) return std::nullopt;
  return static_cast<turn>(static_cast<int>(c) - static_cast<int>(cell::to_profit));
}

/// Why there is no figure, in the words of core: a turn leaves a growth undefined, and
/// a month told with another is absent on its own.
constexpr missing cause_of(cell c) {
  if (c >= cell::absent && c <= cell::unreadable)
    return static_cast<missing>(static_cast<int>(c) - static_cast<int>(cell::absent));
  return c == cell::together ? missing::absent : missing::undefined;
}

constexpr const char* code(cell c) {
  if (c == cell::figure) return "figure";
  if (c == cell::together) return "together";
  if (c == cell::shaky) return "shaky";
  if (c >= cell::to_profit) {
    const auto how = turn_of(c);
    return how ? code(*how) : "undefined";
  }
  return code(cause_of(c));
}

}  // namespace kebi
