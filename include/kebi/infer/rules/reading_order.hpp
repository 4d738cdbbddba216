#pragma once

#include <span>
#include <vector>

#include "kebi/indicator/fact.hpp"

namespace kebi::detail {

/// The places of facts in the order in which a reader meets them: by where they stand in the text,
/// and by what they say where no place is known. The same facts have one order, however they are
/// listed.
std::vector<std::size_t> reading_order(std::span<const fact> facts);

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/reading_order-inl.hpp"
#endif
