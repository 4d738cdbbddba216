#include "text/names/plan_words.hpp"

#include <string>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// The rest of words without those that name a plan: 完成进度 of 年度计划完成进度.
std::string_view behind_fillers(std::string_view words, const vocabulary& known) {
  for (bool cut = true; cut && !words.empty();) {
    cut = false;
    for (const listed_word& each : known[group::plan_filler])
      if (words.starts_with(each.spelling)) words.remove_prefix(each.spelling.size()), cut = true;
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

bool is_plan_filler(std::string_view words, const vocabulary& known) {
  return behind_fillers(words, known).empty();
}

bool names_progress(std::string_view words, const vocabulary& known) {
  const std::string plain = simplified_name(words);
  const std::string_view rest = behind_fillers(plain, known);
  return rest == "进度" || rest == "完成进度";
}

bool names_year_of_plan(std::string_view name, const vocabulary& known) {
  return starts_with_any(name, {"年度计划", "年计划", "全年计划"}) && known[group::shared_end].ends(name);
}

}  // namespace kebi::grammar
