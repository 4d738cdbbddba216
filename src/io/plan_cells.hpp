#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/io/csv.hpp"

namespace kebi {

/// An indicator as a table names it: numbering, the mark of a part and the
/// outcome's period taken off.
struct row_name {
  std::string indicator;
  bool is_part = false;
  std::optional<period> outcome_period;
  std::string unit;        ///< 亿元 in 固定资产投资(亿元)
  bool is_growth = false;  ///< 地区生产总值增速
};

row_name read_name(std::string_view printed, std::optional<int> year);

/// Takes the unit in brackets behind a name, and the word for growth behind an indicator that the
/// catalogue knows.
void take_measure(row_name& name, const catalogue& known);

/// Reads a cell; a complaint is told from the cell's place in the table.
template <class Read>
auto read_cell(const table_cell& c, const Read& read) {
  try {
    return read(c.text);
  } catch (const read_error& e) {
    throw e.inside(c.at);
  } catch (const error& e) {
    throw read_error{c.at, e.what()};
  }
}

/// Absence in a cell: nothing printed, one of the signs for nothing, or words
/// that say that the figure is not out.
bool is_blank(const table_cell& c);

/// The unit that a cell of a column of units names; empty where it names none, or several.
std::string read_unit(std::string_view cell);

/// A cell as a phrase: its bare numbers have the unit of their column, and a number in brackets is
/// negative.
class cell_phrase {
 public:
  cell_phrase(std::string_view cell, std::string_view unit);

  const std::string& text() const { return text_; }
  /// Gives facts that were read from the phrase the place and the words of the cell.
  void place_in_cell(std::vector<fact>& facts) const;

 private:
  void add(std::string_view words, std::size_t at);

  std::string cell_, text_;
  std::vector<std::size_t> places_;  ///< of each byte of the text in the cell
};

/// Throws for a comma in a number that separates no thousands: 7,5 may be 7.5, or two numbers.
void require_thousands(const table_cell& c);

/// Whether a cell is one bare number: -3.1, 1,234.5.
bool is_bare_number(std::string_view cell);

}  // namespace kebi
