#pragma once

#include <functional>
#include <string>
#include <vector>

#include "text/document/document.hpp"
#include "text/sentence/sentence.hpp"

namespace kebi::grammar {

/// Reads a cell of whole sentences, given by its tokens.
using prose_reader = std::function<void(std::size_t first, std::size_t last, const setting&)>;

/// Reads the rows [first, last) of a document as one table with the line above it
/// as title: target and outcome columns, levels and growth of a bulletin, the
/// columns of a five-year plan.
void read_table(const document& source, std::size_t first, std::size_t last,
                const std::string& title, const setting& given, const prose_reader& prose,
                std::vector<fact>& facts);

}  // namespace kebi::grammar
