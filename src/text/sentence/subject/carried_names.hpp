#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// 高新技术企业 of 高新技术企业新增 or 新增高新技术企业: what there is, behind what has come.
std::vector<std::string> of_stock(std::vector<std::string> names, const vocabulary& known);

/// Completes a name that goes on with the name before: 实际开工 behind 计划新开工项目42个, 新增,
/// 人均 behind 生产总值, 支出 behind 政府性基金预算收入, 利润 behind 监管企业营收. `listed`: behind 、,
/// as 竣工437个 in 重大项目开工390个、竣工437个.
void name_after_carried(std::string& name, const std::string& carried, bool listed,
                        const vocabulary& known);

/// 投资 of 固定资产投资, 零售额 of 社会消费品零售总额: what the names of its parts end with; empty where that is open.
std::string head_of_parts(std::string_view total, const vocabulary& known);

/// Completes 第二产业 behind 分产业看, and 集体企业 behind 国有企业增加值: a part told without what is measured of it.
/// `head` is that of the total, empty where none is known.
void name_as_part(std::string& name, const std::string& carried, const std::string& head,
                  const vocabulary& known);

}  // namespace kebi::grammar
