#include <algorithm>
#include <map>

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

/// How many cells lines that stand together make; 1 where no tab parts them.
std::size_t cells_of(const std::vector<line>& lines) {
  std::size_t count = 0;
  bool parts = true;
  for (const line& one : lines) {
    count += parts && !one.tab;
    parts = one.tab;
  }
  return count;
}

/// Adds the gaps of lines that make a row.
void add_row(const std::vector<line>& lines, std::vector<gap>& gaps) {
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

/// Lines that stand together, between several empty ones.
std::vector<std::vector<line>> groups_of(std::string_view source) {
  constexpr int between_rows = 3;  // empty lines
  std::vector<std::vector<line>> groups(1);
  int empty = 0;
  for (std::size_t at = 0; at < source.size();) {
    const line one = line_at(source, at);
    at = std::min(source.find('\n', at), source.size() - 1) + 1;
    if (one.empty) {
      ++empty;
      continue;
    }
    if (empty >= between_rows) groups.emplace_back();
    empty = 0;
    groups.back().push_back(one);
  }
  return groups;
}

}  // namespace

std::vector<gap> find_cells_on_lines(std::string_view source) {
  std::vector<gap> gaps;
  if (source.find("\n\t\n") == source.npos && source.find("\n\t\r\n") == source.npos) return gaps;
  const std::vector<std::vector<line>> groups = groups_of(source);
  std::map<std::size_t, int> rows;  // by their cells: a stray tab makes no table
  for (const auto& each : groups) ++rows[cells_of(each)];
  for (const auto& each : groups)
    if (const std::size_t cells = cells_of(each); cells > 1 && rows[cells] > 1) add_row(each, gaps);
  return gaps;
}

}  // namespace kebi::grammar
