#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <string_view>

/// A name as a key. Its first and last eight bytes are compared as numbers, and of most names
/// these are all. `width` is that of its characters; equal texts of Python have one width.
class name_key {
 public:
  explicit name_key(std::string_view text, int width = 1) : text_{text}, width_{width} {
    const std::size_t size = text.size();
    if (size >= 8) {
      head_ = read<std::uint64_t>(0);
      tail_ = read<std::uint64_t>(size - 8);
    } else if (size >= 4) {
      head_ = read<std::uint32_t>(0);
      tail_ = read<std::uint32_t>(size - 4);
    } else {
      for (const char each : text) head_ = head_ << 8 | static_cast<unsigned char>(each);
    }
  }
  std::string_view text() const { return text_; }
  std::size_t hash() const {
    const std::uint64_t ends = (head_ * 0x9E3779B97F4A7C15u ^ tail_) * 0xC2B2AE3D27D4EB4Fu;
    const auto mixed = static_cast<std::size_t>(ends ^ ends >> 29) + text_.size();
    return text_.size() <= 16 ? mixed : mixed ^ std::hash<std::string_view>{}(text_);
  }
  friend bool operator==(const name_key& a, const name_key& b) {
    const std::uint64_t others = (a.head_ ^ b.head_) | (a.tail_ ^ b.tail_) | (a.text_.size() ^ b.text_.size()) |
                                 static_cast<std::uint64_t>(a.width_ ^ b.width_);
    return others == 0 && (a.text_.size() <= 16 || a.text_ == b.text_);
  }

 private:
  template <class Number>
  Number read(std::size_t at) const {
    Number number;
    std::memcpy(&number, text_.data() + at, sizeof number);
    return number;
  }

  std::uint64_t head_ = 0, tail_ = 0;
  std::string_view text_;
  int width_;
};

struct hash_of_name {
  std::size_t operator()(const name_key& key) const { return key.hash(); }
};
