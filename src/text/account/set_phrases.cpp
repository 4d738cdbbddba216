#include "text/account/set_phrases.hpp"

#include <algorithm>
#include <vector>

#include "text/normalise/character_set.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

/// Words with numerals in them, and what they are.
struct set_phrase {
  std::string_view words, reason;
};
constexpr set_phrase phrases[] = {
    {"长三角",          "name" },
    {"珠三角",          "name" },
    {"长江三角洲",    "title"},
    {"一网通办",       "name" },
    {"一带一路",       "name" },
    {"多证合一",       "name" },
    {"一窗受理",       "name" },
    {"第一产业",       "name" },
    {"第二产业",       "name" },
    {"第三产业",       "name" },
    {"第三方",          "name" },
    {"一二三产业",    "name" },
    {"三次产业",       "name" },
    {"四大新兴产业", "name" },
    {"三农",             "name" },
    {"两会",             "name" },
    {"两网",             "name" },
    {"两委",             "name" },
    {"两高",             "name" },
    {"新一代",          "idiom"},
    {"新一轮",          "idiom"},
    {"六个稳",          "idiom"},
    {"六稳",             "idiom"},
    {"六保",             "idiom"},
    {"时间过半",       "idiom"},
    {"任务过半",       "idiom"},
    {"双过半",          "idiom"},
    {"一批",             "other"},
    {"一系列",          "other"},
    {"万亿级",          "other"},
    {"千亿级",          "other"},
    {"百亿级",          "other"},
    {"二次供水",       "name" },
    {"十九大",          "name" },
    {"二十大",          "name" },
    {"十八大",          "name" },
    {"三线一单",       "name" },
    {"三化",             "name" },
    {"一体两翼",       "name" },
    {"两个维护",       "idiom"},
    {"四个意识",       "idiom"},
    {"四个自信",       "idiom"},
    {"三重压力",       "idiom"},
    {"放管服",          "name" },
    {"第一小学",       "name" },
    {"第二小学",       "name" },
    {"第一中学",       "name" },
    {"第二中学",       "name" },
    {"一站式",          "name" },
    {"一件事",          "name" },
};

/// The phrases in the order of their bytes, so that those of one first character stand together.
const std::vector<set_phrase>& sorted_phrases() {
  static const std::vector<set_phrase> all = [] {
    std::vector<set_phrase> sorted(std::begin(phrases), std::end(phrases));
    std::ranges::sort(sorted, {}, &set_phrase::words);
    return sorted;
  }();
  return all;
}

/// The longest set phrase that a text starts with; null where none does.
const set_phrase* longest_phrase(std::string_view text) {
  const auto& all = sorted_phrases();
  const std::string_view first = character(text);
  const set_phrase* found = nullptr;
  for (auto each = std::ranges::lower_bound(all, first, {}, &set_phrase::words);
       each != all.end() && each->words.starts_with(first); ++each)
    if (text.starts_with(each->words)) found = &*each;
  return found;
}

/// The characters that set phrases and counted numerals start with.
const character_set& phrase_starts() {
  static const character_set starts = [] {
    character_set all{U"零一二三四五六七八九十百千万亿两〇第见"};
    for (const set_phrase& each : phrases) all.add(code_point(character(each.words)));
    return all;
  }();
  return starts;
}

/// What counts with a numeral in front of it without being a figure.
struct counted {
  std::string_view word, reason;
};
constexpr counted counted_words[] = {
    {"分钟",    "duration"   },
    {"年行动", "duration"   },
    {"年",       "duration"   },
    {"个月",    "duration"   },
    {"期",       "ordinal"    },
    {"星",       "ordinal"    },
    {"届",       "ordinal"    },
    {"大",       "other"      },
    {"地",       "other"      },
    {"级",       "other"      },
    {"是",       "list_number"},
    {"条",       "title"      },
    {"化",       "name"       },
};
constexpr std::string_view ordinal_words[] = {"次", "届", "批", "轮",   "个",   "期",   "条",
                                              "位", "名", "类", "阶段", "方阵", "季度", "款",
                                              "项", "章", "部", "家",   "代"};

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
std::size_t end_of_counted(const counted& each, std::string_view behind) {
  if (each.word == "年行动") return std::string_view{"年"}.size();
  if (each.word == "大" && behind.size() > 9) return behind.substr(3).starts_with("领域") ? 9 : 3;
  return each.word.size();
}

/// Whether a numeral and what it counts say nothing of themselves: 一级, 一条, 十大.
bool is_no_count(const counted& each, std::string_view text, const leading_numeral& found,
                 bool starts) {
  const bool one = text.starts_with("一");
  if (each.word == "是") return !starts;
  if (each.word == "级") return found.length == 3 && one;
  if (each.word == "大") return found.characters > 1;
  return one && (each.word == "条" || each.word == "化" || each.word == "地");
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
  numbers.pass(open + 1, open + 1 + length, "name");
}

void pass_numeral(ledger& numbers, const std::vector<std::size_t>& quotes, std::size_t at) {
  const std::string_view text = numbers.text();
  const std::string_view rest = text.substr(at);
  const leading_numeral found = numeral_at(rest);
  if (found.characters == 0 || numbers.holds_any(at, at + found.length)) return;
  if (at >= 3 && (is_numeral(text.substr(at - 3, 3)) || text.substr(at - 3, 3) == "第"))
    return;  // inside a numeral
  const std::string_view behind = rest.substr(found.length);
  if (found.ordinal) {
    const auto word = std::ranges::find_if(
        ordinal_words, [&](std::string_view w) { return behind.starts_with(w); });
    const std::size_t counted = word == std::end(ordinal_words) ? 0 : word->size();
    return numbers.pass(at, at + found.length + counted, "ordinal");
  }
  for (const counted& each : counted_words)
    if (behind.starts_with(each.word) && !is_no_count(each, rest, found, starts_clause(text, at)))
      return numbers.pass(at, at + found.length + end_of_counted(each, behind), each.reason);
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

void pass_set_phrases(ledger& numbers) {
  const std::string_view text = numbers.text();
  const std::vector<std::size_t> quotes = opening_quotes(text);
  const character_set& starts = phrase_starts();
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xE0) {
      ++at;
      continue;
    }
    const std::string_view rest = text.substr(at);
    const std::string_view one = character(rest);
    if (const char32_t c = code_point(one); one.size() == 3 && starts.holds(c)) {
      if (const set_phrase* found = longest_phrase(rest))
        numbers.pass(at, at + found->words.size(), found->reason);
      if (rest.starts_with("见表")) pass_table_number(numbers, at);
      if (c == U'第' || is_numeral(one)) pass_numeral(numbers, quotes, at);
    }
    at += one.size();
  }
}

}  // namespace kebi::grammar
