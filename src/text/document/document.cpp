#include "text/document/document.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// A line of a text, and what it is.
struct line {
  std::size_t begin, end;  // without the line end
  line_kind is = line_kind::prose;
  int level = 0;
};

/// 一、 (一) 1、 1. and bullets: what starts a paragraph of its own.
bool starts_item(std::string_view text) {
  if (starts_with_any(text, {"- ", "* ", "+ ", "·", "[", "注:", "附", "-- "})) return true;
  std::string_view rest = text;
  const bool open = rest.starts_with('(');
  if (open) rest.remove_prefix(1);
  std::size_t numerals = 0;
  while (!rest.empty() && numerals < 4) {
    const std::string_view one = character(rest);
    if (!(is_digit(one.front())) &&
        std::string_view{"一二三四五六七八九十"}.find(one) == std::string_view::npos)
      break;
    rest.remove_prefix(one.size());
    ++numerals;
  }
  if (numerals == 0) return false;
  if (open) return rest.starts_with(')');
  if (starts_with_any(rest, {"、", ")"})) return true;
  // 1.增加值, but not 1.5亿元
  return is_digit(text.front()) && rest.starts_with('.') && rest.size() > 1 && !is_digit(rest[1]);
}

/// A sign that ends a sentence, or a bracket or colon behind which a new line starts.
bool ends_sentence(std::string_view text) {
  static constexpr std::string_view ends[] = {"。", ";", "!", "?", ":", ".", "。\"", ")"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

/// How many # a line starts with.
int heading_level(std::string_view text) {
  int level = 0;
  while (level < static_cast<int>(text.size()) && text[static_cast<std::size_t>(level)] == '#')
    ++level;
  return level;
}

/// #  Title, but not #规模以上工业总产值 in a table.
bool is_marked_heading(std::string_view text) {
  const int level = heading_level(text);
  return level > 0 && level <= 6 && static_cast<std::size_t>(level) < text.size() &&
         text[static_cast<std::size_t>(level)] == ' ';
}

/// 一、…, (一)… and 表一 …: short, and no sentence.
bool is_bare_heading(std::string_view text) {
  if (text.size() > 120 || text.empty()) return false;
  if (ends_sentence(text) && !text.ends_with(')') && !text.ends_with(":")) return false;
  if (text.find("。") != std::string_view::npos) return false;
  if (text.starts_with("表") && text.size() > 6)
    return starts_item(text.substr(3)) || std::string_view{"一二三四五六七八九123456789"}.find(
                                              character(text.substr(3))) != std::string_view::npos;
  return false;
}

/// 2024年上半年国民经济运行情况: words that name a document, and end with no sign.
bool is_title(std::string_view text, const vocabulary& known) {
  return text.size() <= 150 && !holds_any(text, {"。", ",", "，", ";", ":", "、"}) &&
         known[group::title_end].ends(text);
}

/// The lines of a text, not classified yet.
std::vector<line> lines_of(std::string_view text) {
  std::vector<line> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back({begin, end});
    begin = end + 1;
  }
  return lines;
}

std::string_view shown(std::string_view text, const line& one) {
  return text.substr(one.begin, one.end - one.begin);
}

/// Tells what a line is by its own signs.
void classify(line& one, std::string_view words) {
  if (words.empty()) {
    one.is = line_kind::blank;
  } else if (words.find('\t') != std::string_view::npos || words.front() == '|') {
    one.is = line_kind::row;
  } else if (is_marked_heading(words)) {
    one.is = line_kind::heading;
    one.level = heading_level(words);
  } else if (is_bare_heading(words)) {
    one.is = line_kind::heading;
    one.level = 5;
  }
}

/// A title among the first lines stands apart from what is below it.
void mark_titles(std::vector<line>& lines, std::string_view text, const vocabulary& known) {
  for (std::size_t i = 0; i < lines.size() && i < 8; ++i) {
    const bool apart = i + 1 == lines.size() || lines[i + 1].is == line_kind::blank;
    if (lines[i].is == line_kind::prose && apart && is_title(shown(text, lines[i]), known))
      lines[i].is = line_kind::heading;
  }
}

/// Whether a line of prose ends inside a sentence that the next one goes on with. Digits that
/// would meet are two numbers; a line that starts with 1. is an item, with -1.5 it is not.
bool goes_on(std::string_view before, std::string_view after) {
  if (!before.empty() && is_digit(before.back()) && !after.empty() && is_digit(after.front()))
    return false;
  if (starts_with_any(after, {"、", ",", "，", "。", ";"}) || before.ends_with("、") ||
      before.ends_with(",") || before.ends_with("，"))
    return true;
  const bool signed_number = after.size() > 1 && after.front() == '-' && is_digit(after[1]);
  return !ends_sentence(before) && (!starts_item(after) || signed_number);
}

/// The line ends inside sentences, as extraction from other formats leaves them.
std::vector<std::uint32_t> breaks_of_sentences(std::string_view text, const vocabulary& known) {
  std::vector<line> lines = lines_of(text);
  for (line& one : lines) {
    const std::string_view words = shown(text, one);
    classify(one, words.substr(std::min(words.find_first_not_of(' '), words.size())));
  }
  mark_titles(lines, text, known);
  std::vector<std::uint32_t> breaks;
  const line* before = nullptr;
  for (const line& one : lines) {
    if (one.is == line_kind::blank) continue;
    if (before && one.is == line_kind::prose && before->is == line_kind::prose &&
        goes_on(shown(text, *before), shown(text, one)))
      for (std::size_t at = before->end; at < one.begin; ++at)
        breaks.push_back(static_cast<std::uint32_t>(at));
    before = &one;
  }
  return breaks;
}

/// The lines of a text without breaks inside sentences that are not empty.
std::vector<block> blocks_of(std::string_view text) {
  std::vector<block> blocks;
  for (line one : lines_of(text)) {
    if (one.begin == one.end) continue;
    classify(one, shown(text, one));
    blocks.push_back({one.is, one.level, one.begin, one.end});
  }
  return blocks;
}

}  // namespace

document::document(std::string_view source, const vocabulary& known) : text_{source} {
  text_.drop(breaks_of_sentences(text_.text(), known));
  blocks_ = blocks_of(text_.text());
  words_ = tokenize(text_, known);
  std::size_t at = 0;
  for (block& one : blocks_) {
    while (at < words_.all.size() && words_.all[at].begin < one.begin) ++at;
    one.first = at;
    while (at < words_.all.size() && words_.all[at].begin < one.end) ++at;
    one.last = at;
  }
}

}  // namespace kebi::grammar
