#pragma once

#include <string>
#include <vector>

#include "text/table/heads/column_heads.hpp"
#include "text/table/heads/head_words.hpp"
#include "text/table/heads/title.hpp"

namespace kebi::grammar {

/// Whether the figures of a table are planned, where its title says so and no head does.
void take_status(std::vector<column>& columns, const std::vector<head>& heads, const table_title& titled,
                 const vocabulary& known);

/// 比年初增减 below a title in 亿元 is an amount, as 比年初增长 is none; 比上年增减 may be either.
void tell_amounts(std::vector<column>& columns, const std::vector<head>& heads, const std::vector<std::string>& units);

}  // namespace kebi::grammar
