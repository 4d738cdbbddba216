#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kebi/text/cell_grid.hpp"
#include "text/document/document.hpp"

namespace kebi::grammar {

/// The first span with its year in the titles and heads of grids: what the months in the heads of
/// the others are of.
std::optional<period> period_of_grids(const document& source,
                                      const std::vector<placed_grid>& grids);

/// The year, or the month, that the name of a file holds: bulletin-2025-03.xlsx.
std::optional<period> period_of_file(std::string_view name, const vocabulary& known);

}  // namespace kebi::grammar
