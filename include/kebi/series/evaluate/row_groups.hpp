#pragma once

#include <vector>

#include "kebi/series/storage/grid.hpp"

namespace kebi::detail {

/// The rows of each group, by the number of the group; without groups all rows are one. Throws
/// `error` unless each row has a group or none has one, and for groups beyond the number of rows.
std::vector<std::vector<Eigen::Index>> rows_by_group(const std::vector<Eigen::Index>& groups,
                                                     Eigen::Index rows);
/// How many groups there are.
Eigen::Index group_count(const std::vector<Eigen::Index>& groups, Eigen::Index rows);

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/evaluate/row_groups-inl.hpp"
#endif
