#pragma once

#include "kebi/series/evaluate/cellwise.hpp"
#include "kebi/series/hierarchy/roll_up.hpp"

/// What the bodies of operations on a tree share.
namespace kebi::detail {

/// Where the items of a hierarchy stand in a table: one row after the other, or, in a panel,
/// `beside` rows for each item (its indicators), and that as often as there are.
class item_rows {
 public:
  item_rows(const hierarchy& tree, Eigen::Index rows, Eigen::Index beside);

  /// Series of each item.
  Eigen::Index groups() const { return groups_; }
  Eigen::Index row(std::size_t item, Eigen::Index group) const {
    return (group / beside_ * size_ + static_cast<Eigen::Index>(item)) * beside_ + group % beside_;
  }

 private:
  Eigen::Index size_, beside_, groups_ = 0;
};

/// What was written at a place of an output.
inline double written_at(const figures_out& in, Eigen::Index row, int column) {
  return in.values(row, column);
}
inline bounds written_at(const bounds_out& in, Eigen::Index row, int column) {
  return {in.lo(row, column), in.hi(row, column)};
}

/// Whether there is something to find: what is below half a unit (…) or published together with a
/// later month is known already.
inline bool is_to_find(std::uint8_t why) {
  return why != is_figure && why != is_together &&
         why != static_cast<std::uint8_t>(observation_status::below_unit);
}

/// Puts the items of a tree in the order of the tree, of each panel.
void arrange_all(arguments& in, const hierarchy& tree, const tree_rows& rows);

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/hierarchy/item_rows-inl.hpp"
#endif
