#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/settings/containment.hpp"

namespace kebi {

KEBI_INLINE std::vector<containment> standard_containments() {
  return {
      {"地区生产总值",       {"第一产业增加值", "第二产业增加值", "第三产业增加值"}, true },
      {"进出口总额",         {"出口额", "进口额"},                                   true },
      {"社会消费品零售总额", {"商品零售", "餐饮收入"},                               true },
      {"一般公共预算收入",   {"税收收入", "非税收入"},                               true },
      {"固定资产投资",       {"工业投资"},                                           false},
      {"固定资产投资",       {"基础设施投资"},                                       false},
      {"固定资产投资",       {"民间投资"},                                           false},
      {"固定资产投资",       {"房地产开发投资"},                                     false},
      {"工业投资",           {"技术改造投资"},                                       false},
  };
}

}  // namespace kebi
