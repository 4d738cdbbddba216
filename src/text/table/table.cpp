#include "text/table/table.hpp"

#include <algorithm>
#include <optional>

#include "kebi/core/error.hpp"
#include "text/normalise/strings.hpp"
#include "text/table/arithmetic.hpp"
#include "text/table/figure_cell.hpp"
#include "text/table/row_reader.hpp"
#include "text/table/table_rows.hpp"

namespace kebi::grammar {
namespace {

/// How many columns a table has that stands twice side by side; 0 where it stands once.
std::size_t width_of_panel(const document& source, const std::vector<row>& heads) {
  if (heads.size() != 1 || heads.front().front().empty()) return 0;
  const row& all = heads.front();
  for (std::size_t k = 2; 2 * k <= all.size(); ++k)
    if (words_of(source, all[k]) == words_of(source, all[0]) &&
        words_of(source, all[k + 1]) == words_of(source, all[1])) return k;
  return 0;
}

row part_of(const row& cells, std::size_t from, std::size_t width) {
  if (width == 0) return cells;
  const auto first = cells.begin() + static_cast<std::ptrdiff_t>(std::min(from, cells.size()));
  const auto last =
      cells.begin() + static_cast<std::ptrdiff_t>(std::min(from + width, cells.size()));
  return {first, last};
}

std::vector<row> parts_of(const std::vector<row>& rows, std::size_t from, std::size_t width) {
  std::vector<row> parts;
  for (const row& cells : rows) parts.push_back(part_of(cells, from, width));
  return parts;
}

void pass_rows(const std::vector<row>& rows, std::string_view reason,
               std::vector<left_stretch>& left) {
  for (const row& cells : rows)
    for (const cell& c : cells)
      if (!c.empty() && !c.covered) left.push_back({c.begin, c.end, true, reason});
}

/// The words above a table that speak of all of it.
title_words title_of(const std::string& above, const std::string& own, const table_grid& grid) {
  title_words found{own.empty() ? above : own, own.empty() ? grid.name : above + ' ' + grid.name};
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
    const title_words above = title_of(title, rows.title, grid);
    const std::size_t width = width_of_panel(source, rows.heads);
    std::vector<row_reader> panels;
    for (std::size_t at = 0; at == 0 || (width > 0 && at < rows.heads.front().size());
         at += width) {
      const table_heads heads = read_heads(source, parts_of(rows.heads, at, width), above, given);
      panels.emplace_back(source, given, heads, parts_of(rows.body, at, width), grid.spans,
                          prose, into);
      if (width == 0) break;
    }
    for (const row& cells : rows.body) {
      if (is_page_number(source, cells)) {
        pass_rows({cells}, "list_number", into.left);
        continue;
      }
      for (std::size_t k = 0; k < panels.size(); ++k)
        panels[k].read(part_of(cells, k * width, width));
    }
    check_growth(into.facts, first, given.known);
  }
}

}  // namespace kebi::grammar
