#include "cell_breaks.hpp"

#include <algorithm>
#include <string>

#include "utf8.hpp"

namespace kebi::grammar {
namespace {

constexpr std::size_t longest_row = 240;
constexpr std::size_t fewest_cells = 3, fewest_rows = 2;
constexpr std::size_t most_lines_of_row = 3;

/// A word between blanks.
struct field {
  std::size_t begin, end;
};
using fields = std::vector<field>;

std::size_t blank_length(std::string_view text) {
  for (const std::string_view blank : {" ", "　", "\u00A0", "\r"})
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

/// The fields of a line; none for a line that is no row: a long one, a sentence, a marked-up row.
fields fields_of(std::string_view source, std::size_t begin, std::size_t end) {
  if (end - begin > longest_row) return {};
  const std::string_view line = source.substr(begin, end - begin);
  for (const std::string_view sign : {"。", "；", "，", "|", "\t", "<", ";", ", "})
    if (line.find(sign) != std::string_view::npos) return {};
  fields found;
  for (std::size_t at = begin; at < end;) {
    const std::size_t blank = blank_length(source.substr(at));
    if (blank > 0) {
      at += blank;
      continue;
    }
    field one{at, at};
    while (one.end < end && blank_length(source.substr(one.end)) == 0) ++one.end;
    found.push_back(one);
    at = one.end;
  }
  return found;
}

/// One table on its way: what parts its cells.
class finder {
 public:
  explicit finder(std::string_view source) : source_{source} {}

  std::vector<cell_break> run() {
    std::vector<fields> group;  // of lines that may be rows, one behind the other
    for (std::size_t begin = 0; begin < source_.size();) {
      const std::size_t found = source_.find('\n', begin);
      const std::size_t end = found == std::string_view::npos ? source_.size() : found;
      fields line = fields_of(source_, begin, end);
      if (line.empty()) {
        read(group);
        group.clear();
      } else {
        group.push_back(std::move(line));
      }
      begin = end + 1;
    }
    read(group);
    return std::move(breaks_);
  }

 private:
  std::string_view shown(const field& f) const { return source_.substr(f.begin, f.end - f.begin); }

  bool is_single_han(const field& f) const {
    const std::string_view words = shown(f);
    return words.size() == 3 && is_han(code_point(character(words)));
  }

  /// A cell of a figure: 6.8, -12.3, ≥57.3; 2020年 and 1-5月 are none.
  bool is_figure(const field& f) const {
    std::string_view words = shown(f);
    if (words.find("年") != std::string_view::npos || words.find("月") != std::string_view::npos)
      return false;
    while (!words.empty() && !is_digit(words.front())) {
      static constexpr std::string_view signs = "-+≥≤<>〔[−－±";
      const std::string_view one = character(words);
      if (signs.find(one) == std::string_view::npos) return false;
      words.remove_prefix(one.size());
    }
    return !words.empty();
  }

  bool is_thousands(const field& a, const field& b) const {
    const auto digits = [](std::string_view text) {
      return static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
    };
    const std::string_view high = shown(a), low = shown(b);
    return digits(high) == high.size() && high.size() <= 3 && digits(low.substr(0, 3)) == 3 &&
           (low.size() == 3 || low[3] == '.');
  }

  /// Joins the signs of padded names: 指 标, 粮 食.
  fields without_padding(const fields& line) const {
    fields joined;
    for (std::size_t i = 0; i < line.size(); ++i) {
      joined.push_back(line[i]);
      if (i + 1 < line.size() && is_single_han(line[i]) && is_single_han(line[i + 1]))
        joined.back().end = line[++i].end;
    }
    return joined;
  }

  /// Joins thousands until the line has as many cells as the head.
  void join_thousands(fields& line, std::size_t cells) const {
    for (std::size_t i = 1; i < line.size() && line.size() > cells;) {
      if (!is_thousands(line[i - 1], line[i])) {
        ++i;
        continue;
      }
      line[i - 1].end = line[i].end;
      line.erase(line.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  /// The row that starts at a line; how many lines it takes, 0 where it is none.
  std::size_t read_row(const std::vector<fields>& group, std::size_t at, std::size_t cells,
                       fields& row) const {
    row = without_padding(group[at]);
    join_thousands(row, cells);
    std::size_t lines = 1;
    while (row.size() < cells && lines < most_lines_of_row && at + lines < group.size()) {
      const fields next = without_padding(group[at + lines]);
      row.back().end = next.front().end;  // a cell goes on in the next line
      row.insert(row.end(), next.begin() + 1, next.end());
      ++lines;
    }
    return row.size() == cells ? lines : 0;
  }

  void read(const std::vector<fields>& group) {
    std::size_t first = 0;  // line with figures
    while (first < group.size() &&
           std::ranges::none_of(group[first], [&](const field& f) { return is_figure(f); }))
      ++first;
    if (first == 0 || first == group.size()) return;
    // Where the first row goes on in the next line, its head stands one line above.
    for (std::size_t head = first; head-- > 0 && head + 2 >= first;)
      if (read_table(group, head)) return;
  }

  bool read_table(const std::vector<fields>& group, std::size_t head) {
    const fields heads = without_padding(group[head]);
    if (heads.size() < fewest_cells) return false;
    std::vector<fields> rows{heads};
    std::vector<bool> numbered;
    for (std::size_t at = head + 1; at < group.size();) {
      fields row;
      const std::size_t lines = read_row(group, at, heads.size(), row);
      if (lines == 0) break;
      rows.push_back(std::move(row));
      at += lines;
    }
    if (rows.size() < fewest_rows + 1) return false;
    for (const fields& row : rows) part(row);
    return true;
  }

  /// The breaks of one row: between its cells, and inside them.
  void part(const fields& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      for (std::size_t at = row[i].begin; at < row[i].end;) {  // blanks inside a cell
        std::size_t end = at;
        while (end < row[i].end && (source_[end] == '\n' || blank_length(source_.substr(end)) > 0))
          end += source_[end] == '\n' ? 1 : blank_length(source_.substr(end));
        if (end > at) add(at, end, '\0');
        at = std::max(end, at + 1);
      }
      if (i + 1 < row.size()) add(row[i].end, row[i + 1].begin, '\t');
    }
  }

  void add(std::size_t begin, std::size_t end, char stands_for) {
    breaks_.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), stands_for});
  }

  std::string_view source_;
  std::vector<cell_break> breaks_;
};

}  // namespace

std::vector<cell_break> cell_breaks(std::string_view source) {
  if (source.find('\n') == std::string_view::npos) return {};
  return finder{source}.run();
}

}  // namespace kebi::grammar
