#pragma once

#include <vector>

#include "kebi/indicator/fact.hpp"
#include "text/sentence/context.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// A sentence's facts, and what of it was not read.
struct sentence {
  std::vector<fact> facts;
  std::vector<std::size_t> unbound;  ///< tokens of numbers that no fact carries
  std::vector<std::size_t> unclear;  ///< those of changes of a profit or of its loss
};

/// Which way a word of the lexicon says that something goes: 改善, 扭亏, 由负转正.
kebi::direction direction_of(std::int8_t sense);

/// Reads the tokens [first, last) of one sentence.
sentence read_sentence(const folded& text, const tokens& words, std::size_t first, std::size_t last,
                       const setting& given, memory& carried);

}  // namespace kebi::grammar
