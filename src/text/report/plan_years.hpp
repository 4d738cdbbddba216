#pragma once

#include <optional>

#include "text/document/document.hpp"

namespace kebi::grammar {

/// A year that a text tells by its place in a five-year plan.
struct year_in_plan {
  int year = 0;
  bool is_now = false;  ///< 今年是…, as against 过去一年是…
};

/// 2021 of 今年是“十四五”开局之年, 2025 of 过去一年是“十四五”收官之年; none where the opening of a text says nothing like it.
std::optional<year_in_plan> year_in_plan_of(const document& source);

}  // namespace kebi::grammar
