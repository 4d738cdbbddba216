#pragma once

#include <vector>

#include "kebi/text/cell_grid.hpp"
#include "text/account/account.hpp"
#include "text/document/document.hpp"
#include "text/report/calendar.hpp"
#include "text/sentence/sentence.hpp"

namespace kebi::grammar {

/// What blocks are read into: facts, the tokens of the numbers that may be of a profit or of its
/// loss, and what of tables is no statistic.
struct block_results {
  std::vector<fact>& facts;
  std::vector<std::size_t>& unclear;
  std::vector<left_stretch>& left;
};

/// Reads the facts of all blocks of a document, in their order. `grids` are the tables whose
/// cells the source has placed.
void read_blocks(const document& source, const setting& given, const calendar& years,
                 const std::vector<placed_grid>& grids, const block_results& into);

}  // namespace kebi::grammar
