#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// A column of whole numbers of any width, as its frame keeps it. What is done with the numbers is
/// compiled for 32 and for 64 bits; other widths are first made wider.
class whole_numbers {
 public:
  whole_numbers(const void* first, std::size_t size, std::size_t bytes, bool is_signed)
      : first_{first}, size_{size}, bytes_{bytes}, is_signed_{is_signed} {}

  std::size_t size() const { return size_; }

  /// Calls `read` with all rows at once.
  template <class Read>
  auto whole(const Read& read) const {
    if (is_int32()) return read(own<std::int32_t>());
    if (bytes_ == 8) return read(own<std::int64_t>());
    std::vector<std::int64_t> wide(size_);
    widen(0, wide);
    return read(std::span<const std::int64_t>{wide});
  }
  /// Calls `read` with the rows, piece by piece: with a copy in the cache where they are made wider.
  template <class Read>
  void by_pieces(const Read& read) const {
    if (is_int32()) return read(own<std::int32_t>());
    if (bytes_ == 8) return read(own<std::int64_t>());
    constexpr std::size_t in_cache = 16'384;
    std::vector<std::int64_t> wide(std::min(size_, in_cache));
    for (std::size_t first = 0; first < size_; first += wide.size()) {
      const std::span<std::int64_t> piece{wide.data(), std::min(wide.size(), size_ - first)};
      widen(first, piece);
      read(std::span<const std::int64_t>{piece});
    }
  }
  /// Some rows as 64 bits. Unsigned numbers of 64 bits keep their bits.
  void widen(std::size_t first, std::span<std::int64_t> into) const;

 private:
  bool is_int32() const { return bytes_ == 4 && is_signed_; }
  template <class Number>
  std::span<const Number> own() const {
    return {static_cast<const Number*>(first_), size_};
  }

  const void* first_;
  std::size_t size_, bytes_;
  bool is_signed_;
};
