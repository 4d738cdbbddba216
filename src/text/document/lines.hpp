#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/normalise/folded.hpp"
#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// What a line of a document is.
enum class line_kind : std::uint8_t {
  blank,
  heading,
  prose,
  row,
  furniture,  ///< of the page and not of the text: 打印本页, 发布时间:2024-01-05
};

/// A line of a folded text, and what it is.
struct line {
  std::size_t begin, end;  ///< without the line end
  line_kind is = line_kind::prose;
  int level = 0;           ///< of a heading (headings.hpp)
  bool goes_on = false;    ///< whether it goes on with the sentence of the last line before
};

/// The lines of a text, with what each is: told by its own signs, and by the lines beside it.
std::vector<line> lines_of(const folded& text, const vocabulary& known);

}  // namespace kebi::grammar
