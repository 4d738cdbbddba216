#pragma once

#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"

namespace kebi::grammar {

/// Whether the years of a figure lie behind what the report looks back on: 到2030年.
bool is_to_come(const fact& made, const setting& given);
/// Whether the time of a figure is that of its part, or one of the years of a part about several.
bool is_within(const fact& made, const setting& given);

/// What a figure of several years is: a growth over them is against the year before (fixed), not
/// yoy; what was reached by their end (提高到60%) is of their last year. 年均 and totals are of all.
void tell_of_several_years(fact& made, const clause& c, const frame& f, std::size_t number,
                           const context& known);

}  // namespace kebi::grammar
