#include "text/table/column_words.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

bool is_one_of(std::string_view words, std::initializer_list<std::string_view> all) {
  return std::ranges::find(all, words) != all.end();
}

/// The unit in the brackets of a head, or a % that stands free.
std::string unit_in(std::string_view words, const vocabulary& known) {
  for (std::size_t open = words.find('('); open != words.npos; open = words.find('(', open + 1)) {
    const std::string_view inside = words.substr(open + 1);
    if (starts_with_any(inside, {"个百分点)", "百分点)", "±个百分点)"})) return "个百分点";
    if (starts_with_any(inside, {"%)", "±%)"})) return "%";
    const std::size_t length = known.unit_length(inside);
    if (length > 0 && inside.substr(length).starts_with(")"))
      return std::string{inside.substr(0, length)};
  }
  if (words.find("百分点") != words.npos) return "个百分点";
  return words.find('%') != words.npos ? "%" : "";
}

kebi::basis basis_in(std::string_view words) {
  if (holds_any(words, {"环比", "比上月", "较上月"})) return basis::mom;
  if (holds_any(words, {"年初", "上年末", "去年末"})) return basis::year_start;
  return basis::yoy;
}

bool is_progress(std::string_view words, std::string_view unit) {
  if (holds_any(words, {"进度", "完成率", "完成比例"})) return true;
  return unit == "%" && holds_any(words, {"占", "完成", "为"}) &&
         holds_any(words, {"计划", "目标", "任务", "预算"});
}

/// GDP of 占GDP比重.
std::string whole_in(std::string_view words) {
  const std::size_t from = words.find("占");
  if (from == words.npos) return {};
  std::string_view rest = words.substr(from + std::string_view{"占"}.size());
  for (const std::string_view end : {"的", "比重", "比", "("})
    rest = rest.substr(0, rest.find(end));
  return std::string{rest};
}

/// 上年执行数 of 预算数为上年执行数的%.
std::string behind_for(std::string_view words) {
  const std::size_t from = words.find("为");
  std::string_view rest =
      from == words.npos ? words : words.substr(from + std::string_view{"为"}.size());
  return std::string{rest.substr(0, rest.find("的"))};
}

void set_measure(column& one, std::string_view words) {
  const bool amount = !one.unit.empty() && one.unit != "%";
  const bool adds = words.find("增加") != words.npos && words.find("增加值") == words.npos;
  const bool differs =
      holds_any(words, {"增减额", "增加额", "增减量", "增加量"}) ||
      (amount &&
       (adds || holds_any(words, {"增减", "净增", "变动", "比年初", "比上年末", "提高", "±"})));
  const bool grows = holds_any(words, {"同比", "环比", "增长", "增速", "增幅", "涨跌", "涨幅",
                                       "降幅", "±", "增减", "比上年", "比去年", "上升或下降"});
  one.told = true;
  if (ends_with_any(words, {"位次", "排名", "名次", "排位"})) {
    one.measure = measure::rank;
  } else if (one.unit == "%" && holds_any(words, {"为上年", "为去年", "相当于上年"})) {
    one.measure = measure::ratio, one.whole = behind_for(words);
  } else if (is_progress(words, one.unit)) {
    one.measure = measure::progress, one.unit = "%";
  } else if (holds_any(words, {"两年平均"})) {
    one.measure = measure::growth, one.basis = basis::average2;
  } else if (holds_any(words, {"年均"}) && !amount) {
    one.measure = measure::growth, one.basis = basis::average;
  } else if (holds_any(words, {"比重", "占比"}) && !differs) {
    one.measure = measure::share, one.whole = whole_in(words);
  } else if (differs) {
    one.measure = measure::change, one.basis = basis_in(words);
    one.of_growth = one.unit == "个百分点" && holds_any(words, {"增速", "增幅", "涨幅"});
  } else if (!amount && grows) {
    one.measure = measure::growth, one.basis = basis_in(words);
  } else {
    one.told = false;
  }
}

void set_status(column& one, std::string_view words) {
  const bool done = ends_with_any(words, {"完成", "完成数", "完成情况", "执行情况", "实施情况",
                                          "进展情况", "实绩", "执行数", "决算数"});
  if (one.measure == measure::progress) return;
  if (holds_any(words, {"预计", "预测"}))
    one.status = status::estimate;
  else if (!done && holds_any(words, {"目标", "计划", "规划", "预期", "建议", "预算数", "任务"}))
    one.status = status::target;
  one.told = one.told || one.status != status::actual;
}

