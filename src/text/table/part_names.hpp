#pragma once

#include <string>
#include <string_view>

#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// The name of a part that says its whole: 公路货运量 of 公路 below 货运量, 商品房销售面积住宅 of 住宅,
/// 农村居民人均工资性收入 of 工资性收入 below 农村居民人均可支配收入.
std::string name_of_part(const std::string& part, const std::string& whole,
                         const vocabulary& known);

/// The name of a row of industries in a table of what its title says: 教育固定资产投资.
std::string name_of_industry(const std::string& industry, const std::string& topic,
                             const vocabulary& known);

/// What a row of a name is under a head of a noun: 水泥产量, 城镇居民收入, 一般债务限额 of 一般债务 under
/// 债务限额.
std::string name_under(const std::string& name, const std::string& noun, const vocabulary& known);

/// 合计 and 总计: a row of all that the title says.
bool is_total(std::string_view name);

/// A total that its table alone names: 合计 and 本年收入合计 below 国有资本经营预算收入 are that, 收入总计 is its total. A
/// total of the other side, 支出合计 below a table of revenue, keeps its name.
std::string name_of_total(const std::string& total, const std::string& topic);

}  // namespace kebi::grammar
