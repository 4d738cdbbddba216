#pragma once

#include <optional>
#include <string_view>

#include "kebi/core/decimal.hpp"

namespace kebi {

/// A number found at the start of a text, and how many bytes it takes.
struct scanned_decimal {
  decimal value;
  std::size_t length;
};

namespace detail {

/// Steps over the signs that a number is written with, in ASCII or full width.
struct number_scanner {
  std::string_view text;
  std::size_t at = 0;

  constexpr bool skip(std::string_view sign) {
    if (!text.substr(at).starts_with(sign)) return false;
    at += sign.size();
    return true;
  }
  constexpr bool skip_any(std::initializer_list<std::string_view> signs) {
    for (const std::string_view sign : signs)
      if (skip(sign)) return true;
    return false;
  }
  /// Blanks that extraction leaves inside numbers: space, no-break, thin, ideographic.
  constexpr bool skip_blanks() {
    const std::size_t start = at;
    while (skip_any({" ", "\xC2\xA0", "\xE2\x80\x89", "\xE3\x80\x80"})) {
    }
    return at != start;
  }
  /// The next digit, ASCII or full width (U+FF10 to U+FF19), or -1.
  constexpr int digit() {
    if (at < text.size() && text[at] >= '0' && text[at] <= '9') return text[at++] - '0';
    if (text.substr(at).starts_with("\xEF\xBC") && at + 2 < text.size()) {
      const auto last = static_cast<unsigned char>(text[at + 2]);
      if (last >= 0x90 && last <= 0x99) {
        at += 3;
        return last - 0x90;
      }
    }
    return -1;
  }
  constexpr bool at_digit() const {
    number_scanner ahead = *this;
    return ahead.digit() >= 0;
  }
  /// Three digits and no fourth, as after a thousands mark.
  constexpr bool at_group() const {
    number_scanner ahead = *this;
    for (int i = 0; i < 3; ++i)
      if (ahead.digit() < 0) return false;
    return !ahead.at_digit();
  }
};

}  // namespace detail

/// Reads the number that `text` starts with: an optional sign, digits with
/// thousands marks, a point and decimals, in ASCII or full width. Blanks that
/// text extraction leaves are passed over: after the sign, around the point
/// (`33. 5`) and between groups of three digits (`33 323`). Throws `error` when
/// the number is too large for any statistic.
constexpr std::optional<scanned_decimal> scan_decimal(std::string_view text) {
  detail::number_scanner in{text};
  const bool minus = in.skip_any({"-", "\xE2\x88\x92", "\xEF\xBC\x8D"});
  if (minus || in.skip_any({"+", "\xEF\xBC\x8B"})) in.skip_blanks();
  if (!in.at_digit()) return std::nullopt;

  std::int64_t digits = 0;
  int decimals = 0;
  const auto take_digits = [&] {
    int count = 0;
    for (int next = in.digit(); next >= 0; next = in.digit(), ++count) {
      if (digits >= detail::power_of_ten(decimal::most_digits - 1))
        throw error{"a number of more than 17 digits is too large for any statistic"};
      digits = digits * 10 + next;
    }
    return count;
  };

  int group = take_digits();
  while (group <= 3) {  // 33,323 and 33 323
    detail::number_scanner ahead = in;
    if (!ahead.skip(",") && !ahead.skip_blanks()) break;
    if (!ahead.at_group()) break;
    in = ahead;
    group = take_digits();
  }

  detail::number_scanner ahead = in;
  ahead.skip_blanks();
  if (ahead.skip_any({".", "\xEF\xBC\x8E"})) {
    ahead.skip_blanks();
    if (ahead.at_digit()) {
      in = ahead;
      decimals = take_digits();
    }
  }
  return scanned_decimal{decimal{minus ? -digits : digits, decimals}, in.at};
}

/// Reads a text that is one number and nothing else. Throws `read_error`.
constexpr decimal read_decimal(std::string_view text) {
  detail::number_scanner start{text};
  start.skip_blanks();
  const std::string_view body = text.substr(start.at);
  const auto found = scan_decimal(body);
  if (!found)
    throw read_error{place_in(text, start.at), body.empty() ? "nothing" : in_quotes(body),
                     "a number such as 172.8"};
  detail::number_scanner rest{body, found->length};
  rest.skip_blanks();
  if (rest.at != body.size())
    throw read_error{place_in(text, start.at + rest.at), in_quotes(body.substr(rest.at)),
                     "the end of the number " + to_string(found->value)};
  return found->value;
}

namespace literals {
/// 172.8_p is the number as printed: one decimal, good to 0.05.
constexpr decimal operator""_p(const char* printed) { return read_decimal(printed); }
}  // namespace literals

}  // namespace kebi
