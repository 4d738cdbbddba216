#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "text/normalise/utf8.hpp"
#include "text/words/word_list.hpp"

namespace kebi::grammar {

/// Where letters, digits and the signs between them end: 1+12+X, G1A-04.
inline std::size_t end_of_name(std::string_view text, std::size_t at,
                               std::string_view joints) {
  const auto in_word = [&](std::size_t i) {
    return i < text.size() && (is_digit(text[i]) || is_letter(text[i]));
  };
  const auto joins = [&](std::size_t i) {
    return i < text.size() && joints.find(text[i]) != joints.npos && in_word(i + 1);
  };
  while (in_word(at) || joins(at)) ++at;
  return at;
}

/// A place in a folded text, and what can be read from there on: words, small numbers, years.
struct word_reader {
  std::string_view text;
  std::size_t at = 0;

  bool skip(std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
  }
  bool skip_any(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
      if (skip(word)) return true;
    return false;
  }
  /// Goes behind the first word of a list that stands here; null where none does.
  const listed_word* skip(const word_list& words) {
    const listed_word* found = words.start_of(text.substr(at));
    if (found) at += found->spelling.size();
    return found;
  }
  bool sees(std::string_view word) const { return text.substr(at).starts_with(word); }
  bool skip_dash() { return skip_any({"-", "至", "到"}); }

  /// One or two Arabic digits that no digit follows, or a numeral up to 十二.
  std::optional<int> small() {
    const std::size_t start = at;
    int number = 0, digits = 0;
    while (at < text.size() && is_digit(text[at]) && digits < 3) {
      number = number * 10 + (text[at++] - '0');
      ++digits;
    }
    if (digits == 1 || digits == 2) return number;
    at = start;
    if (digits == 0) {
      static constexpr std::array<std::string_view, 9> ones{"一", "二", "三", "四", "五",
                                                            "六", "七", "八", "九"};
      int found = skip("十") ? 10 : 0;
      for (std::size_t i = 0; i < ones.size(); ++i)
        if (skip(ones[i])) {
          found += static_cast<int>(i) + 1;
          break;
        }
      if (found > 0) return found;
    }
    at = start;
    return std::nullopt;
  }

  /// A year in four digits.
  std::optional<int> four_digits() {
    if (text.size() < at + 4) return std::nullopt;
    int number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      if (!is_digit(text[at + i])) return std::nullopt;
      number = number * 10 + (text[at + i] - '0');
    }
    if (at + 4 < text.size() && is_digit(text[at + 4])) return std::nullopt;
    at += 4;
    return number;
  }
};

}  // namespace kebi::grammar
