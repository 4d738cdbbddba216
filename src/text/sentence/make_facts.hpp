#pragma once

#include <cstddef>
#include <string>

#include "text/sentence/clause.hpp"
#include "text/sentence/numbers.hpp"
#include "text/sentence/statement.hpp"

namespace kebi::grammar {

/// Gives a fact its place in the source: the words [from, to).
void place(fact& made, const clause& c, std::size_t from, std::size_t to);

/// Makes the facts of the numbers that share a head: finds their subjects, how many facts they
/// are, and of each fact its period and measure, and whether it is the second mark of a target
/// before it.
statement make_facts(const clause& c, frame f, number_list list, const context& known);

}  // namespace kebi::grammar
