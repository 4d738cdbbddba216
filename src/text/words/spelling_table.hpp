#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "text/normalise/character_set.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {

/// Values by their member `spelling`: the longest one that a text starts with is found by one
/// look-up of its first character. Of values of one spelling the last one counts.
template <class T>
class spelling_table {
 public:
  explicit spelling_table(std::vector<T> all) : all_{std::move(all)} {
    std::ranges::reverse(all_);
    std::ranges::stable_sort(all_, comes_before);
    const auto is_same = [](const T& a, const T& b) { return a.spelling == b.spelling; };
    all_.erase(std::unique(all_.begin(), all_.end(), is_same), all_.end());
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const std::string_view word = all_[i].spelling;
      std::size_t at = hash(first(word));
      while (slots_[at].character != 0 && slots_[at].character != first(word))
        at = (at + 1) % slots_.size();
      starts_.add(first(word));
      if (slots_[at].character == 0) slots_[at] = {first(word), static_cast<std::uint32_t>(i), 0, static_cast<std::uint32_t>(i)};
      slots_[at].end = static_cast<std::uint32_t>(i + 1);
      second_.push_back(word.size() >= character(word).size() + 3 ? behind_first(word) : 0);
      // Words too short to have a second character stand last.
      if (second_.back() != 0) slots_[at].seconds |= bit(second_.back()), slots_[at].short_ones = slots_[at].end;
    }
  }

  /// The characters that the values start with.
  const character_set& starts() const { return starts_; }

  const T* longest(std::string_view text) const {
    const char32_t c = first(text);
    const std::uint32_t second = behind_first(text);
    for (std::size_t at = hash(c); slots_[at].character != 0; at = (at + 1) % slots_.size()) {
      if (slots_[at].character != c) continue;
      const bool known_second = (slots_[at].seconds & bit(second)) != 0;
      for (std::uint32_t i = known_second ? slots_[at].begin : slots_[at].short_ones; i < slots_[at].end; ++i)
        if ((second_[i] == 0 || second_[i] == second) && text.starts_with(all_[i].spelling))
          return &all_[i];
      return nullptr;
    }
    return nullptr;
  }

 private:
  struct slot {
    char32_t character = 0;
    std::uint32_t begin = 0, end = 0, short_ones = 0;
    std::uint64_t seconds = 0;  // a bit for each second character
  };
  /// By first character, then longest first; equal spellings stand together.
  static bool comes_before(const T& a, const T& b) {
    const char32_t x = first(a.spelling), y = first(b.spelling);
    if (x != y) return x < y;
    if (a.spelling.size() != b.spelling.size()) return a.spelling.size() > b.spelling.size();
    return a.spelling < b.spelling;
  }
  static char32_t first(std::string_view text) { return code_point(character(text)); }
  /// The bytes of the second character, which tell most words apart; 0 for none.
  static std::uint32_t behind_first(std::string_view text) {
    const std::size_t length = character(text).size();
    std::uint32_t bytes = 0;
    for (std::size_t i = 0; i < 3 && length + i < text.size(); ++i)
      bytes = bytes << 8 | static_cast<unsigned char>(text[length + i]);
    return bytes;
  }
  static std::uint64_t bit(std::uint32_t second) { return std::uint64_t{1} << (second & 63); }
  static std::size_t hash(char32_t c) { return (c * 0x9E3779B1u) >> 20 & 4095; }

  std::vector<T> all_;
  std::vector<std::uint32_t> second_;  // of each; 0 where the word is too short to tell
  std::array<slot, 4096> slots_{};
  character_set starts_;
};

}  // namespace kebi::grammar
