#include "text/table/table_rows.hpp"

#include <algorithm>
#include <utility>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/table/heads/column_words.hpp"
#include "text/table/figure_cell.hpp"
#include "text/table/heads/formula_row.hpp"

namespace kebi::grammar {
namespace {

const cell* first_filled(const row& cells) {
  const auto found = std::ranges::find_if(cells, [](const cell& c) { return !c.empty(); });
  return found == cells.end() ? nullptr : &*found;
}

/// 甲 | 乙 | 1 | 2: the numbers of the columns.
bool numbers_columns(const document& source, const row& cells) {
  std::size_t numbered = 0;
  int before = 0;
  for (const cell& c : cells) {
    if (c.empty()) continue;
    const std::string_view w = words_of(source, c);
    if (holds_any(w, {"甲", "乙", "丙"}) && w.size() == 3) continue;
    if (w.size() > 2 || !std::ranges::all_of(w, is_digit)) return false;
    const int number = std::stoi(std::string{w});
    if (numbered > 0 ? number != before + 1 : number > 1) return false;
    before = number;
    ++numbered;
  }
  return numbered > 1;
}

/// 附表5, 表1-2, 附件: the number of a table and no more.
bool is_table_number(std::string_view words) {
  for (const std::string_view start : {"附", "件", "表"})
    if (words.starts_with(start)) words.remove_prefix(start.size());
  return words.find_first_not_of("0123456789-.: ") == words.npos;
}

bool has_unit_line(const document& source, const row& cells) {
  return std::ranges::any_of(
      cells, [&](const cell& c) { return words_of(source, c).find("单位:") != std::string_view::npos; });
}

/// Whether a row has one cell, or several of the same words: the title over tables side by side.
bool says_one_thing(const document& source, const row& cells) {
  const cell* first = first_filled(cells);
  return first && std::ranges::all_of(cells, [&](const cell& c) {
    return c.empty() || words_of(source, c) == words_of(source, *first);
  });
}

/// | 资产 | 人数 above | 1985 | 1995 | 1985 | 1995: a row of text without spans, each cell of which stands over as many
/// of the cells below it. Whether it is such a row, which then has a cell over each of them.
bool spread_over(std::vector<row>& heads, const row& below) {
  row& above = heads.back();
  const std::size_t count = above.size() > 1 ? above.size() - 1 : 0;
  if (heads.size() != 1 || count == 0 || below.size() <= above.size() || (below.size() - 1) % count != 0 ||
      std::ranges::any_of(above, &cell::covered) || filled(above) < count)
    return false;
  const std::size_t each = (below.size() - 1) / count;
  row made{above.front()};
  for (std::size_t k = 1; k < above.size(); ++k)
    for (std::size_t i = 0; i < each; ++i) made.push_back(above[k]), made.back().covered = i > 0;
  above = std::move(made);
  return true;
}

bool same_heads(const document& source, const table_rows& a, const table_rows& b) {
  if (a.heads.size() != b.heads.size() || a.heads.empty()) return false;
  for (std::size_t r = 0; r < a.heads.size(); ++r)
    if (!std::ranges::equal(a.heads[r], b.heads[r], [&](const cell& x, const cell& y) {
          return words_of(source, x) == words_of(source, y);
        }))
      return false;
  return true;
}

/// Goes through the rows of a grid from above.
class cutter {
 public:
  cutter(const document& source, const table_grid& grid) : source_{source}, grid_{grid} {}

  std::vector<table_rows> run() {
    std::vector<table_rows> tables;
    for (std::size_t at = 0; at < grid_.rows.size();) {
      table_rows one = read_table(at);
      const bool same = !tables.empty() && one.title.empty() && same_heads(source_, one, tables.back());
      if (!same) {
        tables.push_back(std::move(one));
        continue;
      }
      auto& body = tables.back().body;  // goes on over a page
      body.insert(body.end(), one.body.begin(), one.body.end());
      tables.back().notes.insert(tables.back().notes.end(), one.notes.begin(), one.notes.end());
    }
    return tables;
  }

