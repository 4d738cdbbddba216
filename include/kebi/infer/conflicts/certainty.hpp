#pragma once

#include <algorithm>
#include <span>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/infer/conflicts/contradiction.hpp"
#include "kebi/infer/rules/same_figure.hpp"

namespace kebi::detail {

/// Whether it is the source that errs, and not the reading that puts figures together which only
/// share a name.
///
/// The catalogue knows every indicator of it, or all of it stands within one sentence and something
/// explains it. Where its figures stand far apart, one slip of the pen or of rounding has to explain it. What
/// a caller gave without places is taken at its word.
bool is_certain(const contradiction& of, std::span<const fact> facts, const catalogue& known);

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/conflicts/certainty-inl.hpp"
#endif
