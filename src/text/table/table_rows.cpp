#include "text/table/table_rows.hpp"

#include <algorithm>

#include "kebi/core/error.hpp"

namespace kebi::grammar {
namespace {

row cells_of(const document& source, const block& line) {
  const std::string& all = source.text().text();
  const bool piped = all[line.begin] == '|';
  const char mark = piped ? '|' : '\t';
  row cells;
  std::size_t token_at = line.first;
  for (std::size_t begin = line.begin + (piped ? 1 : 0); begin <= line.end;) {
    const std::size_t end = std::min(all.find(mark, begin), line.end);
    cell one{begin, end, 0, 0};
    while (one.begin < one.end && all[one.begin] == ' ') ++one.begin;
    while (one.end > one.begin && all[one.end - 1] == ' ') --one.end;
    const auto& words = source.words().all;
    while (token_at < line.last && words[token_at].begin < one.begin) ++token_at;
    one.first = token_at;
    while (token_at < line.last && words[token_at].end <= one.end) ++token_at;
    one.last = token_at;
    if (!(piped && end == line.end && one.empty())) cells.push_back(one);
    begin = end + 1;
  }
  return cells;
}

std::size_t filled(const row& cells) {
  return static_cast<std::size_t>(
      std::ranges::count_if(cells, [](const cell& c) { return !c.empty(); }));
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
                              const std::optional<period>& report) {
  for (std::size_t i = c.first; i < c.last; ++i) {
    const token& t = source.words().all[i];
    const bool compared = i > c.first && source.words().all[i - 1].is == word::than;  // 比上年增长
    const bool is_base = source.text().text().substr(t.end, 1) == "=";                // 上年=100
    if (t.is != word::period || compared || is_base) continue;
    try {
      if (const auto found = resolve(source.words().spans[t.at], {}, report)) return found;
    } catch (const error&) {  // a 13th month is no period
    }
  }
  return std::nullopt;
}

table_rows cut_table(const document& source, std::size_t first, std::size_t last) {
  table_rows found;
  std::vector<row> rows;
  std::optional<std::size_t> parted;  // |---|---| below the heads
  for (std::size_t i = first; i < last; ++i) {
    row cells = cells_of(source, source.blocks()[i]);
    const bool parts =
        filled(cells) > 0 && std::ranges::all_of(cells, [&](const cell& c) {
          return words_of(source, c).find_first_not_of("-: ") == std::string_view::npos;
        });
    if (parts && !parted && !rows.empty()) parted = rows.size();
    if (!parts) rows.push_back(std::move(cells));
  }
  std::size_t top = 0;
  const auto has_figures = [&](const row& cells) {  // 指数(上年=100) and 1-本月 are heads
    return std::ranges::any_of(cells, [&](const cell& c) {
      const std::string_view words = words_of(source, c);
      return has_number(source, c) && words.find('(') == words.npos && !words.ends_with("本月");
    });
  };
  const auto tells_unit = [&](const row& cells) {
    return std::ranges::any_of(cells, [&](const cell& c) {
      return words_of(source, c).find("单位:") != std::string_view::npos;
    });
  };
  while (top + 1 < rows.size() && (filled(rows[top]) == 1 || tells_unit(rows[top])) &&
         filled(rows[top + 1]) > 2 && !has_figures(rows[top]) && !has_figures(rows[top + 1]))
    for (const cell& c : rows[top++])
      if (!c.empty()) (found.title += words_of(source, c)) += ' ';
  for (; top < rows.size() && !has_figures(rows[top]) && filled(rows[top]) > 0; ++top) {
    const bool below_another = !found.heads.empty();
    if (below_another && (parted ? top >= *parted : !rows[top].front().empty())) break;
    found.heads.push_back(rows[top]);
  }
  found.body.assign(rows.begin() + static_cast<std::ptrdiff_t>(top), rows.end());
  return found;
}

}  // namespace kebi::grammar
