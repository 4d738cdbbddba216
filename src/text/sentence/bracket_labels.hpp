#pragma once

#include <cstddef>

#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"

namespace kebi::grammar {

/// A frame with the status that brackets give its number, and the word behind them.
struct labelled_frame {
  frame f;
  std::size_t next;
};

/// Notes what brackets call the number at `n`, of which `next` is the word behind: a target in
/// 增长6%(年度目标), and in 增长5.2%(全年目标6%左右), where the number itself stands `inside`
/// brackets.
labelled_frame with_bracket_label(const clause& c, frame f, std::size_t n, std::size_t next,
                                  bool inside, const memory& carried);

}  // namespace kebi::grammar
