#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/normalise/strings.hpp"

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
    starts_ |= bit_of_start(one.spelling);
    ends_ |= bit_of_end(one.spelling);
    all_.push_back(one);
  }

  /// The first word of the list that a text starts with, or ends with; null where none does.
  const listed_word* start_of(std::string_view text) const {
    if (text.empty() || !(starts_ & bit_of_start(text))) return nullptr;
    return first([&](std::string_view each) { return starts_with(text, each); });
  }
  const listed_word* end_of(std::string_view text) const {
    if (text.empty() || !(ends_ & bit_of_end(text))) return nullptr;
    return first([&](std::string_view each) { return ends_with(text, each); });
  }
  /// The longest word of the list that a text starts with; null where none does.
  const listed_word* longest_start_of(std::string_view text) const {
    const listed_word* longest = nullptr;
    if (text.empty() || !(starts_ & bit_of_start(text))) return nullptr;
    for (const listed_word& each : all_)
      if (starts_with(text, each.spelling) &&
          (!longest || each.spelling.size() > longest->spelling.size()))
        longest = &each;
    return longest;
  }
  /// The word of the list that a text is; null where it is none.
  const listed_word* find(std::string_view text) const {
    if (text.empty() || !(ends_ & bit_of_end(text))) return nullptr;
    return first([&](std::string_view each) { return each == text; });
  }

  bool starts(std::string_view text) const { return start_of(text) != nullptr; }
  bool ends(std::string_view text) const { return end_of(text) != nullptr; }
  bool has(std::string_view text) const { return find(text) != nullptr; }
  /// Whether one of the words stands anywhere in a text.
  bool within(std::string_view text) const {
    return std::ranges::any_of(all_, [&](const listed_word& each) {
      return text.find(each.spelling) != std::string_view::npos;
    });
  }

  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }

 private:
  // One bit for the character that a text starts or ends with tells most texts from all words.
  static std::uint64_t bit_of_start(std::string_view text) {
    const bool chinese = text.size() > 2 && static_cast<unsigned char>(text[0]) >= 0xE0;
    return std::uint64_t{1} << (static_cast<unsigned char>(text[chinese ? 2 : 0]) & 63);
  }
  static std::uint64_t bit_of_end(std::string_view text) {
    return std::uint64_t{1} << (static_cast<unsigned char>(text.back()) & 63);
  }
  template <class Holds>
  const listed_word* first(Holds holds) const {
    const auto found = std::ranges::find_if(all_, holds, &listed_word::spelling);
    return found == all_.end() ? nullptr : &*found;
  }

  std::vector<listed_word> all_;
  std::uint64_t starts_ = 0, ends_ = 0;
};

}  // namespace kebi::grammar
