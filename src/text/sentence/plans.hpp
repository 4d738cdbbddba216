#pragma once

#include <string_view>

#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// 年度计划, 年初预算, but not 一般公共预算支出.
bool about_a_plan(std::string_view words);

/// What stands beside 目标 in the words for a target, and names nothing itself: 年度, 任务, 值.
bool is_plan_filler(std::string_view words, const vocabulary& known);

/// Whether words say how much of a plan is done, and nothing of what: 目标完成进度.
bool names_progress(std::string_view words, const vocabulary& known);

}  // namespace kebi::grammar
