// Reading never fails, and accounts for every run of digits once.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "kebi/core/error.hpp"
#include "kebi/text/read_phrase.hpp"
#include "kebi/text/read_report.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool starts_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
    i += length;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const kebi::reading found = kebi::read_report(text);
  const bool whole_characters = is_utf8(text);
  std::vector<std::uint8_t> held(text.size());
  std::size_t last_start = 0, last_end = 0;
  const auto hold = [&](std::size_t start, std::size_t end, bool is_fact) {
    require(start < end && end <= text.size());
    if (whole_characters) require(starts_character(text, start) && starts_character(text, end));
    if (is_fact && start == last_start && end == last_end) return;  // one phrase about several indicators
    for (std::size_t i = start; i < end; ++i) ++held[i];
    if (is_fact) last_start = start, last_end = end;
  };
  for (const auto& each : found.report.facts) hold(each.start, each.end, true);
  for (const auto& each : found.passed) hold(each.start, each.end, false);
  for (const auto& each : found.unread) hold(each.start, each.end, false);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] >= '0' && text[i] <= '9') require(held[i] == 1);

  try {
    for (const auto& each : kebi::read_target(text)) require(each.end <= text.size());
  } catch (const kebi::error&) {
  }
  return 0;
}
