#pragma once

#include <vector>

#include "document.hpp"
#include "sentence.hpp"

namespace kebi::grammar {

/// Reads the facts of all blocks of a document, in their order.
void read_blocks(const document& source, const setting& given, std::vector<fact>& facts);

}  // namespace kebi::grammar
