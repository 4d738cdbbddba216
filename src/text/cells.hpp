#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document.hpp"

namespace kebi::grammar {

/// A cell of the folded text, with its tokens.
struct cell {
  std::size_t begin = 0, end = 0;
  std::size_t first = 0, last = 0;
  bool empty() const { return begin == end; }
};

/// The cells of a row, and what they say.
class row_cells {
 public:
  row_cells(const document& source, const block& row);

  std::size_t size() const { return cells_.size(); }
  const cell& operator[](std::size_t i) const { return cells_[i]; }

  std::string_view words(std::size_t i) const;
  std::string printed(std::size_t i) const;
  bool has_number(std::size_t i) const;
  /// The first span that a cell names, resolved near `about`.
  std::optional<period> span(std::size_t i, const std::optional<period>& about) const;

  /// Whether it has words and no figures.
  bool is_header() const;
  /// |---|:--|
  bool is_rule() const;

 private:
  const document* source_;
  std::vector<cell> cells_;
};

}  // namespace kebi::grammar
