#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/period/period.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// What stands before the unit of a table.
inline constexpr std::string_view unit_sign = "单位:";

/// What all figures of a table are, by the words above it: in % (单位:%), growth (各县市规模工业增速(%)), shares of a
/// whole (三次产业构成(%)), indices (上年=100), sums since the start of the year (累计), planned (2031年预算汇总表); `fiscal` of a
/// budget that says neither planned nor carried out.
struct title_kind {
  bool percent = false, grows = false, shares = false, index = false;
  bool to_date = false, planned = false, fiscal = false;
};

/// What the lines above a table say of all its figures.
struct table_title : title_kind {
  std::optional<period> span;
  std::vector<std::string> units;  ///< 单位:亿元、个, without %
  std::string indicator;           ///< 财政收入 of 各乡镇财政收入完成情况
  std::string level;               ///< 市本级: whose budget it is
};

/// The words above a table, in one form.
struct title_words {
  std::string own;     ///< of its own title, else of the line above it
  std::string around;  ///< what else speaks of all of it: the line above, the name of its sheet

  std::string all() const { return own + ' ' + around; }
};

/// Reads the words above a table.
table_title read_title(const title_words& title, const std::optional<period>& report,
                       const catalogue* catalogued, const vocabulary& known);

/// The units that words name: 单位:亿元、%.
void take_units(table_title& to, std::string_view words, const vocabulary& known);

/// The first time that a title names.
std::optional<period> span_of_title(const std::string& words, const std::optional<period>& report,
                                    const vocabulary& known);

/// The unit of a title for a column; money is not counted by 数. Empty where it is open.
std::string unit_for(const std::vector<std::string>& units, std::string_view noun);

/// Whether a line above a table goes on from the line above it: 单位:亿元, (2019年1-6月).
bool goes_with_title(std::string_view line);

}  // namespace kebi::grammar
