#include "text/document/lines.hpp"

#include <algorithm>

#include "text/document/furniture.hpp"
#include "text/document/headings.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// How many # a line starts with.
int marks(std::string_view words) {
  const std::size_t first = std::min(words.find_first_not_of('#'), words.size());
  return static_cast<int>(first);
}

/// # Title, but not #规模以上工业总产值 in a table.
bool is_marked_heading(std::string_view words) {
  const int level = marks(words);
  return level > 0 && level <= 6 && static_cast<std::size_t>(level) < words.size() &&
         words[static_cast<std::size_t>(level)] == ' ';
}

/// 表一 …, 图2 …: short, and no sentence.
bool names_table(std::string_view words) {
  if (words.size() > 120 || words.find("。") != std::string_view::npos) return false;
  if (ends_sentence(words) && !words.ends_with(')') && !words.ends_with(":")) return false;
  return is_caption(words);
}

/// 2024年上半年国民经济运行情况: words that name a document, and end with no sign.
bool is_title(std::string_view words, const vocabulary& known) {
  return words.size() <= 150 && !holds_any(words, {"。", ",", "，", ";", ":", "、"}) &&
         known[group::title_end].ends(words);
}

/// Whether a line is a figure and no more: 98.1, -1.9.
bool is_figure(std::string_view words) {
  return !words.empty() && words.find_first_not_of("0123456789.,+-% ") == std::string_view::npos;
}

/// Tells what lines are, from the first to the last.
class line_reader {
 public:
  line_reader(const folded& text, const vocabulary& known)
      : source_{text}, text_{text.text()}, known_{known} {}

