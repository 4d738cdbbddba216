#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kebi/text/read_report.hpp"

namespace kebi::test {

/// How many bytes the character at a place takes; 1 where no character of UTF-8 starts.
inline std::size_t length_of_character(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(at), next = byte(at + 1);
  if (lead >= 0xC2 && lead < 0xE0) return follows(at + 1) ? 2 : 1;
  if (lead >= 0xE0 && lead < 0xF0) {
    const bool is_one = lead == 0xE0 ? next >= 0xA0 : lead != 0xED || next < 0xA0;
    return is_one && follows(at + 1) && follows(at + 2) ? 3 : 1;
  }
  if (lead >= 0xF0 && lead < 0xF5) {
    const bool is_one = lead == 0xF0 ? next >= 0x90 : lead != 0xF4 || next < 0x90;
    return is_one && follows(at + 1) && follows(at + 2) && follows(at + 3) ? 4 : 1;
  }
  return 1;
}

/// Which promise of `read_report` a reading of a text breaks, as a sentence; empty where it
/// keeps them: every item lies inside the text on character boundaries and quotes it, and
/// every digit stands in one item.
inline std::string broken_promise(std::string_view text, const reading& found) {
  std::vector<int> held(text.size());
  std::vector<bool> parts(text.size() + 1);  // whether a character starts or the text ends
  for (std::size_t at = 0; at < text.size(); at += length_of_character(text, at)) parts[at] = true;
  parts[text.size()] = true;
  std::string broken;
  std::size_t last_start = 0, last_end = 0;
  const auto hold = [&](std::string_view quoted, std::size_t start, std::size_t end, bool is_fact) {
    const std::string place = std::to_string(start) + " to " + std::to_string(end);
    if (start >= end || end > text.size()) return void(broken = "no range of the text: " + place);
    if (!parts[start] || !parts[end]) broken = "an item ends inside a character: " + place;
    if (quoted != text.substr(start, end - start))
      broken = "an item does not quote its place: " + place;
    // Facts of one phrase about several indicators share their place.
    if (is_fact && start == last_start && end == last_end) return;
    for (std::size_t i = start; i < end; ++i) ++held[i];
    if (is_fact) last_start = start, last_end = end;
  };
  for (const fact& each : found.report.facts) hold(each.text, each.start, each.end, true);
  for (const passed& each : found.passed) hold(each.text, each.start, each.end, false);
  for (const unread& each : found.unread) hold(each.text, each.start, each.end, false);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] >= '0' && text[i] <= '9' && held[i] != 1)
      broken =
          "the digit at " + std::to_string(i) + " stands in " + std::to_string(held[i]) + " items";
  return broken;
}

}  // namespace kebi::test
