#include "text/table/table_grid.hpp"

#include <algorithm>
#include <map>

#include "kebi/core/error.hpp"
#include "kebi/text/read_period.hpp"
#include "text/table/figure_cell.hpp"

namespace kebi::grammar {
namespace {

/// Tabs wider than that are no indents that people make.
constexpr int most_indent = 60;

/// The blanks that stand before a cell's words in the source.
int blanks_before(const document& source, std::size_t begin) {
  const std::string_view all = source.text().source();
  std::size_t at = source.text().start(begin);
  int blanks = 0;
  while (at > 0 && blanks < most_indent) {
    const std::string_view before = all.substr(0, at);
    if (before.ends_with(' ')) {
      ++blanks, --at;
    } else if (before.ends_with("\u3000") || before.ends_with("\u2003")) {
      blanks += 2, at -= 3;
    } else if (before.ends_with("\u00A0")) {
      ++blanks, at -= 2;
    } else {
      break;
    }
  }
  return blanks;
}

/// A cell of a range of the folded text, without blanks at its ends. Tokens are looked for
/// from `token_at` on, which is moved behind them.
cell cell_at(const document& source, std::size_t begin, std::size_t end, std::size_t& token_at) {
  const std::string& all = source.text().text();
  cell one;
  one.begin = begin, one.end = end;
  while (one.begin < one.end && all[one.begin] == ' ') ++one.begin;
  while (one.end > one.begin && all[one.end - 1] == ' ') --one.end;
  const auto& words = source.words().all;
  while (token_at < words.size() && words[token_at].begin < one.begin) ++token_at;
  one.first = token_at;
  while (token_at < words.size() && words[token_at].end <= one.end) ++token_at;
  one.last = token_at;
  return one;
}

row cells_of(const document& source, const block& line) {
  const std::string& all = source.text().text();
  const bool piped = all[line.begin] == '|';
  const char mark = piped ? '|' : '\t';
  row cells;
  std::size_t token_at = line.first;
  for (std::size_t begin = line.begin + (piped ? 1 : 0); begin <= line.end;) {
    const std::size_t end = std::min(all.find(mark, begin), line.end);
    cell one = cell_at(source, begin, end, token_at);
    if (cells.empty() && !one.empty()) one.indent = blanks_before(source, one.begin);
    if (!(piped && end == line.end && one.empty())) cells.push_back(one);
    begin = end + 1;
  }
  return cells;
}

/// |---|---| between the heads and the rest.
bool is_rule(const document& source, const row& cells) {
  bool filled = false;
  for (const cell& c : cells) {
    if (words_of(source, c).find_first_not_of("-: ") != std::string_view::npos) return false;
    filled = filled || !c.empty();
  }
  return filled;
}

/// The place among the columns, or rows, that hold the start of any cell.
std::map<std::size_t, std::size_t> places(const std::vector<placed_cell>& cells,
                                          std::size_t grid_cell::*of) {
  std::map<std::size_t, std::size_t> found;
  for (const placed_cell& each : cells) found.emplace(each.*of, 0);
  std::size_t next = 0;
  for (auto& [number, place] : found) place = next++;
  return found;
}

}  // namespace

std::string_view words_of(const document& source, const cell& c) {
  return std::string_view{source.text().text()}.substr(c.begin, c.end - c.begin);
}

std::string printed(const document& source, const cell& c) {
  return source.text().printed(c.begin, c.end);
}

bool has_number(const document& source, const cell& c) {
  for (std::size_t i = c.first; i < c.last; ++i)
    if (source.words().all[i].is == word::number) return true;
  return false;
}

std::optional<period> span_in(const document& source, const cell& c,
                              const std::optional<period>& report, std::optional<int> year) {
  for (std::size_t i = c.first; i < c.last; ++i) {
    const token& t = source.words().all[i];
    const bool compared = i > c.first && source.words().all[i - 1].is == word::than;  // 比上年增长
    const bool is_base = source.text().text().substr(t.end, 1) == "=";                // 上年=100
    if (t.is != word::period || compared || is_base) continue;
    try {
      if (const auto found = resolve(source.words().spans[t.at], year, report)) return found;
    } catch (const error&) {  // a 13th month is no period
    }
  }
  return std::nullopt;
}

std::optional<period> span_of_cell(const document& source, const cell& c,
                                   const std::optional<period>& report) {
  if (const auto span = span_in(source, c, report)) return span;
  if (const auto year = bare_year(words_of(source, c))) return year_of(*year);
  try {
    return read_period(words_of(source, c));
  } catch (const error&) {
    return std::nullopt;
  }
}

std::size_t end_of_table(const document& source, std::size_t first) {
  const auto& blocks = source.blocks();
  const std::string_view all = source.text().text();
  const auto words = [&](std::size_t i) {
    return all.substr(blocks[i].begin, blocks[i].end - blocks[i].begin);
  };
  const auto width = [&](std::size_t i) { return std::ranges::count(words(i), '\t'); };
  const auto has_number = [&](std::size_t i) {
    const auto& tokens = source.words().all;
    return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(blocks[i].first),
                       tokens.begin() + static_cast<std::ptrdiff_t>(blocks[i].last),
                       [](const token& t) { return t.is == word::number; });
  };
  std::size_t end = first + 1;
  while (end < blocks.size()) {
    const bool groups = blocks[end].is != line_kind::row && end + 1 < blocks.size() &&
                        blocks[end + 1].is == line_kind::row && words(end).size() < 60 &&
                        !has_number(end) && has_number(end + 1) &&
                        width(end + 1) == width(end - 1) && width(end - 1) > 0 &&
                        (has_number(end - 1) || end == first + 1);
    if (blocks[end].is != line_kind::row && !groups) break;
    ++end;
  }
  return end;
}

