#include "table_heads.hpp"

#include <algorithm>

#include "kebi/core/error.hpp"
#include "strings.hpp"

namespace kebi::grammar {
namespace {

/// A head with those above it, in one form.
struct head {
  std::string words, printed;
  std::optional<period> span;
};

/// 8月 over 总量 and 增长: each column has the words of all its heads. A head that stands
/// over several columns is printed in the first of them.
std::vector<head> merged(const document& source, const std::vector<row>& rows,
                         const setting& given) {
  std::size_t width = 0;
  for (const row& cells : rows) width = std::max(width, cells.size());
  std::vector<head> heads(width);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const cell* over = nullptr;
    for (std::size_t k = 0; k < rows[r].size(); ++k) {
      const cell& own = rows[r][k];
      const bool spans = r + 1 < rows.size() && own.empty() && over && k > 0;
      if (!own.empty()) over = &own;
      const cell* shown = own.empty() && spans ? over : &own;
      if (shown->empty()) continue;
      heads[k].words += words_of(source, *shown);
      heads[k].printed += printed(source, *shown);
      if (const auto span = span_in(source, *shown, given.period)) heads[k].span = span;
    }
  }
  return heads;
}

bool is_one_of(std::string_view words, std::initializer_list<std::string_view> all) {
  return std::ranges::find(all, words) != all.end();
}

role role_of(std::string_view words) {
  if (is_one_of(words, {"序号", "编号", "代码", "行次"})) return role::number;
  if (holds_any(words, {"属性", "性质"})) return role::nature;
  if (is_one_of(words, {"单位", "计量单位"})) return role::unit;
  if (is_one_of(words, {"备注", "说明", "责任单位", "牵头单位", "责任部门", "数据来源"}))
    return role::note;
  if (is_one_of(words, {"指标", "指标名称", "主要指标", "项目", "项目名称", "名称", "指标内容",
                        "科目", "预算科目"}))
    return role::name;
  if (is_one_of(words,
                {"地区", "区域", "区县", "县区", "县市区", "县(市、区)", "市州", "市(州)", "地市",
                 "各区", "各县", "城市", "省份", "镇街", "街镇", "乡镇", "镇(街道)", "地区名称"}))
    return role::region;
  if (is_one_of(words, {"类别", "领域", "分类", "类型", "维度", "方面", "指标类别", "主要领域"}))
    return role::category;
  return role::figure;
}

/// The unit in the brackets of a head, or a % that stands free.
std::string unit_in(std::string_view words) {
  for (std::size_t open = words.find('('); open != words.npos; open = words.find('(', open + 1)) {
    const std::string_view inside = words.substr(open + 1);
    if (inside.starts_with("个百分点)") || inside.starts_with("百分点)")) return "个百分点";
    if (inside.starts_with("%)") || inside.starts_with("±%)")) return "%";
    const std::size_t length = unit_length(inside);
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
  std::string_view rest = words.substr(from + 3);
  for (const std::string_view end : {"的", "比重", "比", "("})
    rest = rest.substr(0, rest.find(end));
  return std::string{rest};
}

void set_measure(column& one, std::string_view words) {
  const bool amount = !one.unit.empty() && one.unit != "%";
  if (is_progress(words, one.unit)) {
    one.measure = measure::progress;
    one.unit = "%";
  } else if (holds_any(words, {"两年平均"})) {
    one.measure = measure::growth, one.basis = basis::average2;
  } else if (holds_any(words, {"年均"}) && !amount) {
    one.measure = measure::growth, one.basis = basis::average;
  } else if (holds_any(words, {"比重", "占比"})) {
    one.measure = measure::share, one.of = whole_in(words);
  } else if (amount &&
             holds_any(words, {"增减", "增加", "净增", "变动", "比年初", "比上年末", "提高"})) {
    one.measure = measure::change, one.basis = basis_in(words);
  } else if (!amount && holds_any(words, {"同比", "环比", "增长", "增速", "增幅", "涨跌", "涨幅",
                                          "±", "增减", "比上年", "比去年"})) {
    one.measure = measure::growth, one.basis = basis_in(words);
  } else {
    return;
  }
  one.told = true;
}

void set_status(column& one, std::string_view words) {
  const bool done = ends_with_any(
      words, {"完成", "完成情况", "执行情况", "实施情况", "进展情况", "实绩", "执行数", "决算数"});
  if (one.measure == measure::progress || done) return;
  if (holds_any(words, {"预计", "预测"}))
    one.status = status::estimate;
  else if (holds_any(words, {"目标", "计划", "规划", "预期", "建议", "预算数"}))
    one.status = status::target;
  one.told = one.told || one.status != status::actual;
}

/// 本月 and 累计 are told from the period of the report.
void set_span(column& one, const head& h, const setting& given) {
  one.span = h.span;
  if (!given.period || (one.span && one.span->months() > 1)) return;
  const month last = one.span ? one.span->last() : given.period->last();
  if (holds_any(h.words, {"累计", "本月止"}))
    one.span = year_to_date(last);
  else if (!one.span && holds_any(h.words, {"本月", "当月"}))
    one.span = period{last, last};
}

/// What a head names besides time, unit and words for any figure: 产量, 项目数.
std::string noun_in(std::string_view words, bool any) {
  std::string noun{words.substr(0, words.find('('))};
  for (const std::string_view part : {"本月止", "本月", "当月", "累计", "全年", "年度", "上半年",
                                      "预计", "计划", "目标", "完成", "实际"})
    if (const std::size_t at = noun.find(part); at != noun.npos) noun.erase(at, part.size());
  static constexpr std::string_view nouns[] = {
      "产量",   "销量",   "销售量", "面积", "人数", "户数", "家数", "项目数", "产值",    "增加值",
      "进口额", "出口额", "投资",   "收入", "支出", "单产", "存栏", "出栏",   "产品产量"};
  if (any) return noun;
  return std::ranges::find(nouns, noun) != std::end(nouns) ? noun : std::string{};
}

column figure_of(const head& h, const setting& given) {
  column one;
  one.unit = unit_in(h.words);
  set_measure(one, h.words);
  set_status(one, h.words);
  set_span(one, h, given);
  one.told = one.told || one.span || !one.unit.empty() ||
             holds_any(h.words, {"完成", "实绩", "实际", "累计", "本月", "当月", "绝对", "总量",
                                 "数值", "月", "季度", "半年", "年", "数", "额", "值"});
  if (one.measure == measure::level) one.noun = noun_in(h.words, false);
  return one;
}

/// Growth stands to the right of the level that it is of.
void look_left(std::vector<column>& columns) {
  const column* level = nullptr;
  for (column& one : columns) {
    if (one.is != role::figure || !one.told) continue;
    if (one.measure == measure::level) {
      level = &one;
    } else if (level) {
      if (!one.span) one.span = level->span;
      if (one.noun.empty()) one.noun = level->noun;
    }
  }
}

/// In a plan for several years the first year is its base and the later ones are targets.
void find_plan(table_heads& found, const std::vector<head>& heads, std::string_view title) {
  std::vector<std::size_t> years;
  bool planned = false, averaged = false;
  for (std::size_t k = 0; k < found.columns.size(); ++k) {
    const column& one = found.columns[k];
    averaged = averaged || (one.is == role::figure && one.basis == basis::average);
    planned = planned || one.is == role::nature ||
              (one.is == role::figure && one.status == status::target);
    if (one.is == role::figure && one.measure == measure::level && one.span &&
        is_whole_years(*one.span) && one.span->months() == 12)
      years.push_back(k);
  }
  const bool looks_back = holds_any(title, {"完成情况", "实现情况", "执行情况", "发展情况"});
  if (years.size() < 2 || !(planned || (averaged && !looks_back))) return;
  const auto year = [&](std::size_t k) { return found.columns[k].span->year(); };
  const auto [base, last] = std::ranges::minmax(years, {}, year);
  if (year(base) == year(last)) return;
  found.plan = years_of(year(base) + 1, year(last));
  for (const std::size_t k : years)
    if (year(k) > year(base) &&
        !holds_any(heads[k].words, {"完成", "实绩", "实际", "实现", "预计", "执行"}))
      found.columns[k].status = status::target;
  for (column& one : found.columns)
    if (one.is == role::figure && one.basis == basis::average) {
      one.span = found.plan;
      one.status = found.columns[last].status;
    }
}

/// 单位:亿元、个 above a table: the units of its figures.
std::vector<std::string> units_of_title(std::string_view title) {
  std::vector<std::string> units;
  const std::size_t at = title.find("单位:");
  if (at == title.npos) return units;
  std::string_view rest = title.substr(at + std::string_view{"单位:"}.size());
  while (const std::size_t length = unit_length(rest)) {
    if (rest.substr(0, length) != "%") units.emplace_back(rest.substr(0, length));
    rest.remove_prefix(length);
    for (const std::string_view sign : {"、", ",", "，", "/"})
      if (rest.starts_with(sign)) rest.remove_prefix(sign.size());
  }
  return units;
}

/// The one unit of a title, or of two the one that fits: money is not counted by 数.
std::string unit_for(const std::vector<std::string>& units, std::string_view noun) {
  if (units.empty()) return {};
  if (units.size() == 1) return units.front();
  const bool counts = noun.ends_with("数");
  for (const std::string& unit : units)
    if (unit.ends_with("元") != counts && (counts || !noun.empty())) return unit;
  return {};
}

std::optional<period> span_of_title(std::string_view title, const setting& given) {
  const folded text{title};
  for (const span_words& each : tokenize(text).spans) {
    try {
      if (const auto found = resolve(each, {}, given.period)) return found;
    } catch (const error&) {  // a 13th month is no period
    }
  }
  return std::nullopt;
}

}  // namespace

table_heads read_heads(const document& source, const std::vector<row>& rows, std::string_view title,
                       const setting& given) {
  table_heads found;
  const std::vector<head> heads = merged(source, rows, given);
  std::optional<std::size_t> name, region, first;
  for (std::size_t k = 0; k < heads.size(); ++k) {
    const role is = role_of(heads[k].words);
    column one = is == role::figure ? figure_of(heads[k], given) : column{};
    one.is = is;
    if (is == role::name && name) one.is = role::figure;  // 项目 beside 指标
    if (is == role::name && !name) name = k;
    if (is == role::region && !region) region = k;
    if (!first && is != role::number) first = k;
    found.columns.push_back(std::move(one));
  }
  if (heads.empty()) return found;
  found.name = name ? *name : region ? *region : first.value_or(0);
  if (!name && !region) (found.columns[found.name] = column{}).is = role::name;
  if (name && region) found.columns[*region].is = role::category;
  found.first = heads[found.name].printed;
  for (column& one : found.columns)
    if (one.is == role::region) {
      for (std::size_t k = 0; k < heads.size(); ++k)
        if (found.columns[k].is == role::figure && found.columns[k].measure == measure::level)
          found.columns[k].noun = noun_in(heads[k].words, true);
      break;
    }
  found.plain = heads.size() > 1 && std::ranges::none_of(found.columns, [](const column& c) {
                  return c.told || (c.is != role::figure && c.is != role::name);
                });
  if (found.plain) return found;
  const auto span = span_of_title(title, given);
  const std::vector<std::string> units = units_of_title(title);
  for (column& one : found.columns) {
    if (one.is != role::figure || one.measure != measure::level) continue;
    if (!one.span && one.status == status::actual) one.span = span;
    if (one.unit.empty()) one.unit = unit_for(units, one.noun);
  }
  look_left(found.columns);
  find_plan(found, heads, title);
  return found;
}

}  // namespace kebi::grammar
