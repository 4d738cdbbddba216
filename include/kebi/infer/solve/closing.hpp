#pragma once

#include <algorithm>

#include "kebi/infer/solve/components.hpp"

namespace kebi::detail {

/// The relations that could have failed, when some variables are known without them: each
/// is a check. Relations that lack one figure give it, and the others go on from there;
/// one that lacks none is a check, and so is a sum that leaves a rest which cannot be
/// less than nothing, for parts may come to more than their whole.
std::vector<int> closing_relations(const network& of, const components& parts,
                                   std::vector<bool> known);

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/solve/closing-inl.hpp"
#endif
