#pragma once

#include "kebi/series/evaluate/operand.hpp"

/// Growth below -100% means that a figure above zero went below it (由盈转亏). It is that swing
/// and no rate, whether growth was published so or comes out of levels: see `swing`.
namespace kebi::detail {

inline constexpr std::uint8_t is_to_loss = static_cast<std::uint8_t>(observation_status::to_loss);

/// Growth that was found from levels: what came out below -100% is a swing into loss, and bounds
/// end there.
void mark_losses(figures_out into);
void mark_losses(bounds_out into);

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/evaluate/rates-inl.hpp"
#endif
