#pragma once

#include <optional>
#include <string_view>

#include "text/words/numerals.hpp"

namespace kebi::grammar {

/// A share told as a fraction at the start of a folded text: 四分之三, 万分之5, 十万分之八点五,
/// 3/4. In percent, as exact as it is printed; `too_large` where no decimal is (三分之二). Nothing for
/// 百分之 and 千分之, whose units are % and ‰.
std::optional<scanned> scan_fraction(std::string_view text);

}  // namespace kebi::grammar
