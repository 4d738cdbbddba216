#pragma once

#include <cstddef>

#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"
#include "text/sentence/statement.hpp"

namespace kebi::grammar {

/// Whether a word may state a target without a number: 与经济增长同步, 高于全国, 完成国家下达任务,
/// 保持稳定, in a list of targets or a part for plans.
bool starts_worded_target(const clause& c, std::size_t i, const context& known);

/// The targets that the word at `i` states, behind a head. Outside lists of targets only
/// indicators of the catalogue have them.
statement read_worded_target(const clause& c, const frame& f, std::size_t i,
                             const context& known);

}  // namespace kebi::grammar
