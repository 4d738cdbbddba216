#pragma once

#include <string_view>
#include <vector>

namespace kebi::grammar {

/// A tag or an entity of HTML at the start of a text, and what is read in its place.
struct mark {
  std::size_t length = 0;  ///< bytes; 0 where no mark stands there
  char stands_for = '\0';  ///< nothing for tags that only shape the text
  std::size_t times = 1;
};

/// The mark-up of one text: its cells and rows stay as tabs and line ends. A cell over
/// several columns or rows leaves empty cells, so that columns keep their places.
class markup {
 public:
  /// The tag that a text starts with, of no more than 200 bytes.
  mark tag(std::string_view text);
  /// &nbsp; and the like.
  static mark entity(std::string_view text);
  /// The length of <sup>1</sup>, a note behind a number, at the start of a text; 0 where none stands.
  static std::size_t note_length(std::string_view text);

 private:
  mark open_cell(std::string_view attributes);
  mark close_row();
  std::size_t reached_over() const;

  bool inside_ = false;                              // a cell, in which lines do not end
  std::size_t column_ = 0, columns_ = 1, rows_ = 1;  // of the open cell
  std::vector<std::size_t> rows_left_;  // of cells that reach into rows below, by column
};

}  // namespace kebi::grammar