 private:
  std::string_view words(const cell& c) const { return words_of(source_, c); }
  const row& at(std::size_t r) const { return grid_.rows[r]; }

  /// Whether a cell is a figure of the body: 指数(上年=100) and 1-本月 are words of heads.
  bool is_figure(const cell& c) const {
    if (c.empty() || c.covered) return false;
    const std::string_view w = words(c);
    const cell_words is = read_figure(w).is;
    if (is == cell_words::figure || is == cell_words::spoilt) return true;
    if (bare_year(w.substr(0, 4)) && w.size() > 8 && !is_digit(w[4])) return false;  // 2020债务限额
    const auto unit = std::ranges::adjacent_find(  // 90m2及以下
        w, [](char digit, char letter) { return is_digit(digit) && is_letter(letter); });
    const bool of_head = holds_any(w, {"(", "=100"}) || w.ends_with("本月") || unit != w.end();
    return !of_head && has_number(source_, c) && std::ranges::any_of(w, is_digit);
  }
  bool has_figures(std::size_t r) const {
    return std::ranges::any_of(at(r), [&](const cell& c) { return is_figure(c); });
  }

  /// 指标 | 2018 | 2019: the figures of the row are years and no more.
  bool has_years(std::size_t r) const {
    const row& cells = at(r);
    std::size_t years = 0;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      if (!is_figure(cells[k])) continue;
      const std::string_view w = words(cells[k]);
      if (!bare_year(w.substr(0, 4)) || w.size() > 8 || (w.size() > 4 && is_digit(w[4]))) return false;
      if (k == 0) return false;
      ++years;
    }
    if (years == 0) return false;
    return years > 1 || role_of(words(cells[0]), *source_.words().known) != role::figure ||
           cells[0].empty();
  }

  /// A row of one cell, or one that names the unit, above what is a table.
  bool is_title(std::size_t r) const {
    const bool one = says_one_thing(source_, at(r));
    if (!one && !(has_unit_line(source_, at(r)) && !has_figures(r))) return false;
    if (one && read_figure(words(*first_filled(at(r)))).is != cell_words::phrase) return false;
    for (std::size_t below = r + 1; below < grid_.rows.size() && below < r + 8; ++below)
      if (filled(at(below)) > 1) return true;
    return false;
  }

  bool is_note(std::size_t r) const {
    const cell* first = first_filled(at(r));
    return first && filled(at(r)) == 1 &&
           (*source_.words().known)[group::note_row].starts(words(*first));
  }

  /// Whether heads of another table stand in a row below figures.
  bool starts_heads(std::size_t r, const table_rows& above) const {
    const row& cells = at(r);
    if (cells.empty() || (has_figures(r) && !has_years(r)) || filled(cells) < 2 || is_note(r))
      return false;
    const std::string_view first = words(cells[0]);
    if (!above.heads.empty() && !first.empty() && words(above.heads.front()[0]) == first) return true;
    const role is = role_of(first, *source_.words().known);
    if (is == role::name || is == role::region || is == role::time) return true;
    return first.empty() && r > 0 && filled(at(r - 1)) == 1 && grid_.apart[r - 1];
  }

  /// 目录, or names with dots that lead to pages.
  bool is_contents(const table_rows& one) const {
    std::string_view title = one.title;
    while (title.ends_with(' ')) title.remove_suffix(1);
    if (title.ends_with("目录") || title.ends_with("目次")) return true;
    std::size_t dotted = 0;
    for (const row& cells : one.body)
      dotted += std::ranges::any_of(cells, [&](const cell& c) {
        return ends_with_any(words(c), {"…", "...", "··"}) && words(c).size() > 6;
      });
    return one.body.size() > 1 && 2 * dotted > one.body.size();
  }

