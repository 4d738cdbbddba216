#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/sentence/sentence.hpp"
#include "text/table/table_grid.hpp"

namespace kebi::grammar {

/// A head with those above it, in one form: 债务余额(亿元) over 一般债务.
struct head {
  std::string words, printed;
  std::string region;  ///< where a row of heads says it
  std::string noun;  ///< what it names besides times, units and words for any figure: 一般债务余额
  bool over = false;  ///< whether that stands over a head that says what is measured: 绝对额, 增速
  std::optional<period> span;
};

/// The heads of all columns. A head that stands over several columns is printed in the first of
/// them, where the source does not say how far it reaches; `titled` is the time that the title names.
std::vector<head> merged_heads(const document& source, const std::vector<row>& rows,
                               const setting& given, const std::optional<period>& titled);

/// What most cells of a column are.
enum class cells_hold { nothing, figures, times, places, words };

/// Whether most cells of a column start with a number, alone or with words behind it: 30项.
bool starts_with_numbers(const document& source, const std::vector<row>& body, std::size_t column);

/// Whether the cells of a column number the rows: 1, 2, 3 and so on.
bool counts_rows(const document& source, const std::vector<row>& body, std::size_t column);

cells_hold content_of(const document& source, const std::vector<row>& body, std::size_t column,
                      const std::optional<period>& report);

}  // namespace kebi::grammar
