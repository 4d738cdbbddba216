#pragma once

#include <cstddef>

#include "text/sentence/clause.hpp"
#include "text/sentence/statement.hpp"

namespace kebi::grammar {

/// A frame to which earlier clauses have added, and what they change in memory.
struct completed_frame {
  frame f;
  memory_change carries{};
};

/// Completes a frame by the earlier clauses of its head, which have no number of their own, up to
/// the clause that starts at `begin`: 上半年 and 按可比价格计算 in
/// 上半年,按可比价格计算,生产总值增长5%.
completed_frame with_earlier_clauses(const clause& c, std::size_t begin, frame f,
                                     const context& known);

}  // namespace kebi::grammar
