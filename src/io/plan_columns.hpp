#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/indicator/fact.hpp"
#include "kebi/io/csv.hpp"

namespace kebi {

/// The columns of a plan's table. Those up to `title` are also written.
enum class column {
  indicator,
  target,
  outcome,
  period,
  target_period,
  region,
  parent,
  status,
  nature,
  title,
  unit,
  growth,         ///< of the outcome
  target_growth,  ///< the target of growth
  base,           ///< the outcome of the year before
  progress,       ///< what part of the target is done
  aside           ///< numbers of rows, remarks, who is in charge
};
inline constexpr std::size_t written_columns = 10;

/// What the head of a column says.
struct plan_column {
  column which = column::aside;
  std::size_t at = 0;  ///< among the cells of a row
  std::string span;    ///< 2024年 in 2024年目标, 上半年 in 上半年完成
  std::string unit;    ///< 亿元 in 目标(亿元)
};

/// The head of a plan's table.
struct plan_columns {
  std::vector<plan_column> all;
  std::vector<table_cell> unknown;  ///< heads that name no column

  const plan_column* find(column which) const;
  bool has(column which) const { return find(which) != nullptr; }
};

/// The English name of a column, as files are written with it.
std::string_view name_of(column which);

/// What a row says if it is read as a head.
plan_columns columns_of(const std::vector<table_cell>& header);

/// Throws `read_error` for a column that is missing or appears twice, and for an English head that
/// names none.
void require_columns(const plan_columns& columns, const std::vector<table_cell>& header);

/// Whether words are a span of time: 上半年, 2024年1-5月.
bool is_span(const std::string& words);

/// actual, 实际 … and binding, 约束性 … Throw `error` with the words there are.
status read_status(std::string_view word);
nature read_nature(std::string_view word);

}  // namespace kebi
