#pragma once

#include <functional>
#include <string>
#include <vector>

#include "text/account/account.hpp"
#include "text/document/document.hpp"
#include "text/sentence/sentence.hpp"
#include "text/table/table_grid.hpp"

namespace kebi::grammar {

/// Reads a cell of whole sentences, given by its tokens.
using prose_reader = std::function<void(std::size_t first, std::size_t last, const setting&)>;

/// What a table is read into: facts, and what of its numbers is none.
struct table_results {
  std::vector<fact>& facts;
  std::vector<left_stretch>& left;
};

/// Reads a grid with the line above it as title, one table below another: target and outcome
/// columns, levels and growth of a bulletin, places by years, the columns of a five-year plan.
void read_table(const document& source, const table_grid& grid, const std::string& title,
                const setting& given, const prose_reader& prose, const table_results& into);

}  // namespace kebi::grammar
