#pragma once

#include "kebi/text/lexicon.hpp"
#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// The words of a lexicon that a caller passed; those that the library ships where none was.
inline const vocabulary& words_of(const lexicon* given) {
  return (given ? *given : lexicon::standard()).words();
}

}  // namespace kebi::grammar
