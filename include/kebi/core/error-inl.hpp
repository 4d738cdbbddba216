#pragma once

#include "kebi/core/config.hpp"
#include "kebi/core/error.hpp"

namespace kebi {

KEBI_INLINE read_error::read_error(place at, std::string complaint)
    : error{"line " + std::to_string(at.line) + ", column " + std::to_string(at.column) + ": " +
            complaint},
      at_{at},
      complaint_{std::move(complaint)} {}

KEBI_INLINE read_error::read_error(place at, const std::string& found, const std::string& expected)
    : read_error{at, "found " + found + ", expected " + expected} {}

KEBI_INLINE read_error read_error::inside(place start) const {
  const bool first_line = at_.line == 1;
  return {
      {start.line + at_.line - 1, first_line ? start.column + at_.column - 1 : at_.column,
       start.offset + at_.offset},
      complaint_
  };
}

KEBI_INLINE std::string in_quotes(std::string_view words) {
  constexpr std::size_t longest = 60;
  std::string shown{words.substr(0, longest)};
  if (words.size() > longest) {
    while (!shown.empty() && (static_cast<unsigned char>(words[shown.size()]) & 0xC0) == 0x80)
      shown.pop_back();
    shown += "...";
  }
  return '"' + shown + '"';
}

}  // namespace kebi
