#pragma once

#include <cstddef>
#include <string_view>

namespace kebi::grammar {

/// The number that the name of a row starts with: 一、, (一), 1.1., or the code of a budget's
/// classification, 2040506—.
struct row_number {
  std::size_t length = 0;  ///< bytes, 0 where a name has none
  int level = 0;           ///< how deep it stands: 1 一、 2 (一) 3 1. 4 (1) and 1.1., then codes by their digits
};

row_number number_of_row(std::string_view name);

}  // namespace kebi::grammar
