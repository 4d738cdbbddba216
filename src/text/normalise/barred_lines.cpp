#include "text/normalise/barred_lines.hpp"

namespace kebi::grammar {
namespace {

struct bounds_of_line {
  std::size_t begin = 0, end = 0;  // without blanks and the line end
};

/// The line that starts at a place; `next` becomes the start of the one below.
bounds_of_line line_at(std::string_view text, std::size_t begin, std::size_t& next) {
  std::size_t end = text.find('\n', begin);
  if (end == text.npos) end = text.size();
  next = end + 1;
  const auto blank = [&](std::size_t at) {
    return text[at] == ' ' || text[at] == '\r' || text[at] == '\t';
  };
  while (end > begin && blank(end - 1)) --end;
  while (begin < end && blank(begin)) ++begin;
  return {begin, end};
}

/// Lines without an empty one between them.
struct paragraph {
  std::vector<bounds_of_line> lines;
  std::size_t barred = 0, alone = 0;
  bool other_bars = false;  // a row of Markdown
};

void part(std::string_view text, const paragraph& all, std::vector<gap>& gaps) {
  std::size_t first = 0;  // the title above the first cell keeps its lines
  while (first < all.lines.size() && text[all.lines[first].end - 1] != '|') ++first;
  for (std::size_t i = first; i + 1 < all.lines.size(); ++i) {
    const auto& [begin, end] = all.lines[i];
    const auto& below = all.lines[i + 1];
    const bool alone = end == begin + 1 && text[begin] == '|';
    const bool ends_cell = text[end - 1] == '|';
    const bool row_ends = below.end == below.begin + 1 && text[below.begin] == '|';
    if (alone) continue;  // taken with the cell before it, but for its line end
    if (!ends_cell)
      gaps.push_back({end, below.begin, false});  // the cell goes on
    else
      gaps.push_back({end - 1, row_ends ? below.end : below.begin, !row_ends});
  }
  const auto& last = all.lines.back();
  if (last.end > last.begin + 1 && text[last.end - 1] == '|')
    gaps.push_back({last.end - 1, last.end, false});
}

}  // namespace

std::vector<gap> find_barred_lines(std::string_view source) {
  std::vector<gap> gaps;
  if (source.find("\n|\n") == source.npos && source.find("\n|\r\n") == source.npos) return gaps;
  paragraph now;
  const auto close = [&] {
    if (now.alone > 0 && now.barred > 2 && !now.other_bars) part(source, now, gaps);
    now = {};
  };
  for (std::size_t at = 0, next = 0; at <= source.size(); at = next) {
    const bounds_of_line line = line_at(source, at, next);
    if (line.begin == line.end) {
      close();
      continue;
    }
    const std::string_view words = source.substr(line.begin, line.end - line.begin);
    const bool alone = words == "|";
    now.alone += alone;
    now.barred += !alone && words.ends_with('|');
    now.other_bars = now.other_bars || words.substr(0, words.size() - 1).find('|') != words.npos;
    now.lines.push_back(line);
  }
  close();
  return gaps;
}

}  // namespace kebi::grammar