/// 本月 and 累计 are told from the period of the report; 年初累计 and 本年累计 count from its
/// year's start up to its end, as 累计 does.
void set_span(column& one, std::string_view words, const std::optional<period>& report) {
  const bool to_date = holds_any(words, {"累计", "本月止", "1-本月"});
  const bool from_start = words.find("年初累计") != words.npos;
  if (!report) {
    if (from_start) one.span.reset();
    return;
  }
  const bool own_year = one.span && one.status != status::target && is_whole_years(*one.span) &&
                        one.span->months() == 12 && one.span->year() == report->year() &&
                        words.find("全年") == words.npos;
  if (to_date && (from_start || own_year)) one.span.reset();
  if (one.span && one.span->months() > 1) return;
  const month last = one.span ? one.span->last() : report->last();
  if (to_date)
    one.span = year_to_date(last);
  else if (!one.span && holds_any(words, {"本月", "当月"}))
    one.span = period{last, last};
}

void erase_words(std::string& from, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts)
    if (const std::size_t at = from.find(part); at != from.npos) from.erase(at, part.size());
}

}  // namespace

role role_of(std::string_view words) {
  if (is_one_of(words, {"序号", "编号", "代码", "行次"})) return role::number;
  if (holds_any(words, {"属性", "性质"})) return role::nature;
  if (is_one_of(words, {"单位", "计量单位"})) return role::unit;
  if (is_one_of(words, {"备注", "说明", "责任单位", "牵头单位", "责任部门", "数据来源"}))
    return role::note;
  if (is_one_of(words,
                {"指标", "主要指标", "项目", "指标内容", "科目", "预算科目", "品名", "产品"}) ||
      (words.size() <= 18 && words.ends_with("名称")))
    return role::name;
  if (is_one_of(words, {"时间", "时期", "月份", "年份", "年度", "月度"})) return role::time;
  if (is_one_of(words,
                {"地区",   "区域", "区县",     "县区",       "县市区", "县(市、区)", "市州",
                 "市(州)", "地市", "各区",     "各县",       "城市",   "省份",       "镇街",
                 "街镇",   "乡镇", "镇(街道)", "乡镇(街道)", "县别",   "区别",       "单位名称"}))
    return role::region;
  if (is_one_of(words, {"类别", "领域", "分类", "类型", "维度", "方面", "指标类别", "主要领域"}))
    return role::category;
  return role::figure;
}

bool is_year_before(std::string_view words) {
  return starts_with_any(words, {"上年同期", "去年同期", "上年同月", "去年同月"});
}

bool is_generic(std::string_view words) {
  return is_one_of(words.substr(0, words.find('(')),
                   {"总量", "绝对数", "绝对额", "绝对量", "数值", "总额"});
}

bool names_parts(std::string_view words) {
  return is_one_of(words, {"行业", "行业名称", "分行业", "产业", "类别", "门类"});
}

std::string noun_in(std::string_view words, bool any) {
  std::string noun{words.substr(0, words.find('('))};
  erase_words(noun, {"1-本月",   "本月止", "本月", "上月", "上年同期", "去年同期", "去年同月",
                     "上年同月", "当月",   "累计", "全年", "年度",     "上半年",   "预计",
                     "计划",     "目标",   "完成", "实际", "绝对数",   "绝对额",   "绝对量"});
  if (is_one_of(noun, {"总量", "数值", "数额", "金额"})) return {};
  if (any) {
    erase_words(noun, {"占", "任务", "比上年", "比去年", "同比", "环比", "上升或下降", "增长速度",
                       "增长率", "增长", "增速", "增幅", "涨跌幅", "涨幅", "±", "%"});
    return noun;
  }
  static constexpr std::string_view nouns[] = {
      "产量",   "销量",     "销售量",   "面积",   "人数",     "户数",   "家数",
      "项目数", "产值",     "增加值",   "进口额", "出口额",   "投资",   "收入",
      "支出",   "单产",     "存栏",     "出栏",   "产品产量", "总产量", "播种面积",
      "价格",   "种植面积", "销售面积", "投资额", "销售额",   "出栏量", "存栏量"};
  return std::ranges::find(nouns, noun) != std::end(nouns) ? noun : std::string{};
}

column figure_of(std::string_view words, const std::optional<period>& span,
                 const std::optional<period>& report, const vocabulary& known) {
  column one;
  one.unit = unit_in(words, known);
  one.span = span;
  set_measure(one, words);
  const bool compared = one.measure == measure::ratio;  // 预算数为上年执行数的%
  set_status(one, compared ? words.substr(0, words.find("为")) : words);
  if (compared) one.span.reset();
  if (one.measure == measure::progress && span && is_whole_years(*span)) one.span.reset();
  set_span(one, words, report);
  if (one.measure == measure::level) one.noun = noun_in(words, false);
  one.told = one.told || one.span || !one.unit.empty() || !one.noun.empty() ||
             holds_any(words, {"完成", "实绩", "实际", "累计", "本月", "当月", "绝对", "总量",
                               "数值", "月", "季度", "半年", "年", "数", "额", "值"});
  return one;
}

}  // namespace kebi::grammar
