#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/indicator/fact.hpp"

namespace kebi::grammar {

/// What the cells of a column hold.
enum class role {
  name,       // 指标
  unit_name,  // 单位
  nature,     // 属性
  target,
  level,
  growth,    // 同比±%
  average,   // 年均增长
  change,    // 比年初增加, 增减(个百分点)
  progress,  // 占年度计划(%)
  aside,     // 序号, 备注: no figures
  unknown,
};

/// A column of a table, as its head tells it.
struct column {
  role is = role::unknown;
  std::optional<period> span;
  std::string unit;
  std::string noun;  ///< 产量: what its figures are of each row's name
  std::string head;  ///< without its unit
  std::string of;    ///< 年度计划 of 占年度计划(%)
  std::optional<kebi::basis> basis;
  bool to_date = false;    ///< 累计
  bool expected = false;   ///< 2024年预计
  bool year_only = false;  ///< 2025年
};

/// Reads one head, folded and as printed, with the span that it names.
column column_of(std::string_view words, const std::string& printed,
                 const std::optional<period>& span);

/// What heads say together: growths take the span of the level before them, 本月止累计 starts in
/// January, and the years of a plan are targets.
void settle_columns(std::vector<column>& all, const std::optional<period>& about);

/// Whether a head names places: 地区, 县(市、区).
bool names_places(std::string_view words);

}  // namespace kebi::grammar
