#pragma once

#include <optional>

#include "kebi/text.hpp"

/// The lexicon of the caller, where one was passed.
using given_lexicon = std::optional<kebi::lexicon>;

inline const kebi::lexicon* pointer_to(const given_lexicon& lexicon) {
  return lexicon ? &*lexicon : nullptr;
}
