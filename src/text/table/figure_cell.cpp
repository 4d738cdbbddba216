#include "text/table/figure_cell.hpp"

#include <algorithm>
#include <cstdint>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// Cuts a start off a text; whether it stood there.
bool cut(std::string_view& from, std::string_view start) {
  if (!from.starts_with(start)) return false;
  from.remove_prefix(start.size());
  return true;
}

bool is_no_figure(std::string_view words) {
  static constexpr std::string_view marks[] = {"x", "X", "c", "C", "n.a.", "na", "NA", "N/A", "n/a",
                                               "×", "z", "u", ":", "无"};
  return words.find_first_not_of("-./ ") == words.npos || words == "…" || words == "……" ||
         words == "·" || std::ranges::find(marks, words) != std::end(marks);
}

/// The flag at the start of a text: its length, 0 where none stands.
std::size_t flag_length(std::string_view rest, std::optional<status>& flagged) {
  const char first = rest.front();
  if (first == '*' || first == '#' || first == '+' || first == ' ') return 1;
  if (first == '[' || first == '(') {  // [1], (p), [注1]
    const std::size_t close = rest.find(first == '[' ? ']' : ')');
    const bool note = close != rest.npos && close <= 6 && close > 1;
    if (note && is_digit(rest[1]) && first == '(') return 0;
    if (note && close == 2) {
      if (rest[1] == 'e') flagged = status::estimate;
      if (rest[1] == 'f') flagged = status::forecast;
    }
    return note ? close + 1 : 0;
  }
  const std::string_view letters = "prebsuvdf";
  if (letters.find(first) != letters.npos && (rest.size() == 1 || !is_letter(rest[1]))) {
    if (first == 'e') flagged = status::estimate;
    if (first == 'f') flagged = status::forecast;
    return 1;
  }
  const std::string_view one = character(rest);
  const char32_t c = code_point(one);
  const bool raised = (c >= U'\u2070' && c <= U'\u2079') || c == U'\u00B9' || c == U'\u00B2' ||
                      c == U'\u00B3' || c == U'†' || c == U'‡' || c == U'※';
  return raised || (c >= U'①' && c <= U'⑳') ? one.size() : 0;
}

/// Digits with a point and marks of thousands at the start of a text.
struct scanned_digits {
  std::int64_t digits = 0;
  int decimals = 0;
  std::size_t length = 0;
  bool spoilt = false;
};

scanned_digits scan(std::string_view text) {
  scanned_digits found;
  int count = 0, since_comma = -1;
  bool point = false;
  for (; found.length < text.size(); ++found.length) {
    const char c = text[found.length];
    if (is_digit(c)) {
      if (++count > decimal::most_digits) found.spoilt = true;
      if (!found.spoilt) found.digits = found.digits * 10 + (c - '0');
      if (point) ++found.decimals;
      if (since_comma >= 0 && !point) ++since_comma;
    } else if (c == ',') {
      const bool fits = since_comma < 0 ? count >= 1 && count <= 3 : since_comma == 3;
      if (point || !fits) found.spoilt = true;
      since_comma = 0;
    } else if (c == '.') {
      if (point || (since_comma >= 0 && since_comma != 3)) found.spoilt = true;
      point = true;
    } else {
      break;
    }
  }
  const bool ends_open = found.length > 0 && !is_digit(text[found.length - 1]);
  if ((since_comma >= 0 && since_comma != 3) || ends_open || count == 0) found.spoilt = true;
  return found;
}

}  // namespace

figure_cell read_figure(std::string_view words) {
  figure_cell found;
  while (words.ends_with(' ')) words.remove_suffix(1);
  if (is_no_figure(words)) {
    found.is = cell_words::absent;
    return found;
  }
  std::string_view rest = words;
  while (cut(rest, "*") || cut(rest, " ")) {
  }
  bool minus = false, inside = false;
  if (cut(rest, "(")) minus = inside = true;
  if (cut(rest, "△") || cut(rest, "▼") || cut(rest, "↓")) minus = true;
  if (cut(rest, "-")) minus = true;
  else cut(rest, "+");
  while (cut(rest, " ")) {
  }
  if (rest.empty() || !(is_digit(rest.front()) || rest.front() == '.')) return found;
  const scanned_digits digits = scan(rest);
  rest.remove_prefix(digits.length);
  found.percent = cut(rest, "%");
  found.points = cut(rest, "(百分点)") || cut(rest, "(个百分点)");
  if (inside && !cut(rest, ")")) return found;
  if (inside) found.percent = cut(rest, "%") || found.percent;
  while (!rest.empty()) {
    const std::size_t length = flag_length(rest, found.flagged);
    if (length == 0) return found;  // words
    rest.remove_prefix(length);
  }
  found.is = digits.spoilt ? cell_words::spoilt : cell_words::figure;
  if (!digits.spoilt) found.value = decimal{minus ? -digits.digits : digits.digits, digits.decimals};
  return found;
}

bool is_date(std::string_view words) {
  std::size_t parts = 0;
  char sign = 0;
  while (!words.empty()) {
    const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
    if (digits == 0 || digits > 4) return false;
    ++parts;
    words.remove_prefix(digits);
    if (words.empty()) break;
    if ((words.front() != '-' && words.front() != '/') || (sign && sign != words.front())) return false;
    sign = words.front();
    words.remove_prefix(1);
  }
  return parts == 3;
}

std::optional<int> bare_year(std::string_view words) {
  if (words.size() != 4 || !std::ranges::all_of(words, is_digit)) return std::nullopt;
  int year = 0;
  for (const char digit : words) year = 10 * year + (digit - '0');
  return year >= 1900 && year <= 2100 ? std::optional{year} : std::nullopt;
}

}  // namespace kebi::grammar
