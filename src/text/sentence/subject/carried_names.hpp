#pragma once

#include <string>
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

}  // namespace kebi::grammar
