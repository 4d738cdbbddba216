#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"

namespace kebi::grammar {

/// The period that words of time name, or none: a 13th month is no period. In 2023年增长6%
/// (上年6.5%) a year is counted from the one that the sentence is about, and 同期 has its months.
std::optional<period> resolved(const span_words& span, const context& known);
std::optional<period> resolved(const span_words& span, const context& known,
                               const std::optional<span_words>& about);

/// The period of a figure. A target that names no time is the year's; 今年 of what has been
/// reached is the year up to now.
std::optional<period> period_of(const frame& f, kebi::status status, const context& known);

/// 较去年的9320亿元增加…: the period of a number that others are compared with; none for all others.
std::optional<period> period_of_reference(const frame& f, const context& known);

/// 2-4月份分别为, 第1-4季度分别增长: a month or a quarter for each number; none where they do not fit.
std::vector<span_words> parts_of_span(const span_words& span, std::size_t numbers);

/// What a growth over a reference in time is against: 比上月 is mom, 比年初 year_start, 比2019年
/// fixed, 比上年同期 yoy.
kebi::basis basis_of_reference(const frame& f, const context& known);

}  // namespace kebi::grammar
