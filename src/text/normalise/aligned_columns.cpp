#include "text/normalise/aligned_columns.hpp"

#include <algorithm>
#include <span>

#include "text/normalise/data_files.hpp"
#include "text/normalise/data_rows.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

struct field {
  std::size_t begin = 0, end = 0;
};

using fields = std::vector<field>;

std::size_t blank_at(std::string_view text) {
  for (const std::string_view blank : {" ", "\u3000", "\u00A0"})
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

/// The words of heads and of values, from data/aligned_tables.tsv.
struct known_cells {
  std::vector<std::string_view> heads, values;

  static const known_cells& all() {
    static const known_cells read = [] {
      known_cells made;
      data_rows rows{detail::text_of_data_file("aligned_tables.tsv")};
      rows.next();  // the heads of the file
      while (rows.next()) (rows[1] == "head" ? made.heads : made.values).push_back(rows[0]);
      return made;
    }();
    return read;
  }
};

/// A heading of a column. Sentences hold some of these words too, but not beside blanks.
bool is_head(std::string_view words) {
  return words.size() <= 48 && std::ranges::any_of(known_cells::all().heads, [&](auto head) {
           return words.find(head) != words.npos;
         });
}

/// A figure, or what stands in a row where none is.
bool is_value(std::string_view words) {
  if (!words.empty() && is_digit(words.front())) return true;
  return std::ranges::any_of(known_cells::all().values,
                             [&](auto start) { return words.starts_with(start); });
}

/// 46 217 and 1 204.5: a number in groups of thousands.
bool is_group(std::string_view before, std::string_view after) {
  const auto digits = [](std::string_view s) { return std::ranges::all_of(s, is_digit); };
  const std::size_t whole = std::min(after.find('.'), after.size());
  return !before.empty() && before.size() <= 3 && digits(before) && before != "0" && whole == 3 &&
         digits(after.substr(0, 3)) && (whole == after.size() || digits(after.substr(4)));
}

class finder {
 public:
  explicit finder(std::string_view source)
      : source_{source}, wide_{source.find("\u3000") != source.npos} {}

  std::vector<gap> run() {
    for (std::size_t at = 0; at < source_.size();) {
      line head = line_at(at);
      at = head.next;
      if (!can_be_head(head)) {
        if (above_.size() == most_heads) above_.erase(above_.begin());
        above_.push_back(std::move(head));
        continue;
      }
      const std::size_t before = gaps_.size();
      if (const std::size_t end = read_table(head)) {
        if (is_formula(head)) part_above(before);
        at = end;
      }
      above_.clear();
    }
    return std::move(gaps_);
  }

 private:
  struct line {
    fields cells;
    std::size_t next = 0;   // the start of the line below
    bool sentence = false;  // its words are no cells
  };

  std::string_view words(const field& f) const { return source_.substr(f.begin, f.end - f.begin); }

  line line_at(std::size_t begin) const {
    const std::size_t end = std::min(source_.find('\n', begin), source_.size());
    const std::string_view all = source_.substr(begin, end - begin);
    line found;
    found.next = std::min(end + 1, source_.size());
    if (all.find(' ') == all.npos && (!wide_ || all.find("\u3000") == all.npos)) {
      if (!all.empty()) found.cells.push_back({begin, end});
      return found;
    }
    found.sentence = all.size() > 400 || all.find_first_of("\t|<") != all.npos ||
                     all.starts_with("# ") || all.starts_with("##") || all.find("。") != all.npos ||
                     all.find("；") != all.npos;
    if (found.sentence) return found;
    for (std::size_t at = begin; at < end;) {
      if (const std::size_t blank = blank_at(source_.substr(at, end - at))) {
        at += blank;
        continue;
      }
      field one{at, at};
      while (one.end < end && blank_at(source_.substr(one.end, end - one.end)) == 0)
        one.end += character(source_.substr(one.end, end - one.end)).size();
      if (words(one) != "\r") found.cells.push_back(one);
      at = one.end;
    }
    return found;
  }

  /// A=B+C: how the columns give each other. Such a row stands below the heads.
  bool is_formula(const line& l) const {
    return std::ranges::any_of(l.cells, [&](const field& f) {
      const std::string_view w = words(f);
      return w.size() > 2 && w[0] >= 'A' && w[0] <= 'Z' && w[1] == '=';
    });
  }

  /// Parts the lines of heads above a row of formulas; its own gaps start at a place. A line of one word,
  /// 地区, belongs to the line below it.
  void part_above(std::size_t place) {
    std::vector<gap> made;
    std::size_t first = 0;
    for (std::size_t i = above_.size(); i-- > first;)
      if (above_[i].sentence || holds_unit(above_[i])) first = i + 1;
    const auto rest = std::span{above_}.subspan(first);
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const fields cells = without_blanks_in_words(rest[i].cells, made);
      for (std::size_t k = 1; k < cells.size(); ++k) made.push_back({cells[k - 1].end, cells[k].begin, true});
      const bool alone = cells.size() == 1 && i + 1 < rest.size() && !rest[i + 1].cells.empty();
      if (alone) made.push_back({cells[0].end, rest[i + 1].cells[0].begin, true});
    }
    std::ranges::sort(made, {}, &gap::begin);
    gaps_.insert(gaps_.begin() + static_cast<std::ptrdiff_t>(place), made.begin(), made.end());
  }

  bool holds_unit(const line& l) const {
    return std::ranges::any_of(l.cells, [&](const field& f) { return words(f).starts_with("单位"); });
  }

  /// Joins 地 区, single characters that stand apart.
  fields without_blanks_in_words(const fields& apart, std::vector<gap>& made) const {
    const fields cells = joined_singles(apart, 1, source_);
    std::size_t k = 0;
    for (const field& one : cells)
      for (; k < apart.size() && apart[k].end <= one.end; ++k)
        if (apart[k].end < one.end) made.push_back({apart[k].end, apart[k + 1].begin, false});
    return cells;
  }

  bool can_be_head(const line& l) const {
    if (l.sentence || l.cells.size() < 3 || l.cells.size() > 30) return false;
    std::size_t heads = 0;
    for (const field& f : l.cells) {
      const std::string_view w = words(f);
      if (is_value(w) && !is_head(w)) return false;
      heads += is_head(w) || character(w).size() == w.size();
    }
    return 2 * heads > l.cells.size();
  }

  /// 指 标: a word of single characters that stand apart, until there are `count` cells.
  static fields joined_singles(fields cells, std::size_t count, std::string_view source) {
    const auto single = [&](const field& f) {
      const std::string_view words = source.substr(f.begin, f.end - f.begin);
      return character(words).size() == words.size();
    };
    std::vector<bool> joined(cells.size());
    for (std::size_t i = 0; i + 1 < cells.size() && cells.size() > count; ++i)
      if (single(cells[i]) && single(cells[i + 1])) join(cells, i), joined[i] = true;
    for (std::size_t i = 0; i + 1 < cells.size() && cells.size() > count;)  // 指 标 名 称
      if (joined[i] && joined[i + 1])
        join(cells, i), joined.erase(joined.begin() + static_cast<std::ptrdiff_t>(i));
      else
        ++i;
    return cells;
  }

  static void join(fields& cells, std::size_t i) {
    cells[i].end = cells[i + 1].end;
    cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }

  /// The cells of the row that starts at a place, `count` of them; none where no row does.
  fields row_at(std::size_t begin, std::size_t count, std::size_t& next) const {
    fields cells;
    for (std::size_t lines = 0; lines < 4 && begin < source_.size(); ++lines) {
      const line more = line_at(begin);
      if (more.sentence || more.cells.empty()) return {};
      if (lines == 0 && more.cells.size() < 2) return {};
      if (cells.empty()) {
        cells = more.cells;
      } else if (const char last = source_[cells.back().end - 1]; is_digit(last) || last == '%') {
        return {};
      } else {  // the last cell goes on in the line below
        cells.back().end = more.cells.front().end;
        cells.insert(cells.end(), more.cells.begin() + 1, more.cells.end());
      }
      for (std::size_t i = 1; i + 1 < cells.size() && cells.size() > count; ++i)
        if (is_group(words(cells[i]), words(cells[i + 1]))) join(cells, i);
      while (cells.size() > count && !is_value(words(cells[0])) && !is_value(words(cells[1])))
        join(cells, 0);
      if (cells.size() > count) return {};
      begin = next = more.next;
      if (cells.size() == count) {
        const bool values = std::any_of(cells.begin() + 1, cells.end(),
                                        [&](const field& f) { return is_value(words(f)); });
        return values ? cells : fields{};
      }
    }
    return {};
  }

  /// Reads the rows below a line of heads; where they end, or 0 where there are none.
  std::size_t read_table(const line& head) {
    // Where single characters stand apart, the row below tells how many cells the heads are;
    // 46 217 makes it look longer than it is.
    std::size_t next = head.next, end = 0;
    const std::size_t below = line_at(head.next).cells.size();
    fields heads = head.cells, first;
    for (const std::size_t count : {below, below - 1, head.cells.size()}) {
      if (!first.empty() || count < 2 || count > head.cells.size()) continue;
      const fields fewer = joined_singles(head.cells, count, source_);
      if (fewer.size() != count) continue;
      first = row_at(head.next, count, next);
      if (!first.empty()) heads = fewer;
    }
    if (first.empty()) return 0;
    part(heads);
    for (fields row = std::move(first); !row.empty(); row = row_at(end, heads.size(), next)) {
      part(row);
      end = behind_rest_of_name(row.back().end, heads.size(), next);
    }
    return end;
  }

  /// 前郭尔罗斯蒙古族自治 23.26 over 县: what is left of a name on a line of its own is a cell more of its row,
  /// and the rows go on behind it.
  std::size_t behind_rest_of_name(std::size_t row_end, std::size_t count, std::size_t next) {
    const line rest = line_at(next);
    std::size_t behind = 0;
    const bool one = !rest.sentence && rest.cells.size() == 1 && words(rest.cells[0]).size() <= 12 &&
                     !is_value(words(rest.cells[0]));
    if (!one || row_at(rest.next, count, behind).empty()) return next;
    gaps_.push_back({row_end, rest.cells[0].begin, true});
    return rest.next;
  }

  /// Marks what stands between cells, and inside them the ends of lines.
  void part(const fields& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) gaps_.push_back({cells[i - 1].end, cells[i].begin, true});
      for (std::size_t at = cells[i].begin; at < cells[i].end;) {
        std::size_t blanks = at;
        while (blanks < cells[i].end && (source_[blanks] == '\n' || source_[blanks] == '\r' ||
                                         blank_at(source_.substr(blanks)) > 0))
          blanks += std::max<std::size_t>(blank_at(source_.substr(blanks)), 1);
        if (blanks > at) gaps_.push_back({at, blanks, false});
        at = blanks > at ? blanks : at + character(source_.substr(at)).size();
      }
    }
  }

  std::string_view source_;
  bool wide_;  // whether the text has full-width blanks
  std::vector<gap> gaps_;
  static constexpr std::size_t most_heads = 4;
  std::vector<line> above_;  // the last lines above that are in no table
};

}  // namespace

std::vector<gap> find_blank_rows(std::string_view source) {
  if (source.find('\n') == source.npos) return {};
  return finder{source}.run();
}

}  // namespace kebi::grammar
