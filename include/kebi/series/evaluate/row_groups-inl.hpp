#pragma once

#include <string>

#include "kebi/series/evaluate/row_groups.hpp"

namespace kebi::detail {

KEBI_INLINE std::vector<std::vector<Eigen::Index>> rows_by_group(
    const std::vector<Eigen::Index>& groups, Eigen::Index rows) {
  if (!groups.empty() && groups.size() != static_cast<std::size_t>(rows))
    throw error{"each row belongs to a group: found " + std::to_string(groups.size()) + " for " +
                std::to_string(rows) + " rows"};
  std::vector<std::vector<Eigen::Index>> found;
  for (Eigen::Index r = 0; r < rows; ++r) {
    const Eigen::Index group = groups.empty() ? 0 : groups[static_cast<std::size_t>(r)];
    if (group < 0 || group >= rows)
      throw error{"groups are numbered from 0 to one less than there are rows: found " +
                  std::to_string(group)};
    if (static_cast<std::size_t>(group) >= found.size())
      found.resize(static_cast<std::size_t>(group) + 1);
    found[static_cast<std::size_t>(group)].push_back(r);
  }
  return found;
}

KEBI_INLINE Eigen::Index group_count(const std::vector<Eigen::Index>& groups, Eigen::Index rows) {
  return static_cast<Eigen::Index>(rows_by_group(groups, rows).size());
}

}  // namespace kebi::detail
