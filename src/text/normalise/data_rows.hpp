#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "kebi/core/error.hpp"

namespace kebi::grammar {

/// The rows of a tab-separated text, one at a time: `左右\tafter\tabout`. Empty lines and lines
/// that start with "# " are comments. The text must outlive what is read from it.
class data_rows {
 public:
  explicit data_rows(std::string_view text) : text_{text}, rest_{text} {}

  /// Goes to the next row; false where none is left.
  bool next() {
    while (!rest_.empty()) {
      const std::size_t end = rest_.find('\n');
      std::string_view line = rest_.substr(0, end);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty() || line == "#" || line.starts_with("# ")) continue;
      cut(line);
      return true;
    }
    return false;
  }

  std::size_t size() const { return cells_.size(); }
  /// A cell of the row; empty behind its last one.
  std::string_view operator[](std::size_t i) const {
    return i < cells_.size() ? cells_[i] : std::string_view{};
  }
  /// The place of a cell of this row in the text, as messages name it.
  place where(std::size_t i) const {
    const std::string_view cell = cells_[i < cells_.size() ? i : cells_.size() - 1];
    return place_in(text_, static_cast<std::size_t>(cell.data() - text_.data()));
  }

 private:
  void cut(std::string_view line) {
    cells_.clear();
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
      cells_.push_back(line.substr(0, tab));
      line.remove_prefix(tab + 1);
    }
    cells_.push_back(line);
  }

  std::string_view text_, rest_;
  std::vector<std::string_view> cells_;
};

}  // namespace kebi::grammar
