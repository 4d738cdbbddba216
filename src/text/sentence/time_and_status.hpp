#pragma once

#include <string>

#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"

namespace kebi::grammar {

/// A fact without a measure and a number: of whom, where, when, and whether a target.
fact blank_fact(const frame& f, const std::string& name, const std::string& region,
                const context& known);

/// What a figure of several years is: a growth over them is against the year before (fixed), not
/// yoy; what was reached by their end (提高到60%) is of their last year. 年均 and totals are of all.
void tell_of_several_years(fact& made, const clause& c, const frame& f, std::size_t number,
                           const context& known);

}  // namespace kebi::grammar
