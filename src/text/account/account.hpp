#pragma once

#include <vector>

#include "kebi/text/read_report.hpp"
#include "text/document/document.hpp"

namespace kebi::grammar {

/// Lists every number that no fact holds as passed over, with its reason, or as
/// unread, so that each run of digits of the source stands in exactly one item. `unclear` are
/// the tokens of numbers that may be of a profit or of its loss.
void account_for(const document& source, const std::vector<std::size_t>& unclear, reading& result);

}  // namespace kebi::grammar
