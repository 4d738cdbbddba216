#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kebi::grammar {

/// Blanks or a line end between the cells of a table as text extraction leaves it, and the sign
/// that they stand for: a tab between two cells, nothing inside one.
struct cell_break {
  std::uint32_t begin, end;
  char stands_for;
};

/// Finds tables whose cells are parted by blanks alone: a line of heads, and at least two lines of
/// as many cells behind it, with figures. Rows that go on in the next line are healed, blanks
/// inside a name (粮 食) and between thousands (46 217) part no cells. In the order of the text.
std::vector<cell_break> cell_breaks(std::string_view source);

}  // namespace kebi::grammar
