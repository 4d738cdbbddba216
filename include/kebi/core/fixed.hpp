#pragma once

#include <charconv>
#include <string>

#include "kebi/core/evaluate.hpp"
#include "kebi/core/read_decimal.hpp"

namespace kebi {

/// A double with so many decimals, rounded to the nearest: 170.92. A zero has no sign.
std::string fixed(double value, int decimals);

/// Bounds with so many decimals, rounded outwards: what is printed still holds
/// all that is possible. [170.7, 171.1]. An end that lies within three steps of a
/// double from such a decimal is that decimal: bounds are that much wider than
/// what they bound, and [12.85, 12.95] should not print as [12.84, 12.96].
std::string outward(const bounds& of, int decimals);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/core/fixed-inl.hpp"
#endif
