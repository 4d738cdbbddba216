#pragma once

#include <string_view>
#include <vector>

#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// Words that count only beside others become text where those are missing; `tight` are their
/// places among the words of a text, in order.
void settle_tight_words(std::string_view text, tokens& words,
                        const std::vector<std::size_t>& tight);

}  // namespace kebi::grammar
