#include <algorithm>

#include "text/normalise/aligned_columns.hpp"

namespace kebi::grammar {
namespace {

constexpr std::string_view blanks = " \r\u3000\u00A0";

/// A line of a source: words, a tab alone, or nothing.
struct line {
  std::size_t begin = 0, end = 0;
  bool tab = false, empty = false;
};

line line_at(std::string_view source, std::size_t begin) {
  line found{begin, std::min(source.find('\n', begin), source.size())};
  std::string_view words = source.substr(begin, found.end - begin);
  const std::size_t first = words.find_first_not_of(blanks);
  found.empty = first == words.npos;
  if (found.empty) return found;
  const std::size_t last = words.find_last_not_of(blanks);
  found.tab = first == last && words[first] == '\t';
  found.begin += first;
  found.end = begin + last + 1;
  return found;
}

/// Adds the gaps of lines that stand together, if there are cells among them.
void add_row(const std::vector<line>& lines, std::vector<gap>& gaps) {
  if (std::ranges::none_of(lines, &line::tab)) return;
  const line* before = nullptr;
  bool parts = false;
  for (const line& one : lines) {
    if (one.tab) {
      parts = true;
      continue;
    }
    if (before) gaps.push_back({before->end, one.begin, parts});
    before = &one;
    parts = false;
  }
}

}  // namespace

std::vector<gap> find_cells_on_lines(std::string_view source) {
  std::vector<gap> gaps;
  if (source.find("\n\t\n") == source.npos && source.find("\n\t\r\n") == source.npos) return gaps;
  constexpr int between_rows = 3;  // empty lines
  std::vector<line> together;
  int empty = 0;
  for (std::size_t at = 0; at < source.size();) {
    const line one = line_at(source, at);
    at = std::min(source.find('\n', at), source.size() - 1) + 1;
    if (one.empty) {
      ++empty;
      continue;
    }
    if (empty >= between_rows) {
      add_row(together, gaps);
      together.clear();
    }
    empty = 0;
    together.push_back(one);
  }
  add_row(together, gaps);
  return gaps;
}

}  // namespace kebi::grammar
