#pragma once

#include <array>

namespace kebi::grammar {

/// The one form of each character: full-width signs as ASCII, one dash, one kind of
/// quote, simplified characters; nothing for signs that are not read at all.
class forms {
 public:
  static const forms& all();
  /// What stands for a byte that is no UTF-8: it keeps the place, not the byte.
  static constexpr char32_t stray = U'\x1A';

  /// Signs beyond the basic plane stand for themselves.
  char32_t operator[](char32_t c) const { return c < of_.size() ? of_[c] : c; }

 private:
  forms();
  std::array<char16_t, 0x10000> of_;
};

}  // namespace kebi::grammar