  table_rows read_table(std::size_t& r) const {
    const std::size_t rows = grid_.rows.size();
    table_rows found;
    for (; r < rows && is_title(r); ++r) {
      found.titles.push_back(at(r));
      for (const cell& c : at(r))
        if (!c.empty() && !c.covered && !is_table_number(words(c)) && found.title.find(words(c)) == std::string::npos)
          (found.title += words(c)) += ' ';
    }
    read_heads(r, found);
    std::size_t last_figures = r;
    for (std::size_t start = r; r < rows; ++r) {
      if (r > last_figures && r > start && starts_heads(r, found)) {
        while (r > last_figures + 1 && r > start + 1 && is_title(r - 1) && !is_note(r - 1)) {
          --r;
          if (!found.body.empty()) found.body.pop_back();
        }
        break;
      }
      const bool note = r > start && is_note(r);
      if (!note && has_figures(r)) last_figures = r;
      (note ? found.notes : found.body).push_back(at(r));
    }
    found.contents = is_contents(found);
    return found;
  }

  /// 地区 | 全国 | 全国, 单位 | 亿元 | 万吨: a row that says of each column what its first cell names.
  bool describes_columns(const row& cells) const {
    const role is = role_of(words(cells.front()), *source_.words().known);
    return (is == role::unit || is == role::region || is == role::note) && filled(cells) > 2;
  }

  /// | 限额 | 余额 above 地区 | 一般 | 专项: the lower row of heads has the one of the names.
  bool names_rows(const std::vector<row>& above, const row& cells) const {
    const bool open = std::ranges::all_of(above, [](const row& one) { return one.front().empty(); });
    return open && filled(cells) > 2 && role_of(words(cells.front()), *source_.words().known) != role::figure;
  }

  /// Where a row of formulas stands below heads; 0 where none does.
  std::size_t formula_below(std::size_t r) const {
    constexpr std::size_t most = 5;
    for (std::size_t i = r + 1; i < grid_.rows.size() && i <= r + most && !has_figures(i - 1); ++i)
      if (is_formula_row(source_, at(i))) return i;
    return 0;
  }

  void read_heads(std::size_t& r, table_rows& found) const {
    const std::size_t rows = grid_.rows.size();
    std::size_t rule = rows;
    for (std::size_t i = r; i < rows && rule == rows; ++i)
      if (grid_.ruled[i]) rule = i;
    const std::size_t formula_at = formula_below(r);
    for (; r < rows; ++r) {
      const row& cells = at(r);
      if (filled(cells) == 0) break;
      if (r < formula_at) {
        found.heads.push_back(cells);
        continue;
      }
      const bool formula = formula_at > 0 && r == formula_at;
      if (!found.heads.empty() && (formula || numbers_columns(source_, cells))) {
        found.orders.push_back(cells);
        if (formula) found.heads = placed_by_formula(source_, std::move(found.heads), cells);
        continue;
      }
      if (has_figures(r) && !has_years(r)) break;
      const bool below = !found.heads.empty();
      const bool own_name = !cells.front().empty() && !cells.front().covered;
      const bool describes = below && own_name && describes_columns(cells);
      const bool names = below && own_name && names_rows(found.heads, cells);
      if (below && cells.front().empty() && has_years(r) && spread_over(found.heads, cells)) {
        found.heads.push_back(cells);
        continue;
      }
      if (below && !describes && !names && (rule < rows ? r >= rule : own_name)) break;
      if (below && filled(cells) == 1 && own_name) break;
      found.heads.push_back(cells);
    }
  }

  const document& source_;
  const table_grid& grid_;
};

}  // namespace

std::size_t filled(const row& cells) {
  std::size_t count = 0;
  for (std::size_t k = 0; k < cells.size(); ++k)
    count += !cells[k].empty() && (k == 0 || cells[k].begin != cells[k - 1].begin);
  return count;
}

std::vector<table_rows> cut_tables(const document& source, const table_grid& grid) {
  return cutter{source, grid}.run();
}

}  // namespace kebi::grammar
