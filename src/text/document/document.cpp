#include "text/document/document.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

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

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view ends[] = {"。", ";", "!", "?", ":", ".", "。\"", ")"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

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
bool is_title(std::string_view text) {
  return text.size() <= 150 && !holds_any(text, {"。", ",", "，", ";", ":", "、"}) &&
         ends_with_any(text, {"情况", "报告", "公报", "通报", "草案", "概况", "简况", "分析"});
}

}  // namespace

document::document(std::string_view source, const vocabulary& known) : text_{source} {
  std::vector<line> lines;
  {
    const std::string& all = text_.text();
    for (std::size_t begin = 0; begin <= all.size();) {
      std::size_t end = all.find('\n', begin);
      if (end == std::string::npos) end = all.size();
      line one{begin, end};
      std::string_view shown = std::string_view{all}.substr(begin, end - begin);
      while (!shown.empty() && shown.front() == ' ') shown.remove_prefix(1);
      if (shown.empty())
        one.is = line_kind::blank;
      else if (shown.find('\t') != std::string_view::npos || shown.front() == '|')
        one.is = line_kind::row;
      else if (is_marked_heading(shown))
        one.is = line_kind::heading, one.level = heading_level(shown);
      else if (is_bare_heading(shown))
        one.is = line_kind::heading, one.level = 5;
      lines.push_back(one);
      begin = end + 1;
    }
  }

  for (std::size_t i = 0; i < lines.size() && i < 8; ++i) {  // a title stands apart
    const bool apart = i + 1 == lines.size() || lines[i + 1].is == line_kind::blank;
    const std::string_view shown{text_.text().data() + lines[i].begin,
                                 lines[i].end - lines[i].begin};
    if (lines[i].is == line_kind::prose && apart && is_title(shown))
      lines[i].is = line_kind::heading;
  }

  // A line that ends inside a sentence goes on in the next line of prose.
  std::vector<std::uint32_t> dropped;
  const std::string_view all = text_.text();
  std::size_t previous = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].is == line_kind::blank) continue;
    if (previous < lines.size() && lines[i].is == line_kind::prose &&
        lines[previous].is == line_kind::prose) {
      const std::string_view before =
          all.substr(lines[previous].begin, lines[previous].end - lines[previous].begin);
      const std::string_view after = all.substr(lines[i].begin, lines[i].end - lines[i].begin);
      const bool joins_signs = starts_with_any(after, {"、", ",", "，", "。", ";"}) ||
                               before.ends_with("、") || before.ends_with(",") ||
                               before.ends_with("，");
      const bool signed_number = after.size() > 1 && after.front() == '-' && is_digit(after[1]);
      const bool digits_meet =
          !before.empty() && is_digit(before.back()) && !after.empty() && is_digit(after.front());
      if ((joins_signs || (!ends_sentence(before) && (!starts_item(after) || signed_number))) &&
          !digits_meet)
        for (std::size_t at = lines[previous].end; at < lines[i].begin; ++at)
          dropped.push_back(static_cast<std::uint32_t>(at));
    }
    previous = i;
  }
  text_.drop(dropped);

  const std::string& healed = text_.text();
  for (std::size_t begin = 0; begin < healed.size();) {
    std::size_t end = healed.find('\n', begin);
    if (end == std::string::npos) end = healed.size();
    const std::string_view shown = std::string_view{healed}.substr(begin, end - begin);
    if (!shown.empty()) {
      block one;
      one.begin = begin;
      one.end = end;
      if (shown.find('\t') != std::string_view::npos || shown.front() == '|')
        one.is = line_kind::row;
      else if (is_marked_heading(shown))
        one.is = line_kind::heading, one.level = heading_level(shown);
      else if (is_bare_heading(shown))
        one.is = line_kind::heading, one.level = 5;
      blocks_.push_back(one);
    }
    begin = end + 1;
  }

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
