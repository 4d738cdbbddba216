#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "text/names/indicator_names.hpp"
#include "text/normalise/folded.hpp"
#include "text/normalise/strings.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// A read-only cursor over the words of one sentence: what kind of word stands where, and what it
/// shows. It knows no reader and nothing of earlier sentences.
///
/// 全市投资120亿元,同比增长5.2%: the words of the sentence are [first, last). Once 120亿元 is read,
/// `head` stands behind it: only the words from there on may belong to the next number.
struct clause {
  const folded& text;
  const tokens& words;
  std::size_t first, last;
  std::size_t head;

  /// The same sentence, with the words before `begin` used up.
  clause from(std::size_t begin) const { return {text, words, first, last, begin}; }

  const token& at(std::size_t i) const { return words.all[i]; }
  /// `stop` behind the end of the sentence.
  word kind(std::size_t i) const { return i < last ? words.all[i].is : word::stop; }
  /// A word in the one form of writing that the lexicon has.
  std::string_view shown(std::size_t i) const { return shown(piece{at(i).begin, at(i).end}); }
  std::string_view shown(const piece& p) const {
    return std::string_view{text.text()}.substr(p.begin, p.end - p.begin);
  }
  /// The words as the source prints them, without blanks.
  std::string printed(std::size_t i) const { return text.printed(at(i).begin, at(i).end); }
  std::string printed(const piece& p) const { return text.printed(p.begin, p.end); }
  std::string printed(const std::vector<piece>& pieces) const {
    std::string all;
    for (const piece& p : pieces) all += printed(p);
    return all;
  }

  const numeral& number(std::size_t i) const { return words.numbers[at(i).at]; }
  const span_words& span(std::size_t i) const { return words.spans[at(i).at]; }
  std::string_view unit(const numeral& n) const { return shown(piece{n.unit.begin, n.unit.end}); }
};

inline bool has_unit(const numeral& n) { return n.unit.begin != n.unit.end; }

/// Whether a word, a form or a measure is one of some kinds.
template <typename Kind, typename... Kinds>
constexpr bool is_any(Kind one, Kinds... kinds) {
  return ((one == kinds) || ...);
}

/// "十四五"批复的6个基地: the time of what the figure counts, and not of the figure.
inline bool dates_attribute(const clause& c, std::size_t i) {
  return c.span(i).years.last != 0 && c.kind(i + 1) == word::text && c.kind(i + 2) == word::of;
}

/// (2020年不变价), 按2020年价格计算: the time of the prices, and not of the figure.
inline bool dates_prices(const clause& c, std::size_t i) {
  const bool behind = i > c.first && (c.kind(i - 1) == word::open || c.shown(i - 1).ends_with("按"));
  return behind && (c.kind(i + 1) == word::footing ||
                    starts_with_any(c.shown(std::min(i + 1, c.last - 1)), {"不变价", "可比价", "价格"}));
}

/// Whether a part of a sentence ends here: at a comma, a stop, 、 or a bracket.
inline bool ends_clause(const clause& c, std::size_t i) {
  return is_any(c.kind(i), word::comma, word::stop, word::list, word::close);
}

/// The first word of the part of the head that ends before `end`: behind a comma, stop or colon.
inline std::size_t part_start(const clause& c, std::size_t end) {
  while (end > c.head && !is_any(c.kind(end - 1), word::comma, word::stop, word::colon)) --end;
  return end;
}

/// Where the clause of a number starts, behind the last comma of its head outside brackets.
inline std::size_t clause_start(const clause& c, std::size_t number) {
  int depth = 0;
  for (std::size_t i = number; i > c.head; --i) {
    const word is = c.kind(i - 1);
    if (is == word::close) ++depth;
    if (is == word::open) --depth;
    if (depth <= 0 && is_any(is, word::comma, word::stop, word::colon)) return i;
  }
  return c.head;
}

/// Whether a number stands inside brackets that the sentence has opened: 增长5.2%(全省4.8%).
inline bool in_brackets(const clause& c, std::size_t number) {
  for (std::size_t i = number; i > c.first && c.kind(i - 1) != word::stop; --i) {
    if (c.kind(i - 1) == word::close) return false;
    if (c.kind(i - 1) == word::open) return true;
  }
  return false;
}

}  // namespace kebi::grammar
