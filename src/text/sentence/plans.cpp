#include "text/sentence/plans.hpp"

#include <string>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// What is behind the words that tell a plan: 完成进度 of 年度计划完成进度.
std::string_view behind_fillers(std::string_view words) {
  for (bool cut = true; cut && !words.empty();) {
    cut = false;
    for (const std::string_view each :
         {"年度", "全年", "年初", "本年", "预期", "考核", "确定", "下达", "制定", "设定", "规划",
          "任务", "指标", "目标", "计划", "值",   "数",   "的",   "增速", "增幅", "\""})
      if (words.starts_with(each)) words.remove_prefix(each.size()), cut = true;
  }
  return words;
}

}  // namespace

bool about_a_plan(std::string_view words) {
  const std::string plain = simplified_name(words);
  return holds_any(plain, {"计划", "目标", "任务"}) ||
         (plain.find("预算") != std::string::npos &&
          !holds_any(plain, {"预算支出", "预算收入", "预算内"}));
}

bool is_plan_filler(std::string_view words) { return behind_fillers(words).empty(); }

bool names_progress(std::string_view words) {
  const std::string plain = simplified_name(words);
  const std::string_view rest = behind_fillers(plain);
  return rest == "进度" || rest == "完成进度";
}

}  // namespace kebi::grammar
