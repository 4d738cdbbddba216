#include "plan_layout.hpp"

#include <algorithm>

#include "kebi/indicator/catalogue.hpp"
#include "plan_cells.hpp"

namespace kebi {

namespace {

constexpr std::size_t most_titles = 12;  ///< rows above the heads

bool has_target(const plan_columns& columns) {
  return columns.has(column::target) || columns.has(column::target_growth);
}

/// Whether a row is the head of a plan's table.
bool is_head(const plan_columns& columns, bool is_first) {
  // 指标,报告期 alone: a plan that lacks a column, which its reader names.
  const bool named = columns.has(column::indicator) || has_target(columns);
  if (is_first && named && columns.has(column::period) && columns.unknown.empty()) return true;
  if (!columns.has(column::indicator)) return false;
  if (has_target(columns)) return true;
  const auto is_outcome = [](const plan_column& each) { return each.which == column::outcome && each.span.empty(); };
  return is_first && std::ranges::any_of(columns.all, is_outcome);
}

/// Heads of two rows put together: 2024年 above 目标 and 完成. An upper head reaches the blank ones
/// to its right.
std::vector<table_cell> joined(const std::vector<table_cell>& upper, const std::vector<table_cell>& lower) {
  std::vector<table_cell> result;
  const table_cell* above = nullptr;
  for (std::size_t i = 0; i < std::max(upper.size(), lower.size()); ++i) {
    const bool has_upper = i < upper.size() && !is_blank(upper[i]);
    const bool has_lower = i < lower.size() && !is_blank(lower[i]);
    if (has_upper) above = &upper[i];
    if (!has_lower) {
      result.push_back(i < upper.size() ? upper[i] : table_cell{});
      continue;
    }
    table_cell head = lower[i];
    if (above && above->text != head.text) head.text = above->text + head.text;
    result.push_back(std::move(head));
  }
  return result;
}

/// Whether a row goes on with the heads: nothing where the indicators stand, and no numbers.
bool goes_on(const std::vector<table_cell>& upper, const std::vector<table_cell>& row) {
  bool any = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (is_blank(row[i])) continue;
    const bool same = i < upper.size() && row[i].text == upper[i].text;  // a merged cell, filled
    if (is_bare_number(row[i].text) || row[i].text.ends_with('%')) return false;
    any = any || !same;
  }
  return any;
}

}  // namespace

std::optional<plan_layout> layout_of(const table& rows) {
  plan_layout found;
  for (std::size_t i = 0; i < rows.size() && i <= most_titles; ++i) {
    if (std::ranges::all_of(rows[i], is_blank)) continue;
    const bool is_first = found.titles.empty();
    found.header = rows[i];
    found.columns = columns_of(rows[i]);
    found.first = i + 1;
    if (i + 1 < rows.size() && goes_on(rows[i], rows[i + 1])) {
      auto both = joined(rows[i], rows[i + 1]);
      plan_columns columns = columns_of(both);
      if (is_head(columns, is_first) && columns.unknown.size() <= found.columns.unknown.size() &&
          columns.all.size() > found.columns.all.size()) {
        found.header = std::move(both);
        found.columns = std::move(columns);
        found.first = i + 2;
      }
    }
    if (is_head(found.columns, is_first)) return found;
    std::string last;  // a merged cell that is filled says its words once
    for (const table_cell& cell : rows[i])
      if (!is_blank(cell) && cell.text != last) found.titles += (last = cell.text) + " ";
    found.titles += '\n';
  }
  return std::nullopt;
}

}  // namespace kebi
