#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/indicator/fact.hpp"
#include "kebi/io/csv.hpp"

namespace kebi {

/// The columns of a plan's table.
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
  title
};
inline constexpr std::size_t column_count = 10;

/// Where each column stands in the table, if it does.
using column_places = std::array<std::optional<std::size_t>, column_count>;

/// A plan's header: where its columns stand, and the span that the outcome's head names (上半年 in
/// 上半年完成), which a year may have to be added to.
struct plan_columns {
  column_places places;
  std::string outcome_span;
};

/// The English name of a column, as files are written with it.
std::string_view name_of(column which);

/// Throws `read_error` for a column that is unknown, double or missing.
plan_columns read_columns(const std::vector<table_cell>& header);

/// actual, 实际 … and binding, 约束性 … Throw `error` with the words there are.
status read_status(std::string_view word);
nature read_nature(std::string_view word);

}  // namespace kebi
