#pragma once

#include <bitset>
#include <string_view>

#include "text/normalise/utf8.hpp"

namespace kebi::grammar {

/// A set of characters of the basic plane, asked for each character of a text.
class character_set {
 public:
  constexpr character_set() = default;
  /// The characters of a text, or the first ones of some words.
  explicit character_set(std::u32string_view characters) {
    for (const char32_t c : characters) add(c);
  }
  void add(char32_t c) {
    if (c < 0x10000) bits_.set(c);
  }
  bool holds(char32_t c) const { return c < 0x10000 && bits_.test(c); }

 private:
  std::bitset<0x10000> bits_;
};

}  // namespace kebi::grammar
