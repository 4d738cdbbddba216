#pragma once

#include <string>
#include <string_view>

#include "kebi/indicator/fact.hpp"

namespace kebi::grammar {

/// What a bound is once its number has turned its sign: 下降3%以上 is at most -3.
kebi::bound mirrored(kebi::bound b);

/// Whether words say how a business came out, and nothing else: 亏损, 净亏损, 盈利.
bool is_outcome(std::string_view words);

/// Whether a name is one of profits: 利润总额, 企业净利润, 盈利.
bool names_profit(std::string_view name);

/// Whether a name ends with a loss as it is told of its number: 钢铁行业净亏损, but not
/// 亏损企业亏损额.
bool names_loss(std::string_view name);

/// Whether a name is of those who come out with a profit or a loss: 电力行业, 国有企业.
bool names_business(std::string_view name);

/// 钢铁行业净利润 of 钢铁行业净亏损, 企业利润总额 of 企业利润总额亏损.
std::string profit_named(std::string name);

/// 企业利润总额 of 企业利润总额亏损; other names as they are.
std::string without_loss(std::string name);

/// Whether a name tells both, so that what is said to grow or to fall may be either: 净利润亏损.
bool tells_loss_of_profit(const std::string& name);

/// What an outcome of a business is called: 电力行业亏损 of 电力行业 or 电力行业利润 and 亏损,
/// 电力行业利润 of 电力行业亏损 and 盈利.
std::string with_outcome(const std::string& whom, std::string_view outcome);

/// A loss is a profit below zero: an amount that is told of a loss becomes one of the profit.
/// A growth of it stays one of the loss, as growth on a base below zero means nothing;
/// `turned`: what 减亏 and 增亏 say of a profit in percent they say of its loss. Whether an amount
/// turned its sign.
bool tell_as_profit(fact& made, bool turned);

/// The bytes of 亏损 at the end of words; 0 where they end otherwise.
std::size_t loss_length(std::string_view words);

}  // namespace kebi::grammar
