#pragma once

#include <optional>

#include "kebi/text/read_report.hpp"
#include "text/document/document.hpp"

namespace kebi::grammar {

/// The time that a report looks back on, and the year in which it is given. A work report given in
/// January 2026 looks back on 2025: 今年 is 2026 there, 过去五年 2021 to 2025.
struct calendar {
  std::optional<kebi::period> reviewed;
  std::optional<int> now;
  std::optional<kebi::period> ahead;  ///< what a plan is for, where its title says so
  bool now_told = false;              ///< whether a line says when the report was given
  bool told = false;  ///< whether the document or its reader says it

  bool is_yearly() const { return reviewed && is_whole_years(*reviewed); }
  std::optional<int> last_year() const {
    return reviewed ? std::optional{reviewed->last().year()} : std::nullopt;
  }
};

/// What a document and its reader say of its time. `title` is the place of the title among the
/// blocks.
calendar calendar_of(const document& source, const report_context& context);

/// The time that words name, told from a calendar; none where they leave it open.
std::optional<period> resolved(const span_words& span, const calendar& years);

}  // namespace kebi::grammar
