#pragma once

#include <string_view>

#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// How deep what a line opens stands: 1 is the title, # and h2 are 1 to 6; 第一部分 10, a line
/// without a number 15, 一、 20, (一) 30, 1. 40, (1) 50.
namespace depth {
inline constexpr int part = 10, bare = 15, first = 20, second = 30, third = 40, fourth = 50;
}

/// How deep the list number at the start of a line stands; 0 where none does.
int depth_of_number(std::string_view line);

/// A sign that ends a sentence, or a bracket or colon behind which a new line starts.
bool ends_sentence(std::string_view line);

/// 一、 (一) 1、 1. and bullets: what starts a paragraph of its own.
bool starts_item(std::string_view line);

/// Whether words may stand over a part of a text: short, without a stop, and without a figure.
/// Years (2024年工作回顾) and counts (抓好10个方面工作) are none.
bool may_be_heading(std::string_view line);

/// 图3 2021-2025年粮食产量, 表一 …: words that name a figure or a table.
bool is_caption(std::string_view line);

/// Whether words end as those over a part of a report do: 2024年重点工作, 存在问题.
bool names_section(std::string_view line, const vocabulary& known);

}  // namespace kebi::grammar
