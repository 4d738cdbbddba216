#pragma once

#include <cstdint>
#include <string_view>

#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// Where a page says something of itself, and not of the subject.
enum class furniture : std::uint8_t {
  none,
  line,   ///< 打印本页, 发布时间:2024-01-05, -12-
  label,  ///< 来源: what belongs to it stands on the next line
};

/// What of a page a line of a folded text is: navigation, publication time and source, page
/// numbers, clock times, addresses, and where and when a report was given:
/// --2024年1月26日在甲省人民代表大会会议上.
furniture furniture_of(std::string_view line, const vocabulary& known);

/// Whether a line says when and where a report was given.
bool is_dateline(std::string_view line);

}  // namespace kebi::grammar
