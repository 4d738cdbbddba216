#include "text/document/furniture.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// A line without the brackets and marks around it.
std::string_view inside(std::string_view line) {
  constexpr std::string_view marks = "[]()<>|-:· ";
  const std::size_t first = line.find_first_not_of(marks);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(marks) + 1 - first);
}

/// Whether a line is made of digits and of what parts the fields of a date or a time.
bool is_date_or_time(std::string_view line) {
  std::size_t digits = 0, fields = 0;
  bool day = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view one = character(line.substr(at));
    if (is_digit(one.front()))
      ++digits;
    else if (one == "日" || one == "时")
      day = true, ++fields;
    else if (one == "年" || one == "月" || one == "分" || one == "秒" || one == ":" || one == "-" ||
             one == "/")
      ++fields;
    else if (one != " " && one != "T" && one != ".")
      return false;
    at += one.size();
  }
  const bool clock = line.find(':') != std::string_view::npos;
  const bool starts_year = digits >= 6 && line.size() > 4 && is_digit(line[3]);
  return digits > 2 && fields > 1 && (day || clock || (starts_year && fields == 2 && line[4] == '-'));
}

/// 2023-06-27 15:58 阅读人数:1: a line about the page that starts with the day of its publication.
bool starts_with_day(std::string_view line) {
  constexpr std::string_view form = "0000-00-00";
  if (line.size() < form.size() || line.size() > 120 || holds_any(line, {"%", ",", "，"})) return false;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] == '0' ? !is_digit(line[i]) : line[i] != form[i]) return false;
  return line.size() == form.size() || !is_digit(line[form.size()]);
}

/// - 12 -, 第3页, 第3页共20页.
bool is_page_number(std::string_view line) {
  const bool dashed = line.starts_with('-') && line.ends_with('-');
  std::string_view rest = inside(line);
  if (rest.starts_with("第") && line.find("页") != std::string_view::npos && line.size() < 40)
    return true;
  return dashed && !rest.empty() && rest.size() < 5 && std::ranges::all_of(rest, is_digit);
}

/// abcd39f1fb7f426d9dfb6bd0fa1f2146: and addresses.
bool is_code(std::string_view line) {
  if (starts_with_any(line, {"http://", "https://", "www."})) return true;
  const std::string_view rest = inside(line);
  return rest.size() >= 16 && std::ranges::all_of(rest, [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         }) && std::ranges::any_of(rest, is_digit);
}

}  // namespace

bool is_dateline(std::string_view line) {
  while (!line.empty() && (line.front() == '-' || line.front() == '(')) line.remove_prefix(1);
  const std::size_t day = line.substr(0, 40).find("日在");
  return line.size() > 4 && line.size() < 240 && std::ranges::all_of(line.substr(0, 4), is_digit) &&
         line.substr(4).starts_with("年") && day != std::string_view::npos &&
         line.find("。") == std::string_view::npos &&
         holds_any(line, {"会议", "大会", "全会", "代表", "届"});
}

furniture furniture_of(std::string_view line, const vocabulary& known) {
  if (line.empty() || line.size() > 300 || line.find("。") != std::string_view::npos)
    return furniture::none;
  const std::string_view words = inside(line);
  if (words.empty()) return line.front() == '|' ? furniture::none : furniture::line;
  if (known[group::furniture].has(words)) return furniture::line;
  const std::string_view rest = line.substr(static_cast<std::size_t>(words.data() - line.data()));
  if (const listed_word* label = known[group::furniture_label].longest_start_of(words)) {
    const std::string_view behind = rest.substr(label->spelling.size());
    if (behind.starts_with(':'))
      return inside(behind).empty() ? furniture::label : furniture::line;
  }
  return is_date_or_time(line) || starts_with_day(line) || is_page_number(line) || is_code(line) || is_dateline(line)
             ? furniture::line
             : furniture::none;
}

}  // namespace kebi::grammar
