#include "plan_rows.hpp"

#include <algorithm>
#include <string_view>

#include "kebi/indicator/catalogue.hpp"
#include "plan_cells.hpp"

namespace kebi {

namespace {

bool is_note(std::string_view text) {
  const std::string words = catalogue::folded(text);
  for (const std::string_view start : {"注:", "注：", "注1", "备注", "说明:", "说明：", "数据来源", "资料来源", "填报", "填表",
                                       "制表", "审核", "联系人", "Note", "Source"})
    if (words.starts_with(start)) return true;
  return false;
}

/// Whether the cell says what a figure is, so that its row is of an indicator.
bool is_of_indicator(column which) {
  return which == column::unit || which == column::period || which == column::target_period || which == column::parent;
}

bool is_figure(column which) {
  return which == column::target || which == column::outcome || which == column::growth ||
         which == column::target_growth || which == column::base || which == column::progress;
}

}  // namespace

row_kind kind_of(const std::vector<table_cell>& row, const plan_layout& in) {
  const table_cell* first = nullptr;
  bool same = true;
  std::size_t filled = 0, heads = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (is_blank(row[i])) continue;
    ++filled;
    if (!first) first = &row[i];
    same = same && row[i].text == first->text;
    if (i < in.header.size() && row[i].text == in.header[i].text) ++heads;
  }
  if (!first) return row_kind::blank;
  if (heads == filled && filled > 1) return row_kind::header;
  if (is_note(first->text)) return row_kind::note;
  if (same && filled > 1) return row_kind::section;  // merged over the row, and filled
  bool of_indicator = false, named = false;
  for (const plan_column& each : in.columns.all) {
    if (each.at >= row.size() || is_blank(row[each.at])) continue;
    if (is_figure(each.which)) return row_kind::figures;
    of_indicator = of_indicator || is_of_indicator(each.which);
    named = named || each.which == column::indicator;
  }
  if (of_indicator && named) return row_kind::empty;
  return row_kind::section;
}

}  // namespace kebi