table_grid grid_of(const document& source, std::size_t first, std::size_t last) {
  table_grid made;
  bool ruled = false;
  for (std::size_t i = first; i < last; ++i) {
    row cells = cells_of(source, source.blocks()[i]);
    if (is_rule(source, cells)) {
      ruled = true;
      continue;
    }
    made.rows.push_back(std::move(cells));
    made.apart.push_back(false);
    made.ruled.push_back(ruled);
    ruled = false;
  }
  return made;
}

table_grid grid_of(const document& source, const placed_grid& placed) {
  table_grid made;
  made.spans = true;
  made.name = placed.name, made.unit = placed.unit;
  const auto rows = places(placed.cells, &grid_cell::row);
  const auto columns = places(placed.cells, &grid_cell::column);
  made.rows.assign(rows.size(), row(columns.size()));
  made.ruled.assign(rows.size(), false);
  std::size_t above = rows.empty() ? 0 : rows.begin()->first;
  for (const auto& [number, place] : rows) made.apart.push_back(number > above + 1), above = number;
  std::size_t token_at = 0;
  const auto& words = source.words().all;
  for (const placed_cell& each : placed.cells) {
    const std::size_t begin = source.text().at(each.start), end = source.text().at(each.end);
    if (token_at == 0)
      token_at = static_cast<std::size_t>(std::ranges::lower_bound(words, begin, {}, &token::begin) -
                                          words.begin());
    cell one = cell_at(source, begin, std::max(begin, end), token_at);
    one.indent = blanks_before(source, one.begin) + 2 * each.indent;
    for (auto r = rows.lower_bound(each.row); r != rows.end() && r->first < each.row + each.rows; ++r)
      for (auto c = columns.lower_bound(each.column);
           c != columns.end() && c->first < each.column + each.columns; ++c) {
        cell& place = made.rows[r->second][c->second];
        if (!place.empty()) continue;
        place = one;
        place.covered = r->first != each.row || c->first != each.column;
      }
  }
  return made;
}

}  // namespace kebi::grammar
