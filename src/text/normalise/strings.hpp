#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "text/normalise/folded.hpp"

namespace kebi::grammar {

/// As the members of the standard library do, but the byte that tells most words apart is
/// looked at first: lists of words are asked for every name of a report.
inline bool ends_with(std::string_view name, std::string_view end) {
  return name.size() >= end.size() && !end.empty() && name.back() == end.back() &&
         name.ends_with(end);
}
inline bool starts_with(std::string_view name, std::string_view start) {
  return name.size() >= start.size() && !start.empty() && name[start.size() - 1] == start.back() &&
         name.starts_with(start);
}

inline bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return ends_with(name, end); });
}
inline bool starts_with_any(std::string_view name, std::initializer_list<std::string_view> starts) {
  return std::ranges::any_of(starts,
                             [&](std::string_view start) { return starts_with(name, start); });
}
inline bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

/// 年度计划 of 年度计划的.
inline std::string without_of(std::string words) {
  if (words.ends_with("的") && words.size() > 3) words.erase(words.size() - 3);
  return words;
}

/// A name in the one form of writing that the lexicon has.
inline std::string simplified_name(std::string_view name) { return folded{name}.text(); }

}  // namespace kebi::grammar
