#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kebi::grammar {

/// Writes a character; returns the end of its bytes.
inline char* write_character(char* to, char32_t c) {
  const auto byte = [&](char32_t bits) { *to++ = static_cast<char>(bits); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)),
        byte(0x80 | (c & 0x3F));
  }
  return to;
}

/// A text on its way to one form, with the place in the source that each byte came from.
class folded_bytes {
 public:
  // No sign is longer in its one form than as it stands; only cells of mark-up may be.
  explicit folded_bytes(std::size_t size) : text_(size, '\0'), origin_(size) {}

  std::string_view written() const { return std::string_view{text_}.substr(0, size_); }

  /// The bytes of a character as they stand.
  void copy(std::string_view one, std::size_t from) {
    std::copy(one.begin(), one.end(), to());
    came_from(from, one.size());
  }
  /// Characters of three bytes as they stand.
  void copy_threes(std::string_view all, std::size_t from) {
    std::copy(all.begin(), all.end(), to());
    for (std::size_t i = 0; i < all.size(); ++i)
      origin_[size_ + i] = static_cast<std::uint32_t>(from + i - i % 3);
    size_ += all.size();
  }
  /// A character in its one form.
  void put(char32_t c, std::size_t from) {
    came_from(from, static_cast<std::size_t>(write_character(to(), c) - to()));
  }
  /// A sign of ASCII that stands for what starts at `from`; `left` bytes of the source follow.
  void put(char c, std::size_t from, std::size_t times, std::size_t left) {
    if (const std::size_t least = size_ + times + left; text_.size() < least) {
      text_.resize(2 * least);
      origin_.resize(2 * least);
    }
    std::fill_n(text_.data() + size_, times, c);
    came_from(from, times);
  }

  void finish(std::string& text, std::vector<std::uint32_t>& origin) {
    text_.resize(size_);
    origin_.resize(size_);
    text = std::move(text_);
    origin = std::move(origin_);
  }

 private:
  char* to() { return text_.data() + size_; }
  void came_from(std::size_t from, std::size_t bytes) {
    std::fill_n(origin_.data() + size_, bytes, static_cast<std::uint32_t>(from));
    size_ += bytes;
  }

  std::string text_;
  std::vector<std::uint32_t> origin_;
  std::size_t size_ = 0;  // of what is written
};

}  // namespace kebi::grammar
