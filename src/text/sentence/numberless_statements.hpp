#pragma once

#include <cstddef>
#include <cstdint>

#include "text/sentence/clause.hpp"
#include "text/sentence/statement.hpp"

namespace kebi::grammar {

/// The direction of a word: 改善, 扭亏, 由负转正.
kebi::direction direction_of(std::int8_t sense);

/// Whether a word states something of its subject without a number: 正增长, 两位数增长, 清零,
/// 一定距离, 由盈转亏, 控制在指标内, 降幅收窄.
bool speaks_without_number(const clause& c, std::size_t i);

/// Reads such a word at `i`; `f` is the frame of the words in front of it.
statement read_word(const clause& c, frame f, std::size_t i, const context& known);

/// 翻番, 翻了两番: a growth of 100 %, of 300 %.
statement read_doubled(const clause& c, frame f, std::size_t i, const context& known);

/// 居全省首位: rank 1.
statement read_first_place(const clause& c, const frame& f, std::size_t i, const context& known);

}  // namespace kebi::grammar
