#pragma once

#include <cstddef>
#include <optional>

#include "text/sentence/clause.hpp"
#include "text/sentence/numbers.hpp"
#include "text/sentence/statement.hpp"

namespace kebi::grammar {

/// Reads a count whose noun stands behind it at `next`: 新开工项目 of 42个新开工项目, 诊所 of
/// 甲区12家、乙市34家诊所. In 35家规模以上工业企业实现产值12.3亿元 those who are counted end where
/// what they did starts. None where the number counts nothing, or nothing is named.
std::optional<statement> read_counted(const clause& c, const frame& f, const listed_number& one,
                                      std::size_t next, const context& known);

/// Whether the words from `i` on make the count the set that a sentence is about: 31个行业中,.
bool is_set(const clause& c, std::size_t i);

/// Whether a number's unit is a classifier of things, which may stand behind it: 家, 个, 万人次.
bool counts_things(const clause& c, const numeral& n);

}  // namespace kebi::grammar
