#pragma once

#include <cstddef>

#include "text/sentence/head/read_head.hpp"

namespace kebi::grammar {

/// Reads one word of a head into it.
using word_of_head = void(open_head& head, std::size_t i);

// Words that compare (comparison_words.cpp): 由…至…, 高于全国, 比上年末, 是…的2.1倍.
word_of_head read_from, read_to, read_gap, read_high_low, read_than, read_times_of;

// Verbs of how a figure came out: 完成, 达到, 保持, 控制在.
word_of_head read_reach, read_hold, read_control;

// Nouns of what is measured: 增速, 比重, 占, 贡献率, 拉动, 居.
word_of_head read_rate, read_share, read_part_of, read_contribution, read_pull, read_rank;

// Scopes and what is adjusted for: 可比价格, 扣除…后.
word_of_head read_comparable;

// Whom, when and how: 其中, 分别, 上半年, 预计, 力争, 稳步, 改善.
word_of_head read_among, read_each, read_all, read_period, read_status, read_stretch, read_adverb,
    read_improve;

/// Where the head of the second number starts in 由71所优化整合为47所: the verb between the two names
/// nothing. `first` elsewhere.
std::size_t behind_verb_of_change(const clause& c, std::size_t first, std::size_t number);

}  // namespace kebi::grammar
