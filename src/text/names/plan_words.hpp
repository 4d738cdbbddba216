#pragma once

#include <string_view>

#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// 年度计划, 年初预算, but not 一般公共预算支出.
bool about_a_plan(std::string_view words);

/// Whether words only qualify 目标 and name no indicator: 年度, 任务, 值.
bool is_plan_filler(std::string_view words, const vocabulary& known);

/// Whether words name the progress of a plan without naming its indicator: 目标完成进度.
bool names_progress(std::string_view words, const vocabulary& known);

/// 年度计划投资: an amount that is planned.
bool names_year_of_plan(std::string_view name, const vocabulary& known);

}  // namespace kebi::grammar
