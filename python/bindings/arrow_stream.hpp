#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "bindings.hpp"

/// The Arrow C data interface, as far as columns of names need it: how polars, pyarrow and
/// pandas show a column without a copy. The layouts are those of its specification.
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

/// Texts of one chunk, whichever of the three layouts they have.
class texts {
 public:
  static bool can_read(std::string_view format) { return format == "u" || format == "U" || format == "vu"; }

  texts(const array& of, std::string_view format) : of_{of}, kind_{format == "u" ? small : format == "U" ? large : views} {}

  bool is_null(std::int64_t i) const {
    if (of_.null_count == 0 || of_.buffers[0] == nullptr) return false;
    const auto* bits = static_cast<const std::uint8_t*>(of_.buffers[0]);
    const std::int64_t at = i + of_.offset;
    return ((bits[at >> 3] >> (at & 7)) & 1) == 0;
  }
  std::string_view operator[](std::int64_t i) const {
    const std::int64_t at = i + of_.offset;
    if (kind_ == views) return view(static_cast<const std::int32_t*>(of_.buffers[1]) + 4 * at);
    const char* const bytes = static_cast<const char*>(of_.buffers[2]);
    return kind_ == small ? between(static_cast<const std::int32_t*>(of_.buffers[1]) + at, bytes)
                          : between(static_cast<const std::int64_t*>(of_.buffers[1]) + at, bytes);
  }

 private:
  enum layout { small, large, views };

  template <class Offset>
  static std::string_view between(const Offset* ends, const char* bytes) {
    return {bytes + ends[0], static_cast<std::size_t>(ends[1] - ends[0])};
  }
  /// A length, then up to 12 bytes of text, or four of them with a buffer and a place in it.
  std::string_view view(const std::int32_t* words) const {
    const auto length = static_cast<std::size_t>(words[0]);
    if (length <= 12) return {reinterpret_cast<const char*>(words + 1), length};
    return {static_cast<const char*>(of_.buffers[2 + words[2]]) + words[3], length};
  }

  const array& of_;
  layout kind_;
};

}  // namespace arrow
