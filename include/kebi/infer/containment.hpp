#pragma once

#include <string>
#include <vector>

namespace kebi {

/// An indicator and parts of it. Of a complete list the whole is the sum; of any
/// other the parts may overlap, and each leaves a rest.
struct containment {
  std::string whole;
  std::vector<std::string> parts;
  bool complete = false;
};

/// What holds in every Chinese report by definition of the indicators (国家统计局,
/// 主要统计指标解释; customs and budget reports).
inline std::vector<containment> standard_containments() {
  return {
      {"地区生产总值",          {"第一产业增加值", "第二产业增加值", "第三产业增加值"}, true },
      {"进出口总额",             {"出口额", "进口额"},                                                  true },
      {"社会消费品零售总额", {"商品零售", "餐饮收入"},                                            true },
      {"一般公共预算收入",    {"税收收入", "非税收入"},                                            true },
      {"固定资产投资",          {"工业投资"},                                                            false},
      {"固定资产投资",          {"基础设施投资"},                                                      false},
      {"固定资产投资",          {"民间投资"},                                                            false},
      {"固定资产投资",          {"房地产开发投资"},                                                   false},
      {"工业投资",                {"技术改造投资"},                                                      false},
  };
}

}  // namespace kebi
