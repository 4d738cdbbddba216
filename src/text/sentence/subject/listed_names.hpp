#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "text/sentence/clause.hpp"
#include "text/sentence/head/frame.hpp"

namespace kebi::grammar {

/// The names in the words of a list, one for each of `count` numbers: 鸡蛋价格、鸡肉价格 of
/// 鸡蛋、鸡肉价格; 第一产业增加值 and the others of 三次产业增加值. Empty where the words name
/// another number of things. The places of a list that share what is measured go to `regions`.
std::vector<std::string> listed_names(const clause& c, const frame& f, std::size_t count,
                                      std::vector<std::string>& regions);

}  // namespace kebi::grammar
