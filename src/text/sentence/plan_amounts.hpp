#pragma once

#include <cstddef>
#include <optional>

#include "text/sentence/clause.hpp"
#include "text/sentence/numbers.hpp"
#include "text/sentence/statement.hpp"

namespace kebi::grammar {

/// 完成年初预算数6.1亿元的40.4%, 占全市总量320亿元的12%: the amount of the whole and, behind it, the part of it;
/// nothing where no part follows the amount at `one`.
std::optional<statement> read_amount_of_whole(const clause& c, const frame& f, const listed_number& one,
                                              std::size_t next, const context& known);

}  // namespace kebi::grammar
