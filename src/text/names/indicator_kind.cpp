#include "text/names/indicator_kind.hpp"

#include <string>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// 研究与试验发展经费支出占比 of 研究与试验发展(R&D)经费支出占比.
std::string without_brackets(std::string name) {
  for (std::size_t open = name.find('('); open != std::string::npos && open > 0;
       open = name.find('(')) {
    const std::size_t close = name.find(')', open);
    if (close == std::string::npos) return name.substr(0, open);
    name.erase(open, close + 1 - open);
  }
  return name;
}

}  // namespace

bool is_ratio(std::string_view indicator, const catalogue* known) {
  const std::string name = without_brackets(simplified_name(indicator));
  if (name.find("占") != std::string::npos && ends_with_any(name, {"比重", "比例", "比"}))
    return true;
  if (ends_with_any(name, {"率", "比重", "占比", "比例", "覆盖面", "覆盖度", "盖度", "强度", "份额",
                           "程度", "比值", "能力", "普及面", "化度"})) {
    return !ends_with_any(name, {"能耗强度", "排放强度", "用水强度", "碳强度", "增长率", "投资强度",
                                 "噪声强度", "生产率", "周转率"}) ||
           name.ends_with("自然增长率");
  }
  if (known)
    if (const kebi::indicator* found = known->find(indicator))
      return (found->kind == kind::ratio || found->kind == kind::rate) && !found->units.empty() &&
             found->units.front().kind() == "倍";
  return false;
}

bool is_amount(std::string_view indicator, const catalogue* known) {
  if (is_ratio(indicator, known)) return false;
  if (known)
    if (const kebi::indicator* found = known->find(indicator))
      return found->kind != kind::ratio && found->kind != kind::rate;
  const std::string name = without_brackets(simplified_name(indicator));
  return ends_with_any(name, {"总额", "总值",   "增加值", "收入",   "支出",     "投资", "产值",
                              "价格", "指数",   "消费",   "产量",   "人数",     "余额", "GDP",
                              "CPI",  "PPI",    "增长",   "增速",   "增长目标", "出口", "进口",
                              "外资", "产业",   "销售额", "零售额", "水平",     "经济", "工业",
                              "农业", "服务业", "能耗",   "排放量", "排放",     "浓度", "数量",
                              "总量", "贸易",   "税收",   "利润",   "涨幅",     "增幅", "降幅"}) ||
         name.starts_with("GDP") || name.starts_with("CPI");
}

}  // namespace kebi::grammar
