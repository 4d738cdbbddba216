#pragma once

#include <optional>
#include <string_view>

#include "kebi/core/decimal.hpp"
#include "kebi/indicator/fact.hpp"

namespace kebi::grammar {

/// What the words of a cell of figures are.
enum class cell_words {
  phrase,   ///< words, or a number with words: 增长6%左右
  absent,   ///< .., -, x, c: no figure
  figure,   ///< -1.1, (1.1), 172.8*
  spoilt,   ///< 12,5 and 14..3: no number of the usual form
};

/// A cell of figures that holds a number and no words besides a % and flags.
struct figure_cell {
  cell_words is = cell_words::phrase;
  decimal value;
  bool percent = false;
  bool points = false;            ///< -0.3(百分点)
  std::optional<status> flagged;  ///< 5.2e is an estimate, 5.2f a forecast
};

/// Reads the words of a cell in one form. Parentheses around a number and △ before it are a minus,
/// as in accounts; p, r, *, ① and [1] behind it are flags.
figure_cell read_figure(std::string_view words);

/// Whether a cell is a day: 2024-08-26, 8/26/24.
bool is_date(std::string_view words);

/// The year that a cell is, and no more: 2019.
std::optional<int> bare_year(std::string_view words);

}  // namespace kebi::grammar
