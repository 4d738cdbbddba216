#pragma once

#include <cstddef>

#include "text/sentence/clause.hpp"
#include "text/sentence/statement.hpp"

namespace kebi::grammar {

/// The word 与 in 与上年同期持平 or 同全国一致, where 持平 or 一致 stands at `i`; `i` where none
/// does.
std::size_t start_of_flat(const clause& c, std::size_t i);
/// Reads 与上年同期持平 from that word on; `f` is the frame of the words in front of it.
statement read_flat(const clause& c, frame f, std::size_t start, std::size_t i,
                    const context& known);

}  // namespace kebi::grammar
