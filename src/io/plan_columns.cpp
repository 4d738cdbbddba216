#include "plan_columns.hpp"

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/code.hpp"
#include "kebi/io/plan.hpp"
#include "kebi/text/read_period.hpp"

namespace kebi {

namespace {

struct column_names {
  column which;
  std::string_view english;
  std::vector<std::string_view> others;
};

const std::vector<column_names>& all_columns() {
  static const std::vector<column_names> all{
      {column::indicator,     "indicator",     {"指标", "指标名称", "项目"}                             },
      {column::target,        "target",        {"目标", "年度目标", "计划目标", "全年目标"}       },
      {column::outcome,       "outcome",       {"完成", "完成情况", "实际", "实际完成", "完成值"}},
      {column::period,        "period",        {"报告期", "时期", "时间"}                                },
      {column::target_period, "target_period", {"目标期"}                                                    },
      {column::region,        "region",        {"地区", "区域"}                                             },
      {column::parent,        "parent",        {"上级"}                                                       },
      {column::status,        "status",        {"状态"}                                                       },
      {column::nature,        "nature",        {"属性", "指标属性"}                                       },
      {column::title,         "title",         {"标题"}                                                       },
  };
  return all;
}

/// What a head says: a column, and a span before its name.
struct head_words {
  const column_names* is = nullptr;
  std::string span;
};

/// 上半年 in 上半年完成, 2024年1-5月 in 2024年1-5月完成情况; nothing where no span stands there.
bool is_span(const std::string& words) {
  try {
    read_period(words, 2000);
    return true;
  } catch (const error&) {
    return false;
  }
}

/// The column that a head names; null where it is none.
const column_names* find_column(std::string_view head) {
  const std::string name = catalogue::folded(head);
  for (const auto& each : all_columns()) {
    bool named = name == each.english;
    for (const std::string_view other : each.others) named = named || name == other;
    if (named) return &each;
  }
  return nullptr;
}

head_words read_head(std::string_view head) {
  if (const column_names* found = find_column(head)) return {found, {}};
  const std::string name = catalogue::folded(head);
  for (const auto& each : all_columns()) {
    if (each.which != column::outcome) continue;
    for (const std::string_view other : each.others) {
      if (!name.ends_with(other)) continue;
      const std::string before = name.substr(0, name.size() - other.size());
      if (is_span(before)) return {&each, before};
    }
  }
  return {};
}

}  // namespace

std::string_view name_of(column which) {
  for (const auto& each : all_columns())
    if (each.which == which) return each.english;
  return "";
}

plan_columns read_columns(const std::vector<table_cell>& header) {
  plan_columns result;
  column_places& places = result.places;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto [found, span] = read_head(header[i].text);
    if (!found) {
      std::string known;
      for (const auto& each : all_columns())
        ((((known += known.empty() ? "" : ", ") += each.english) += ' ') += each.others.front());
      throw read_error{header[i].at, in_quotes(header[i].text), "one of the columns " + known};
    }
    auto& at = places[static_cast<std::size_t>(found->which)];
    if (at)
      throw read_error{header[i].at,
                       "the column " + std::string{found->english} + " appears twice"};
    at = i;
    if (found->which == column::outcome) result.outcome_span = span;
  }
  const auto has = [&](column which) {
    return places[static_cast<std::size_t>(which)].has_value();
  };
  if (!has(column::indicator))
    throw read_error{header.front().at, "the column indicator (指标) is missing"};
  if (!has(column::target) && !has(column::outcome))
    throw read_error{header.front().at,
                     "a plan needs a column target (目标) or outcome (完成情况): both are missing"};
  return result;
}

bool is_plan(const table& rows) {
  if (rows.empty()) return false;
  bool all = true, indicators = false, figures = false;
  for (const table_cell& head : rows.front()) {
    const column_names* found = read_head(head.text).is;
    all = all && found;
    indicators = indicators || (found && found->which == column::indicator);
    figures =
        figures || (found && (found->which == column::target || found->which == column::outcome));
  }
  return all || (indicators && figures);
}

status read_status(std::string_view word) {
  if (word == "实际") return status::actual;
  if (word == "预计") return status::estimate;
  if (word == "预测") return status::forecast;
  return of_code<status>(word);
}

nature read_nature(std::string_view word) {
  if (word == "约束性") return nature::binding;
  if (word == "预期性") return nature::expected;
  return of_code<nature>(word);
}

}  // namespace kebi
