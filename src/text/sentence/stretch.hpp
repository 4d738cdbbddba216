#pragma once

#include "text/sentence/clause.hpp"
#include "text/sentence/statement.hpp"

namespace kebi::grammar {

// A target with two marks, 增长6%,力争7%, is one fact that has the higher mark as its stretch. Both
// functions join a fact to the last one of its statement, or else of its sentence, and return
// whether they did.

/// 力争增长9%,确保8%: the higher mark stands first.
bool join_ensured(statement& so_far, fact& made, const clause& c, const context& known);

/// 增长6%,力争7%.
bool join_stretch(statement& so_far, const fact& made, const clause& c, const frame& f,
                  const context& known);

}  // namespace kebi::grammar
