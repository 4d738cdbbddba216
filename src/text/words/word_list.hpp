#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/normalise/utf8.hpp"

namespace kebi::grammar {

/// A word of a list, and what its row says of it besides: 亏损 and 利润 of a loss and its profit.
struct listed_word {
  std::string_view spelling;
  std::string_view detail;
  int number = 0;  ///< of a detail in digits
};

/// Words that one rule asks for, in the order of their rows.
class word_list {
 public:
  void add(const listed_word& one) {
    if (one.spelling.empty()) return;
    insert(by_first_, code_point(character(one.spelling)));
    insert(by_last_, code_point(last_character(one.spelling)));
    all_.push_back(one);
  }

  /// The first word of the list that a text starts with, or ends with; null where none does.
  const listed_word* start_of(std::string_view text) const {
    for (const place& one : range_of(by_first_, character(text)))
      if (text.starts_with(word(one).spelling)) return &word(one);
    return nullptr;
  }
  const listed_word* end_of(std::string_view text) const {
    for (const place& one : range_of(by_last_, last_character(text)))
      if (text.ends_with(word(one).spelling)) return &word(one);
    return nullptr;
  }
  /// The longest word of the list that a text starts with; null where none does.
  const listed_word* longest_start_of(std::string_view text) const {
    const listed_word* longest = nullptr;
    for (const place& one : range_of(by_first_, character(text)))
      if (text.starts_with(word(one).spelling) &&
          (!longest || word(one).spelling.size() > longest->spelling.size()))
        longest = &word(one);
    return longest;
  }
  /// The word of the list that a text is; null where it is none.
  const listed_word* find(std::string_view text) const {
    for (const place& one : range_of(by_first_, character(text)))
      if (text == word(one).spelling) return &word(one);
    return nullptr;
  }

  bool starts(std::string_view text) const { return start_of(text) != nullptr; }
  bool ends(std::string_view text) const { return end_of(text) != nullptr; }
  bool has(std::string_view text) const { return find(text) != nullptr; }
  /// Whether one of the words stands anywhere in a text.
  bool within(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); at += character_length(text[at]))
      if (starts(text.substr(at))) return true;
    return false;
  }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }

 private:
  /// A word of the list by the character that it starts or ends with.
  struct place {
    char32_t character;
    std::uint32_t at;
  };
  /// The places of one kind, sorted; one bit a character tells most texts from all words.
  struct index {
    std::vector<place> all;
    std::uint64_t bits = 0;
  };

  const listed_word& word(const place& one) const { return all_[one.at]; }
  static std::uint64_t bit(char32_t c) { return std::uint64_t{1} << (c & 63); }

  void insert(index& into, char32_t c) {
    into.bits |= bit(c);
    into.all.insert(std::ranges::upper_bound(into.all, c, {}, &place::character),
                    {c, static_cast<std::uint32_t>(all_.size())});
  }
  static std::span<const place> range_of(const index& in, std::string_view one) {
    const char32_t c = code_point(one);
    if (one.empty() || !(in.bits & bit(c))) return {};
    // A range of std::ranges does not compile with clang 14 over libstdc++ 12.
    const auto from = std::ranges::lower_bound(in.all, c, {}, &place::character);
    const auto end = std::ranges::upper_bound(from, in.all.end(), c, {}, &place::character);
    return {from, end};
  }

  std::vector<listed_word> all_;
  index by_first_, by_last_;
};

/// The word of a list that ends last in a text, and of those the longest; null where none stands in it.
inline const listed_word* last_within(std::string_view text, const word_list& words) {
  const listed_word* last = nullptr;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); at += character_length(text[at])) {
    const listed_word* found = words.longest_start_of(text.substr(at));
    // What starts earlier and ends at the same place is longer.
    if (found && at + found->spelling.size() > end) end = at + found->spelling.size(), last = found;
  }
  return last;
}

}  // namespace kebi::grammar
