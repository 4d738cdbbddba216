#include "text/words/not_statistics.hpp"

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
bool in_title(std::string_view all, std::size_t begin, std::size_t end) {
  const std::size_t stop = begin > 150 ? begin - 150 : 0;
  for (std::size_t at = begin; at > stop; --at) {
    const char c = all[at - 1];
    if (c == '\n') return false;
    if (c != '\x8A' && c != '\x8B') continue;  // the last bytes of 《 and 》
    if (at >= 3 && all[at - 2] == '\x80' && all[at - 3] == '\xE3')
      return c == '\x8A' && all.substr(end, 150).find("》") != std::string_view::npos;
  }
  return false;
}

std::string_view reason_to_pass(const folded& text, const tokens& words, std::size_t i) {
  const std::string_view all = text.text();
  const auto kind = [&](std::size_t k) {
    return k < words.all.size() ? words.all[k].is : word::stop;
  };
  const auto shown = [&](std::size_t k) {
    return k < words.all.size()
               ? all.substr(words.all[k].begin, words.all[k].end - words.all[k].begin)
               : std::string_view{};
  };
  if (kind(i) != word::number) return {};
  const numeral& n = words.numbers[words.all[i].at];
  const std::string_view unit = all.substr(n.unit_begin, n.unit_end - n.unit_begin);
  const bool bare = unit.empty();
  const word before = i > 0 ? kind(i - 1) : word::stop;
  const word behind = kind(i + 1);
  const bool said = before == word::reach || before == word::to || before == word::before ||
                    before == word::rise || before == word::fall || before == word::control ||
                    before == word::hold || before == word::each || before == word::all ||
                    before == word::narrow || before == word::widen || before == word::sign;

  if (in_title(all, words.all[i].begin, words.all[i].end)) return "title";
  if (n.form == form::ordinal) return {};
  // At the start of a line: 1、 1. 1)
  if (bare &&
      (before == word::stop || before == word::open || before == word::dash ||
       (before == word::text && shown(i - 1) == " ")) &&
      (behind == word::list || behind == word::close || shown(i + 1).starts_with(".")))
    return "list_number";
  if (before == word::quote && behind == word::quote)
    return starts_with_any(shown(i + 2), {"政策", "意见", "措施", "规划", "条例"}) ? "title"
                                                                                   : "name";
  if (before == word::text && shown(i - 1).ends_with("双") && bare) return "name";
  if (ends_with_any(unit, {"岁", "周岁"}) && behind == word::after && !said) return "other";
  if (!said && n.form == form::plain) {  // 0-15岁人口
    const bool lower = bare && behind == word::dash && kind(i + 2) == word::number;
    const numeral& aged = lower ? words.numbers[words.all[i + 2].at] : n;
    const std::string_view of = all.substr(aged.unit_begin, aged.unit_end - aged.unit_begin);
    const bool upper = before == word::dash && i > 1 && kind(i - 2) == word::number;
    if ((of == "岁" || of == "周岁") && (lower || upper || behind == word::text)) return "other";
  }
  // 连跨四个千亿元台阶: a step has no figure
  if (!said && n.chinese &&
      starts_with_any(all.substr(words.all[i].begin), {"百", "千", "万", "亿"}) &&
      starts_with_any(shown(i + 1),
                      {"台阶", "大关", "俱乐部", "级", "产业", "集群", "企业", "方阵"}))
    return "other";
  // 突破万亿, 突破5万关口: an order of magnitude, told without a unit
  const bool scale = bare && n.zeros > 0 &&
                     (starts_with_any(all.substr(words.all[i].begin), {"百", "千", "万", "亿"}) ||
                      (behind == word::after && ends_with_any(shown(i + 1), {"关口", "大关"})));
  if (scale && before == word::before && (n.chinese || behind == word::after)) return "other";
  if (!said && unit == "个" && behind == word::number) {  // 两个千亿元台阶
    const numeral& step = words.numbers[words.all[i + 1].at];
    if (step.chinese && starts_with_any(shown(i + 2), {"台阶", "大关"})) return "other";
  }
  if (n.form == form::percent && behind == word::text &&
      shown(i + 1).find("抽样") != std::string_view::npos)
    return "other";
  if (unit == "级" || unit.ends_with("亿级") || unit.ends_with("万级")) return "other";
  const bool goes_on = behind == word::text;
  if (unit == "周" && shown(i + 1).starts_with("年")) return "duration";
  if (!said && goes_on && n.form == form::plain &&
      (ends_with_any(unit, {"分钟", "小时", "个月", "周年"}) || unit == "天" || unit == "年" ||
       unit == "周"))
    return "duration";
  if (!said && behind == word::after && kind(i + 2) == word::text &&
      ends_with_any(unit, {"年", "个月", "天", "小时"}))
    return "duration";  // 待售3年以下面积
  if (unit == "分" && goes_on && !said) return "name";
  if (bare && before == word::text && ends_with_any(shown(i - 1), {"见图", "见表", "如图", "如表"}))
    return "list_number";
  if (bare && before == word::text &&
      ends_with_any(shown(i - 1),
                    {"附注", "附件", "附表", "专栏", "邮编", "编码", "电话", "传真", "热线"}))
    return "name";
  if (bare && before == word::colon && i > 1 && kind(i - 2) == word::text &&
      ends_with_any(shown(i - 2), {"邮编", "编码", "电话", "传真", "热线"}))
    return "name";
  if (bare && !said && goes_on && n.form == form::plain && !starts_with_any(shown(i + 1), {" "}))
    return "name";
  // 13-04地块
  if (bare && behind == word::dash && kind(i + 2) == word::number) {
    const numeral& next = words.numbers[words.all[i + 2].at];
    if (next.unit_begin == next.unit_end && kind(i + 3) == word::text && !said) return "name";
  }
  if (bare && before == word::dash && i > 1 && kind(i - 2) == word::number) {
    const numeral& last = words.numbers[words.all[i - 2].at];
    if (last.unit_begin == last.unit_end && goes_on) return "name";
  }
  return {};
}

}  // namespace kebi::grammar
