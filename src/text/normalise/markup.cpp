#include "text/normalise/markup.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "text/normalise/character_forms.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// More columns or rows than that are no table that people read.
constexpr std::size_t most_cells = 32;

std::size_t length_of_tag(std::string_view text) {
  if (text.size() < 3 || !(is_letter(text[1]) || text[1] == '/' || text[1] == '!')) return 0;
  const std::size_t end = text.substr(0, 200).find('>');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::string name_of_tag(std::string_view body) {
  std::string name;
  for (const char c : body) {
    if (!is_letter(c) && !is_digit(c)) break;
    name += static_cast<char>(c | 0x20);
  }
  return name;
}

/// colspan="2" and rowspan='3'; 1 where the cell says nothing.
std::size_t span_of(std::string_view attributes, std::string_view name) {
  const std::size_t at = attributes.find(name);
  if (at == std::string_view::npos) return 1;
  std::size_t number = 0;
  bool found = false;
  for (const char c : attributes.substr(at + name.size())) {
    if (is_digit(c))
      number = std::min(number * 10 + static_cast<std::size_t>(c - '0'), most_cells), found = true;
    else if (found || (c != '=' && c != '"' && c != '\'' && c != ' '))
      break;
  }
  return std::max<std::size_t>(number, 1);
}

/// &#8722; and &#x2212;: a character by its code point, where its one form is an ASCII sign.
mark numbered_entity(std::string_view text) {
  if (!text.starts_with("&#")) return {};
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const char* const first = text.data() + (hexadecimal ? 3 : 2);
  const char* const last = text.data() + std::min<std::size_t>(text.size(), 10);
  std::uint32_t code = 0;
  const auto [end, problem] = std::from_chars(first, std::max(first, last), code, hexadecimal ? 16 : 10);
  if (problem != std::errc{} || end == text.data() + text.size() || *end != ';') return {};
  const char32_t form = code == 0 || code > 0xFFFF ? U'\0' : forms::all()[code];
  const auto length = static_cast<std::size_t>(end - text.data()) + 1;
  if (form == U'\0' || form >= 0x80 || is_digit(static_cast<char>(form))) return {};
  return {length, static_cast<char>(form), 1};
}

}  // namespace

std::size_t markup::reached_over() const {
  std::size_t columns = 0;
  while (column_ + columns < rows_left_.size() && rows_left_[column_ + columns] > 0) ++columns;
  return columns;
}

mark markup::open_cell(std::string_view attributes) {
  const std::size_t over = reached_over();
  for (std::size_t i = 0; i < over; ++i) --rows_left_[column_ + i];
  column_ += over;
  columns_ = span_of(attributes, "colspan");
  rows_ = span_of(attributes, "rowspan");
  return {0, over > 0 ? '\t' : '\0', over};
}

mark markup::close_row() {
  for (std::size_t i = column_; i < rows_left_.size(); ++i)
    if (rows_left_[i] > 0) --rows_left_[i];
  column_ = 0;
  return {0, '\n', 1};
}

mark markup::tag(std::string_view text) {
  const std::size_t length = length_of_tag(text);
  if (length == 0) return {};
  std::string_view body = text.substr(1, length - 2);
  const bool closes = body.starts_with('/');
  if (closes) body.remove_prefix(1);
  const std::string name = name_of_tag(body);
  mark found;
  if (name == "table") {
    rows_left_.clear();
    column_ = 0;
    inside_ = false;
  } else if (name == "td" || name == "th") {
    inside_ = !closes;
    if (closes) {
      const std::size_t end = std::min(column_ + columns_, most_cells);
      if (rows_ > 1 || !rows_left_.empty()) {
        if (rows_left_.size() < end) rows_left_.resize(end);
        for (std::size_t i = std::min(column_, end); i < end; ++i) rows_left_[i] = rows_ - 1;
      }
      found = {0, '\t', columns_};
      column_ += columns_;
      columns_ = rows_ = 1;
    } else {
      found = open_cell(body);
    }
  } else if (name == "tr" && closes) {
    found = close_row();
    inside_ = false;
  } else if (!inside_ &&
             (name == "br" || (closes && (starts_with_any(name, {"h", "caption"}) || name == "p" ||
                                          name == "li" || name == "div")))) {
    found.stands_for = '\n';
  }
  found.length = length;
  return found;
}

mark markup::entity(std::string_view text) {
  struct entity {
    std::string_view spelling;
    char stands_for;
  };
  static constexpr entity entities[] = {
      {"&nbsp;",   ' '},
      {"&ensp;",   ' '},
      {"&emsp;",   ' '},
      {"&thinsp;", ' '},
      {"&#160;",   ' '},
      {"&#xa0;",   ' '},
      {"&#xA0;",   ' '},
      {"&#12288;", ' '},
      {"&amp;",    '&'},
      {"&quot;",   '"'},
      {"&mdash;",  '-'},
      {"&ndash;",  '-'},
      {"&minus;",  '-'},
      {"&lt;",     '<'},
      {"&gt;",     '>'}
  };
  for (const entity& each : entities)
    if (text.starts_with(each.spelling)) return {each.spelling.size(), each.stands_for, 1};
  return numbered_entity(text);
}

std::size_t markup::note_length(std::string_view text) {
  constexpr std::string_view close = "</sup>";
  constexpr std::size_t longest = 60;  // of <sup class="…">[12]</sup>
  if (!starts_with_any(text, {"<sup>", "<sup "})) return 0;
  const std::size_t end = text.substr(0, longest).find(close);
  return end == std::string_view::npos ? 0 : end + close.size();
}

}  // namespace kebi::grammar
