#pragma once

#include <string>

#include "text/sentence/subject/subjects.hpp"

namespace kebi::grammar {

/// 一般公共预算收入 of 会议批准调整全县一般公共预算收入: the indicator of the catalogue behind the report's own region.
void cut_before_region(std::string& name, const context& known, const vocabulary& words);

/// Cuts the level of government off a name: 市本级 of 市本级政府性基金收入; empty where it names none.
std::string cut_level(std::string& name, const vocabulary& words);

/// Takes the place off an indicator of the catalogue: 甲市 of 甲市固定资产投资. Of a place alone, 乙市 in
/// 甲市固定资产投资增长8%,乙市增长6% and 开发区 in 支出53亿元(其中开发区0.8亿元), what carries over is told.
void take_place(subjects& found, const frame& f, form number, const context& known, const vocabulary& words);

/// The region that earlier words have named, where it reaches the subjects: 全市 in 全市投资961亿元,同比增长10.8%. The level
/// of government of an earlier sentence is assumed: 市本级收入54亿元。加上上级补助收入….
void hold_region(subjects& found, const frame& f, const context& known);

}  // namespace kebi::grammar
