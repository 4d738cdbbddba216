#include "text/print/word_pairs.hpp"

namespace kebi {

std::string doubt_words(const doubts& of, language in) {
  static constexpr detail::word_pair<doubt> all[] = {
      {doubt::subject, "主语承前较远", "whom the number is of is carried over from far"},
      {doubt::period, "报告期未写明", "the period is assumed"},
      {doubt::status, "实际数还是目标未写明", "outcome or target is assumed"},
      {doubt::region, "地区未写明", "the region is assumed"},
      {doubt::name, "指标名称不确定", "the name is cut out of the sentence"},
      {doubt::unit, "计量单位未写明", "the unit is assumed"},
      {doubt::head, "表头不确定", "the head of the table is guessed"},
      {doubt::arithmetic, "与表中或句中数据不合", "the arithmetic disagrees"},
  };
  std::string result;
  for (const doubt each : of) {
    if (!result.empty()) result += detail::in_words(in, "、", "; ");
    result += detail::word_for(all, each, in);
  }
  return result;
}

}  // namespace kebi