  std::vector<line> run() {
    cut();
    for (line& one : lines_) classify(one);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool marked = lines_[i].is == line_kind::heading && marks(words(lines_[i])) > 0;
      const line* below = marked ? next(i) : nullptr;
      if (below && is_figure(words(*below))) lines_[i].is = line_kind::prose;  // # 食品烟酒 above 98.1, in a table
    }
    mark_titles();
    for (std::size_t i = 0; i < lines_.size(); ++i) relate(i);
    return std::move(lines_);
  }

 private:
  std::string_view shown(const line& one) const {
    return text_.substr(one.begin, one.end - one.begin);
  }
  /// A line behind the blanks before it.
  std::string_view words(const line& one) const {
    const std::string_view all = shown(one);
    return all.substr(std::min(all.find_first_not_of(' '), all.size()));
  }

  void cut() {
    for (std::size_t begin = 0; begin <= text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      lines_.push_back({begin, end});
      longest_ = std::max(longest_, end - begin);
      begin = end + 1;
    }
  }

  /// What a line is by its own signs.
  void classify(line& one) {
    const std::string_view all = words(one);
    if (all.empty()) {
      one.is = line_kind::blank;
    } else if (all.find('\t') != std::string_view::npos || all.front() == '|') {
      one.is = line_kind::row;
      labelled_ = false;
    } else if (is_marked_heading(all)) {
      one = heading(one, marks(all));
    } else if (const furniture found = furniture_of(all, known_); found != furniture::none) {
      one.is = line_kind::furniture;
      labelled_ = found == furniture::label;
    } else if (labelled_ && all.size() <= 60 && !ends_sentence(all)) {
      one.is = line_kind::furniture;  // the name of the source, on a line of its own
      labelled_ = false;
    } else {
      labelled_ = false;
      if (names_table(all)) one = heading(one, 5);
      else if (may_be_heading(all)) one = marked(one, all);
    }
  }

  static line heading(const line& one, int level) {
    return {one.begin, one.end, line_kind::heading, level};
  }

  /// A line that its number, its brackets or its type face make a heading.
  line marked(const line& one, std::string_view all) const {
    if (const int depth = depth_of_number(all); depth > 0 && (!looks_cut(one) || names_section(all, known_)))
      return heading(one, depth);
    if (all.front() == '[' && all.ends_with(']') && all.size() > 8) return heading(one, depth::bare);
    const std::string_view before = source_.source().substr(0, source_.start(one.begin));
    const std::string_view behind = source_.source().substr(source_.end(one.end));
    if (before.ends_with("**") && behind.starts_with("**")) return heading(one, depth::bare);
    if (ends_with_any(before, {"<b>", "<strong>"}) && behind.starts_with("</"))
      return heading(one, depth::bare);
    const bool in_head = before.size() > 3 && before.ends_with('>') && behind.starts_with("</h");
    if (in_head && behind.size() > 3 && is_digit(behind[3])) return heading(one, behind[3] - '0');
    return one;
  }

  /// A line as long as any other of a text whose lines are cut at a width.
  bool looks_cut(const line& one) const {
    return longest_ > 60 && longest_ < 180 && (one.end - one.begin) * 5 > longest_ * 4;
  }

  /// A title among the first lines stands apart from what is below it.
  void mark_titles() {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < lines_.size() && seen < 20; ++i) {
      line& one = lines_[i];
      if (is_any(one.is, line_kind::furniture, line_kind::blank)) continue;
      ++seen;
      const bool apart = i + 1 == lines_.size() || lines_[i + 1].is != line_kind::prose;
      const bool titled = one.is == line_kind::prose && is_title(shown(one), known_) &&
                          !starts_with_any(shown(one), {"年", "月", "日"});
      if (titled && ((apart && seen <= 8) || names_document(shown(one)))) one = heading(one, 1);
    }
  }
  /// Words that end no line of a sentence, whatever stands below it.
  static bool names_document(std::string_view words) {
    return ends_with_any(words, {"工作报告", "统计公报", "的报告", "(草案)", "公报"});
  }

  /// What a line of prose is beside the one before and behind it.
  void relate(std::size_t i) {
    line& one = lines_[i];
    if (one.is == line_kind::blank) return;
    const line* before = last_;
    last_ = &one;
    if (one.is != line_kind::prose) return;
    const bool open = before && before->is == line_kind::prose &&
                      goes_on(words(*before), words(one));
    if (open)
      one.goes_on = true;
    else if (stands_over(one, next(i)))
      one = heading(one, depth::bare);
  }

  const line* next(std::size_t i) const {
    for (++i; i < lines_.size(); ++i)
      if (lines_[i].is != line_kind::blank) return &lines_[i];
    return nullptr;
  }

  /// Whether a line without a number is a heading: by its words, or since it is much shorter than
  /// the lines of the text, which are whole paragraphs or are cut at a width.
  bool stands_over(const line& one, const line* below) const {
    const std::string_view all = words(one);
    if (!below || below->is == line_kind::row || !may_be_heading(all)) return false;
    if (starts_with_any(words(*below), {"是", ":", ",", "，", "、", "。", "为"})) return false;
    if (names_section(all, known_) && all.size() <= 90 && !looks_cut(one)) return true;
    return longest_ >= 240 && all.size() <= 75 && all.size() >= 6 && !ends_sentence(all) &&
           !holds_any(all, {"，", ",", "、", "(", "\"", "《"}) &&
           std::ranges::none_of(all, is_digit) && below->end - below->begin > 2 * all.size();
  }

  /// Whether a line of prose ends inside a sentence that the next one goes on with. Digits that
  /// would meet are two numbers; a line that starts with 1. is an item, with -1.5 it is not.
  static bool goes_on(std::string_view before, std::string_view after) {
    if (!before.empty() && is_digit(before.back()) && !after.empty() && is_digit(after.front()))
      return false;
    if (starts_with_any(after, {"、", ",", "，", "。", ";"}) || before.ends_with("、") ||
        before.ends_with(",") || before.ends_with("，"))
      return true;
    const bool signed_number = after.size() > 1 && after.front() == '-' && is_digit(after[1]);
    return !ends_sentence(before) && (!starts_item(after) || signed_number);
  }

  template <typename Kind, typename... Kinds>
  static bool is_any(Kind one, Kinds... kinds) {
    return ((one == kinds) || ...);
  }

  const folded& source_;
  std::string_view text_;
  const vocabulary& known_;
  std::vector<line> lines_;
  std::size_t longest_ = 0;   // of a line, in bytes
  bool labelled_ = false;     // whether the last line waits for what belongs to its label
  const line* last_ = nullptr;
};

}  // namespace

std::vector<line> lines_of(const folded& text, const vocabulary& known) {
  return line_reader{text, known}.run();
}

}  // namespace kebi::grammar
