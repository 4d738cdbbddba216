#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/core/error.hpp"

namespace kebi::grammar {

/// A text in one form of writing: full-width signs as ASCII, one dash, one kind
/// of quote, simplified characters, and without the blanks that extraction
/// leaves beside Chinese characters and inside numbers. It keeps where each
/// byte came from.
class folded {
 public:
  /// The source must outlive it.
  explicit folded(std::string_view source);

  /// Takes single bytes (line ends inside a sentence) out of the folded text.
  void drop(const std::vector<std::uint32_t>& places);

  /// A stretch of the source that is no text: a tag of mark-up with digits in it.
  struct aside {
    std::uint32_t start, end;
  };
  const std::vector<aside>& asides() const { return asides_; }

  const std::string& text() const { return text_; }
  std::string_view source() const { return source_; }

  /// The place in the source of a folded byte, and of the end of a folded range.
  std::size_t start(std::size_t at) const {
    return at < origin_.size() ? origin_[at] : source_.size();
  }
  std::size_t end(std::size_t at) const;
  /// The first folded byte that came from a place in the source or from behind it.
  std::size_t at(std::size_t start) const;

  /// The words of a folded range as the source prints them, without blanks.
  std::string printed(std::size_t begin, std::size_t end) const;
  /// The same with the source's blanks.
  std::string_view in_quotes(std::size_t begin, std::size_t end) const;

 private:
  std::string_view source_;
  std::string text_;
  std::vector<std::uint32_t> origin_;  // of each byte of text_
  std::vector<aside> asides_;
};

}  // namespace kebi::grammar
