#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

/// The Arrow C data interface, as far as columns of names and of figures need it: how polars,
/// pyarrow and pandas show a column without a copy, and how kebi shows its figures to them.
/// The layouts are those of its specification.
namespace arrow {

struct schema {
  const char *format, *name, *metadata;
  std::int64_t flags, n_children;
  schema **children, *dictionary;
  void (*release)(schema*);
  void* private_data;
};

struct array {
  std::int64_t length, null_count, offset, n_buffers, n_children;
  const void** buffers;
  array **children, *dictionary;
  void (*release)(array*);
  void* private_data;
};

struct stream {
  int (*get_schema)(stream*, schema*);
  int (*get_next)(stream*, array*);
  const char* (*get_last_error)(stream*);
  void (*release)(stream*);
  void* private_data;
};

/// Releases what a producer lent.
template <class T>
struct lent : T {
  lent() : T{} {}
  lent(const lent&) = delete;
  lent& operator=(const lent&) = delete;
  ~lent() {
    if (this->release != nullptr) this->release(this);
  }
};

/// Whether a row of an array has nothing.
inline bool is_null(const array& of, std::int64_t i) {
  if (of.null_count == 0 || of.buffers[0] == nullptr) return false;
  const auto* bits = static_cast<const std::uint8_t*>(of.buffers[0]);
  const std::int64_t at = i + of.offset;
  return ((bits[at >> 3] >> (at & 7)) & 1) == 0;
}

/// Texts one after the other, and where each ends.
template <class Offset>
class texts_in_a_row {
 public:
  explicit texts_in_a_row(const array& of)
      : ends_{static_cast<const Offset*>(of.buffers[1]) + of.offset}, bytes_{static_cast<const char*>(of.buffers[2])} {}

  std::string_view operator[](std::int64_t i) const {
    return {bytes_ + ends_[i], static_cast<std::size_t>(ends_[i + 1] - ends_[i])};
  }
  /// How many texts from `i` on are that one again, looked for by blocks: equal texts one
  /// after the other are bytes that equal those one text further on.
  std::int64_t repeated(std::int64_t i, std::int64_t count) const {
    constexpr std::int64_t block = 16;
    const Offset length = ends_[i + 1] - ends_[i];
    const char* const first = bytes_ + ends_[i];
    // Most names in a cycle end in another way, and all bytes need not be compared.
    if (i + 1 == count || ends_[i + 2] - ends_[i + 1] != length || length == 0 ||
        first[2 * length - 1] != first[length - 1] || (*this)[i + 1] != (*this)[i])
      return 1;
    std::int64_t same = 2;
    while (i + same + block <= count) {
      bool even = true;
      for (std::int64_t k = 0; k < block; ++k) even &= ends_[i + same + k + 1] - ends_[i + same + k] == length;
      const char* const from = bytes_ + ends_[i + same];
      if (!even || std::memcmp(from - length, from, static_cast<std::size_t>(block * length)) != 0) break;
      same += block;
    }
    while (i + same < count && ends_[i + same + 1] - ends_[i + same] == length &&
           std::memcmp(bytes_ + ends_[i + same], first, static_cast<std::size_t>(length)) == 0)
      ++same;
    return same;
  }

 private:
  const Offset* ends_;
  const char* bytes_;
};

/// Texts by views: a length, then up to 12 bytes of text, or four of them with a buffer
/// and a place in it.
class viewed_texts {
 public:
  explicit viewed_texts(const array& of)
      : views_{static_cast<const view*>(of.buffers[1]) + of.offset}, buffers_{of.buffers + 2} {}

  std::string_view operator[](std::int64_t i) const {
    const auto length = static_cast<std::size_t>(views_[i].words[0]);
    if (length <= 12) return {reinterpret_cast<const char*>(views_[i].words + 1), length};
    return {static_cast<const char*>(buffers_[views_[i].words[2]]) + views_[i].words[3], length};
  }
  std::int64_t repeated(std::int64_t i, std::int64_t count) const {
    const std::string_view first = (*this)[i];
    const bool is_short = first.size() <= 12;
    std::int64_t same = 1;
    while (i + same < count && (alike(views_[i], views_[i + same]) || (!is_short && (*this)[i + same] == first))) ++same;
    return same;
  }

 private:
  struct view {
    std::int32_t words[4];
  };
  static_assert(sizeof(view) == 16);
  static bool alike(const view& a, const view& b) {
    std::uint64_t x[2], y[2];
    std::memcpy(x, a.words, 16);
    std::memcpy(y, b.words, 16);
    return ((x[0] ^ y[0]) | (x[1] ^ y[1])) == 0;
  }

  const view* views_;
  const void** buffers_;
};

inline bool are_texts(std::string_view format) { return format == "u" || format == "U" || format == "vu"; }

/// Calls `read` with the texts of an array, whichever of the three layouts they have.
template <class Read>
void with_texts(const array& of, std::string_view format, const Read& read) {
  if (format == "vu")
    read(viewed_texts{of});
  else if (format == "u")
    read(texts_in_a_row<std::int32_t>{of});
  else
    read(texts_in_a_row<std::int64_t>{of});
}

}  // namespace arrow
