#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kebi/core/config.hpp"
#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/report.hpp"
#include "kebi/io/csv.hpp"
#include "kebi/text/lexicon.hpp"

namespace kebi {

/// What a plan's table leaves open: used for rows that do not say it.
struct plan_defaults {
  std::string region;
  std::optional<kebi::period> period;      ///< that the outcomes are about
  const kebi::lexicon* lexicon = nullptr;  ///< the words that are known; the standard ones if null
};

/// Reads a plan with its outcomes from a table, as reports print them: one
/// indicator a row, targets and outcomes as phrases (增长 6.0%-6.5%, 152. 7 亿元).
///
/// Columns, in any order, by the heads of src/io/data/plan_columns.tsv: indicator 指标,
/// target 目标, outcome 完成情况, unit 单位, period 报告期 (of the outcome), target_period
/// 目标期 (else the year of the period), region 地区 and others; titles above the heads
/// give region, period and unit where no column does. A `#` or 其中 before the name makes the row a part of the last row
/// without one; a number before the name is passed over; a period in brackets
/// behind it, as in 外贸出口额(1-5月), is the outcome's.
///
/// Throws `read_error` with line and column for a missing or unknown column, a
/// phrase or period that cannot be read, a unit that does not fit the
/// indicator, and two targets for one figure.
///
/// What is left out (a column of another head, an indicator without figures) is
/// listed in `skipped`, a sentence each.
KEBI_API report read_plan(std::string_view csv, const catalogue& known,
                          const plan_defaults& defaults = {},
                          std::vector<std::string>* skipped = nullptr);
KEBI_API report read_plan(const table& rows, const catalogue& known,
                          const plan_defaults& defaults = {},
                          std::vector<std::string>* skipped = nullptr);

/// Whether a table has the header of a plan's table: it names indicators and their
/// targets, below no more than some title rows; in its first row, outcomes will do.
KEBI_API bool is_plan(const table& rows);

/// Writes the facts of a report as such a table: what is written reads back as
/// the same statements, in the same words. Throws `error` for a fact that no
/// phrase can say: write it as JSON Lines.
KEBI_API std::string write_plan(const report& of, const catalogue& known);

}  // namespace kebi
