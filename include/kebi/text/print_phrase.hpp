#pragma once

#include <string>

#include "kebi/core/config.hpp"
#include "kebi/indicator/fact.hpp"

namespace kebi {

/// What a fact says of its indicator, in the words of a report: 增长6.0%-6.5%, 同比下降10.4%,
/// 完成300亿元以上, 控制在5650人以内, 与经济增长保持同步, 基本持平. `read_target` or `read_outcome`
/// reads the same statement back, but for what a phrase leaves to its context:
/// region, period and parent.
///
/// Throws `error` for what no phrase can say: a growth without a basis that
/// words have, a range of a rank.
KEBI_API std::string to_chinese(const fact& f);

}  // namespace kebi
