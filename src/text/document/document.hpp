#pragma once

#include <string_view>
#include <vector>

#include "text/document/lines.hpp"
#include "text/normalise/folded.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// A stretch of a document: a heading, a paragraph whose line breaks are healed,
/// or a row of a table.
struct block {
  line_kind is = line_kind::prose;
  int level = 0;                    ///< of a heading; 1 is the title (headings.hpp)
  std::size_t begin = 0, end = 0;   ///< bytes of the folded text
  std::size_t first = 0, last = 0;  ///< its tokens
};

/// A text cut into blocks and words.
class document {
 public:
  document(std::string_view source, const vocabulary& known);

  const folded& text() const { return text_; }
  const tokens& words() const { return words_; }
  const std::vector<block>& blocks() const { return blocks_; }

 private:
  folded text_;
  tokens words_;
  std::vector<block> blocks_;
};

}  // namespace kebi::grammar
