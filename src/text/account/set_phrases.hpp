#pragma once

#include "text/account/claimed_text.hpp"
#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// Passes over the words with Chinese numerals in them that count nothing: 一带一路,
/// 第三产业, 四大领域, 三年, 一是.
void pass_set_phrases(ledger& numbers, const vocabulary& known);

}  // namespace kebi::grammar
