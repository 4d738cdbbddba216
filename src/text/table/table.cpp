#include "text/table/table.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "kebi/core/error.hpp"
#include "text/normalise/strings.hpp"
#include "text/table/arithmetic.hpp"
#include "text/table/heads/column_words.hpp"
#include "text/table/figure_cell.hpp"
#include "text/table/row_reader.hpp"
#include "text/table/table_rows.hpp"

namespace kebi::grammar {
namespace {

/// Columns of a grid, the last one exclusive.
struct panel {
  std::size_t first = 0, last = 0;
};

/// Of the heads the row that names the rows of tables side by side: 项目 | 预算数 | 项目 | 预算数 below 收入 and 支出.
const row& row_of_names(const document& source, const std::vector<row>& heads) {
  for (const row& cells : heads) {
    const std::size_t named = static_cast<std::size_t>(std::ranges::count_if(cells, [&](const cell& c) {
      return !c.covered && role_of(words_of(source, c), *source.words().known) == role::name;
    }));
    if (named > 1) return cells;
  }
  return heads.front();
}

/// The tables that stand side by side: each starts with the head of the names of rows.
std::vector<panel> panels_of(const document& source, const std::vector<row>& heads,
                             std::size_t width) {
  std::vector<panel> found{{0, width}};
  if (heads.empty()) return found;
  const row& all = row_of_names(source, heads);
  const vocabulary& known = *source.words().known;
  const auto names = [&](const cell& c) { return !c.empty() && !c.covered; };
  const auto first = std::ranges::find_if(all, names);
  if (first == all.end()) return found;
  const std::string_view named = words_of(source, *first);
  if (figure_of(named, {}, {}, known).told && role_of(named, known) == role::figure) return found;
  for (auto k = first + 1; k < all.end(); ++k) {
    const auto at = static_cast<std::size_t>(k - all.begin());
    if (!names(*k) || words_of(source, *k) != named || at < found.back().first + 2) continue;
    found.back().last = at;
    found.push_back({at, width});
  }
  return found;
}

row part_of(const row& cells, const panel& columns) {
  const auto at = [&](std::size_t k) {
    return cells.begin() + static_cast<std::ptrdiff_t>(std::min(k, cells.size()));
  };
  return {at(columns.first), at(columns.last)};
}

std::vector<row> parts_of(const std::vector<row>& rows, const panel& columns) {
  std::vector<row> parts;
  for (const row& cells : rows) parts.push_back(part_of(cells, columns));
  return parts;
}

void pass_rows(const std::vector<row>& rows, std::string_view reason,
               std::vector<left_stretch>& left) {
  for (const row& cells : rows)
    for (const cell& c : cells)
      if (!c.empty() && !c.covered) left.push_back({c.begin, c.end, true, reason});
}

/// What stands behind a sign in the lines above a table: 甲市 of 地区:甲市, as exports of databases have them.
std::string told_above(const document& source, const std::vector<row>& titles,
                       std::initializer_list<std::string_view> signs) {
  for (const row& cells : titles)
    for (const cell& c : cells)
      for (const std::string_view sign : signs)
        if (const std::string_view words = words_of(source, c); words.starts_with(sign))
          return std::string{words.substr(sign.size())};
  return {};
}

/// 注：季度数据均为累计数.
bool are_sums(const document& source, const std::vector<row>& notes) {
  return std::ranges::any_of(notes, [&](const row& cells) {
    return std::ranges::any_of(cells, [&](const cell& c) { return words_of(source, c).find("为累计") != std::string_view::npos; });
  });
}

/// The words above a table that speak of all of it.
title_words title_of(const std::string& above, const std::string& own, const table_grid& grid,
                     const std::string& indicator, bool sums) {
  title_words found{own.empty() ? above : own, own.empty() ? grid.name : above + ' ' + grid.name};
  if (!indicator.empty()) found.around += ' ' + std::exchange(found.own, indicator);
  if (sums) found.around += " 累计";
  if (!grid.unit.empty()) found.around += " 单位:" + grid.unit;
  return found;
}

/// The years of heads are dates.
void pass_years(const document& source, const std::vector<row>& heads,
                std::vector<left_stretch>& left) {
  for (const row& cells : heads)
    for (const cell& c : cells)
      if (!c.covered && bare_year(words_of(source, c).substr(0, 4)))
        left.push_back({c.begin, c.end, true, "date"});
}

/// A page number below a table: a row of one cell, which is a whole number.
bool is_page_number(const document& source, const row& cells) {
  if (filled(cells) != 1) return false;
  const auto only = std::ranges::find_if(cells, [](const cell& c) { return !c.empty(); });
  std::string_view words = words_of(source, *only);
  while (!words.empty() && (words.front() == '-' || words.front() == ' ')) words.remove_prefix(1);
  while (!words.empty() && (words.back() == '-' || words.back() == ' ')) words.remove_suffix(1);
  return !words.empty() && words.size() <= 4 && only == cells.begin() &&
         std::ranges::all_of(words, is_digit);
}

}  // namespace

void read_table(const document& source, const table_grid& grid, const std::string& title,
                const setting& given, const prose_reader& prose, const table_results& into) {
  for (const table_rows& rows : cut_tables(source, grid)) {
    if (rows.contents) {
      pass_rows(rows.heads, "list_number", into.left);
      pass_rows(rows.body, "list_number", into.left);
      continue;
    }
    pass_rows(rows.titles, "title", into.left);
    pass_years(source, rows.heads, into.left);
    pass_rows(rows.notes, "other", into.left);
    pass_rows(rows.orders, "list_number", into.left);
    const std::size_t first = into.facts.size();
    const title_words above = title_of(title, rows.title, grid, told_above(source, rows.titles, {"指标:"}), are_sums(source, rows.notes));
    std::size_t width = 0;
    for (const row& cells : rows.heads) width = std::max(width, cells.size());
    for (const row& cells : rows.body) width = std::max(width, cells.size());
    const std::vector<panel> panels = panels_of(source, rows.heads, width);
    const std::string place = told_above(source, rows.titles, {"地区:", "城市:"});
    std::vector<row_reader> readers;
    for (const panel& columns : panels) {
      const std::vector<row> body = parts_of(rows.body, columns);
      table_heads heads = read_heads(source, parts_of(rows.heads, columns), body, above, given);
      if (!place.empty()) heads.place = place;
      readers.emplace_back(source, given, heads, body, grid.spans, prose, into);
    }
    for (const row& cells : rows.body) {
      if (is_page_number(source, cells)) {
        pass_rows({cells}, "list_number", into.left);
        continue;
      }
      for (std::size_t k = 0; k < panels.size(); ++k)
        readers[k].read(part_of(cells, panels[k]));
    }
    check_arithmetic(into.facts, first, given.known);
  }
}

}  // namespace kebi::grammar
