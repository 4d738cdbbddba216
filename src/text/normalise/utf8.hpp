#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kebi::grammar {

/// The bytes of the character that starts with `first`; 1 for a stray byte.
constexpr std::size_t character_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 1;
}

/// Whether a second byte may follow a first one: no character has two spellings, none is
/// half of a pair of UTF-16 or beyond U+10FFFF (Unicode, table 3-7).
constexpr bool may_follow(char first, char second) {
  const auto lead = static_cast<unsigned char>(first), next = static_cast<unsigned char>(second);
  return next >= (lead == 0xE0   ? 0xA0
                  : lead == 0xF0 ? 0x90
                                 : 0x80) &&
         next <= (lead == 0xED   ? 0x9F
                  : lead == 0xF4 ? 0x8F
                                 : 0xBF);
}

/// As `character`, for characters of any length.
constexpr std::string_view any_character(std::string_view text) {
  if (text.empty()) return text;
  const std::size_t length = character_length(text.front());
  if (length > text.size() || (length > 1 && !may_follow(text[0], text[1])))
    return text.substr(0, 1);
  for (std::size_t i = 2; i < length; ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return text.substr(0, 1);
  return text.substr(0, length);
}

/// The character at the start of a text; one byte of it where it is no UTF-8.
constexpr std::string_view character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  // Most of a Chinese text has three bytes whose second may be any that follows.
  if (text.size() > 2 && byte(0) > 0xE0 && byte(0) < 0xED && (byte(1) & 0xC0) == 0x80 &&
      (byte(2) & 0xC0) == 0x80)
    return text.substr(0, 3);
  if (!text.empty() && byte(0) < 0x80) return text.substr(0, 1);
  return any_character(text);
}

/// The character at the end of a text; one byte of it where it is no UTF-8.
constexpr std::string_view last_character(std::string_view text) {
  for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length) {
    const std::string_view one = text.substr(text.size() - length);
    if ((static_cast<unsigned char>(one.front()) & 0xC0) == 0x80) continue;
    return character(one).size() == length ? one : text.substr(text.size() - 1);
  }
  return text.substr(text.size() - (text.empty() ? 0 : 1));
}

/// The code point of one character; the byte itself where it is no UTF-8.
constexpr char32_t code_point(std::string_view one) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(one[i]); };
  const auto rest = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3F); };
  switch (one.size()) {
    case 2:
      return (static_cast<char32_t>(byte(0) & 0x1F) << 6) | rest(1);
    case 3:
      return (static_cast<char32_t>(byte(0) & 0x0F) << 12) | (rest(1) << 6) | rest(2);
    case 4:
      return (static_cast<char32_t>(byte(0) & 0x07) << 18) | (rest(1) << 12) | (rest(2) << 6) |
             rest(3);
    default:
      return one.empty() ? U'\0' : byte(0);
  }
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace kebi::grammar
