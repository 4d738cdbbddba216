#pragma once

#include <string_view>
#include <vector>

#include "text/normalise/aligned_columns.hpp"

namespace kebi::grammar {

/// The gaps of tables that extraction leaves one cell a line, each with a bar at its end, and a bar
/// alone where a row ends: the bar between two cells parts them, the one between two rows goes.
std::vector<gap> find_barred_lines(std::string_view source);

}  // namespace kebi::grammar
