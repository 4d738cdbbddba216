#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "kebi/indicator/fact.hpp"
#include "text/report/calendar.hpp"

namespace kebi::grammar {

/// What a part of a report is for, as the words of its heading tell (report/data/sections.tsv).
enum class section : std::uint8_t {
  none,
  review,    ///< 2025年工作回顾
  plan,      ///< 2026年工作安排
  measures,  ///< 下一步: for the rest of the time
  projects,  ///< 民生实事
  problems,
  notes,  ///< 名词解释
  apart,  ///< 附件: what hangs on behind
};

/// What the numbers of a part of a report are, where their sentences do not say otherwise.
struct standing {
  section kind = section::none;
  kebi::status status = kebi::status::actual;
  std::optional<kebi::period> period;
  bool assumed = false;  ///< whether the period is taken from the calendar and not told

  bool several_years() const { return period && !period->in_one_year(); }
};

/// The kind of a part by the last of its words that names one.
section kind_of(std::string_view heading, const vocabulary& known);

/// What stands in a part of the tokens [first, last) that head it, for each time that they name:
/// 2025年和"十四五"时期工作回顾 has two. Empty where they name neither a time nor a kind.
std::vector<standing> standings_of(const document& source, std::size_t first, std::size_t last,
                                   const calendar& years);

/// What is said of a time with words of a kind.
standing standing_of(const period& time, section kind, const calendar& years);

}  // namespace kebi::grammar
