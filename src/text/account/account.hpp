#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "kebi/text/read_report.hpp"
#include "text/document/document.hpp"

namespace kebi::grammar {

/// A stretch of the folded text whose numbers are no statistics, or could not be read, as its
/// place shows: notes below a table, pages of contents.
struct left_stretch {
  std::size_t begin = 0, end = 0;
  bool passed = true;
  std::string_view reason;
};

/// Lists every number that no fact holds as passed over, with its reason, or as
/// unread, so that each run of digits of the source stands in exactly one item. `unclear` are
/// the tokens of numbers that may be of a profit or of its loss.
void account_for(const document& source, const std::vector<std::size_t>& unclear,
                 const std::vector<left_stretch>& left, reading& result);

}  // namespace kebi::grammar
