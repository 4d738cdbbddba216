#include <algorithm>

#include "text/normalise/aligned_columns.hpp"

namespace kebi::grammar {
namespace {

constexpr std::string_view blanks[] = {" ", "\r", "\u3000", "\u00A0"};

std::string_view trimmed(std::string_view words) {
  for (bool cutting = true; cutting;) {
    cutting = false;
    for (const std::string_view blank : blanks) {
      if (words.starts_with(blank)) words.remove_prefix(blank.size()), cutting = true;
      if (words.ends_with(blank)) words.remove_suffix(blank.size()), cutting = true;
    }
  }
  return words;
}

/// A line of a source: words, a tab alone, or nothing.
struct line {
  std::size_t begin = 0, end = 0;
  bool tab = false, empty = false;
};

line line_at(std::string_view source, std::size_t begin) {
  line found{begin, std::min(source.find('\n', begin), source.size())};
  const std::string_view words = trimmed(source.substr(begin, found.end - begin));
  found.empty = words.empty();
  if (found.empty) return found;
  found.tab = words == "\t";
  found.begin = static_cast<std::size_t>(words.data() - source.data());
  found.end = found.begin + words.size();
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
