#include "text/account/set_phrases.hpp"

#include <algorithm>
#include <vector>

#include "text/normalise/character_set.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

/// The characters that set phrases and counted numerals start with.
character_set phrase_starts(const vocabulary& known) {
  character_set all{U"零一二三四五六七八九十百千万亿两〇第见"};
  for (const listed_word& each : known[group::set_phrase])
    all.add(code_point(character(each.spelling)));
  return all;
}

/// The numeral that a text starts with.
struct leading_numeral {
  bool ordinal = false;        // 第三
  std::size_t length = 0;      // in bytes, 第 included
  std::size_t characters = 0;  // without 第
};

leading_numeral numeral_at(std::string_view text) {
  leading_numeral found;
  found.ordinal = text.starts_with("第");
  found.length = found.ordinal ? 3 : 0;
  while (found.length < text.size() && found.characters < 5) {
    const std::string_view next = character(text.substr(found.length));
    if (!is_numeral(next) && !(found.ordinal && is_digit(next.front()))) break;
    found.length += next.size();
    ++found.characters;
  }
  return found;
}

bool starts_clause(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  return before == '\n' || before == ';' || before == '"' || text.substr(0, at).ends_with("。");
}

/// Where a counted word ends behind its numeral: 四大 takes the noun that follows in.
std::size_t end_of_counted(const listed_word& each, std::string_view behind) {
  if (each.spelling == "年行动") return std::string_view{"年"}.size();
  if (each.spelling == "大" && behind.size() > 9) return behind.substr(3).starts_with("领域") ? 9 : 3;
  return each.spelling.size();
}

/// Whether a numeral and what it counts say nothing of themselves: 一级, 一条, 十大.
bool is_no_count(const listed_word& each, std::string_view text, const leading_numeral& found,
                 bool starts) {
  const bool one = text.starts_with("一");
  if (each.spelling == "是") return !starts;
  if (each.spelling == "级") return found.length == 3 && one;
  if (each.spelling == "大") return found.characters > 1;
  return one && (each.spelling == "条" || each.spelling == "化" || each.spelling == "地");
}

/// The quotation marks that open, counted in pairs from the start of their line.
std::vector<std::size_t> opening_quotes(std::string_view text) {
  std::vector<std::size_t> found;
  std::size_t last = 0;
  bool inside = false;
  for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
    if (text.substr(last, at - last).find('\n') != std::string_view::npos) inside = false;
    if (!inside) found.push_back(at);
    inside = !inside;
    last = at + 1;
  }
  return found;
}

/// A numeral between quotes close by is part of a name: passes what stands between them.
void pass_quoted(ledger& numbers, const std::vector<std::size_t>& quotes, std::size_t at) {
  const auto next = std::ranges::lower_bound(quotes, at);
  if (next == quotes.begin() || at - *std::prev(next) > 12) return;
  const std::size_t open = *std::prev(next);
  const std::string_view inside = numbers.text().substr(open + 1, 30);
  const std::size_t length = inside.find('"');
  if (length == std::string_view::npos || open + 1 + length < at || open + 1 + length - at > 18)
    return;
  if (holds_any(inside.substr(0, length), {"。", ","})) return;
  const bool counts = inside.substr(0, length).starts_with(numbers.text().substr(at, 3)) &&
                      starts_with_any(numbers.text().substr(at + 3), {"个", "项", "大"});
  numbers.pass(open + 1, open + 1 + length, counts ? "idiom" : "name");  // "两个确立"
}

void pass_numeral(ledger& numbers, const std::vector<std::size_t>& quotes, std::size_t at,
                  const vocabulary& known) {
  const std::string_view text = numbers.text();
  const std::string_view rest = text.substr(at);
  const leading_numeral found = numeral_at(rest);
  if (found.characters == 0 || numbers.holds_any(at, at + found.length)) return;
  if (at >= 3 && (is_numeral(text.substr(at - 3, 3)) || text.substr(at - 3, 3) == "第"))
    return;  // inside a numeral
  const std::string_view behind = rest.substr(found.length);
  if (found.ordinal) {
    const listed_word* counts = known[group::ordinal].start_of(behind);
    const std::size_t counted = counts ? counts->spelling.size() : 0;
    return numbers.pass(at, at + found.length + counted, "ordinal");
  }
  if (found.characters == 4 && behind.starts_with("年"))  // 二〇一九年
    return numbers.pass(at, at + found.length + 3, "date");
  for (const listed_word& each : known[group::counted])
    if (behind.starts_with(each.spelling) && !is_no_count(each, rest, found, starts_clause(text, at)))
      return numbers.pass(at, at + found.length + end_of_counted(each, behind), each.detail);
  pass_quoted(numbers, quotes, at);
}

/// 见表一: the number of a table.
void pass_table_number(ledger& numbers, std::size_t at) {
  const std::size_t table = at + std::string_view{"见"}.size();
  const std::string_view number = character(numbers.text().substr(at).substr(6));
  if (is_numeral(number) || (!number.empty() && is_digit(number.front())))
    numbers.pass(table, table + 3 + number.size(), "list_number");
}

}  // namespace

void pass_set_phrases(ledger& numbers, const vocabulary& known) {
  const std::string_view text = numbers.text();
  const std::vector<std::size_t> quotes = opening_quotes(text);
  const character_set starts = phrase_starts(known);
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xE0) {
      ++at;
      continue;
    }
    const std::string_view rest = text.substr(at);
    const std::string_view one = character(rest);
    if (const char32_t c = code_point(one); one.size() == 3 && starts.holds(c)) {
      if (const listed_word* found = known[group::set_phrase].longest_start_of(rest))
        numbers.pass(at, at + found->spelling.size(), found->detail);
      if (rest.starts_with("见表")) pass_table_number(numbers, at);
      if (c == U'第' || is_numeral(one)) pass_numeral(numbers, quotes, at, known);
    }
    at += one.size();
  }
}

}  // namespace kebi::grammar
