#pragma once

#include <vector>

#include "text/document/document.hpp"
#include "text/report/calendar.hpp"
#include "text/sentence/sentence.hpp"

namespace kebi::grammar {

/// Reads the facts of all blocks of a document, in their order. `unclear` gets the tokens of the
/// numbers that may be of a profit or of its loss.
void read_blocks(const document& source, const setting& opening, const calendar& years,
                 std::vector<fact>& facts, std::vector<std::size_t>& unclear);

}  // namespace kebi::grammar
