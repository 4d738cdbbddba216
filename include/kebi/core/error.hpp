#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "kebi/core/config.hpp"

namespace kebi {

/// Whatever the library refuses, it refuses with one of these: a sentence that
/// says what was asked, why that cannot be, and where there is one, the way out.
class KEBI_API error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Where something stands in an input. Lines and columns count from 1, columns
/// in characters; `offset` counts bytes from 0.
struct place {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t offset = 0;

  friend bool operator==(const place&, const place&) = default;
};

/// The place of a byte of a UTF-8 text.
constexpr place place_in(std::string_view text, std::size_t offset) {
  place at{1, 1, offset};
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++at.line;
      at.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++at.column;
    }
  }
  return at;
}

/// An input that could not be read: where, what was found, what could have
/// stood there.
class KEBI_API read_error : public error {
 public:
  read_error(place at, std::string complaint);
  read_error(place at, const std::string& found, const std::string& expected);

  const place& at() const noexcept { return at_; }
  const std::string& complaint() const noexcept { return complaint_; }

  /// The same complaint, from a larger text in which the input starts at `start`.
  read_error inside(place start) const;

 private:
  place at_;
  std::string complaint_;
};

/// Words of an input as an error shows them: in quotes, cut where they are long.
std::string in_quotes(std::string_view words);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/core/error-inl.hpp"
#endif
