#pragma once

#include <cstddef>
#include <vector>

#include "text/normalise/folded.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/statement.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// A sentence's facts, and what of it was not read.
struct sentence {
  std::vector<fact> facts;
  left_numbers left;
};

/// Reads the tokens [first, last) of one sentence: 全市投资120亿元,同比增长5.2%. What carries over
/// to the sentences behind it goes to `carried`.
sentence read_sentence(const folded& text, const tokens& words, std::size_t first, std::size_t last,
                       const setting& given, memory& carried);

}  // namespace kebi::grammar
