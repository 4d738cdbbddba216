#pragma once

#include <functional>

#include "kebi/series/evaluate/operation.hpp"
#include "kebi/series/hierarchy/hierarchy.hpp"

/// Figures of the items of a tree of wholes and parts: sums from below, rests from above, and where
/// the two disagree.
namespace kebi {

/// Where the items of a tree stand in a table. Without labels: one row after the other in the order
/// of the tree, `beside` rows for each item, and that as often as there are. Of a panel: along its
/// regions or its indicators, by name.
class tree_rows {
 public:
  using may_be_left_out = void;

  tree_rows() = default;
  tree_rows(Eigen::Index beside) : beside_{beside} {}
  tree_rows(along items) : items_{items} {}

  /// Rows beside one another for each item.
  Eigen::Index beside(const argument& levels) const;
  const std::optional<along>& items() const { return items_; }

 private:
  Eigen::Index beside_ = 1;
  std::optional<along> items_;
};

/// Of a panel an operation on a tree gives the items of the tree, in its order; items that the
/// panel lacks are absent. Throws `error` where no item is in the panel, and for other names in it
/// while items without parts are lacking.
using on_tree = operation<1, std::reference_wrapper<const hierarchy>, tree_rows>;

/// Fills each absent whole with the sum of its parts (汇总) where all are there and make it up.
/// Published wholes stay, with the bounds of their rounding: whether they agree with their parts is
/// for `discrepancy`. Bounds of a sum are the sum of bounds: each published figure enters it once.
extern KEBI_API const on_tree roll_up;

/// Fills the one absent part of a whole that its parts make up (推算缺项): the whole less the
/// others, from the top down. After `roll_up` nothing more can be found.
extern KEBI_API const on_tree roll_down;

/// All that the sums of a tree imply: `roll_up`, then `roll_down`. Where a figure is found both from
/// its parts and from its whole, its bounds are what both leave possible, or those of its parts if
/// that is nothing, which `discrepancy` reports. Published figures keep the bounds of their rounding.
extern KEBI_API const on_tree fill_missing;

/// Where a figure that is lacking is taken from: `roll_up`, `roll_down` or `fill_missing`.
enum class fill_from { parts, wholes, both };

/// Growth of the items of a tree, out of levels and growth of both years as published: beside
/// levels that the three operations above fill, on the comparable base. Where no base is known
/// there is no growth, and its cause.
extern KEBI_API const operation<2, std::reference_wrapper<const hierarchy>, fill_from, tree_rows>
    growth_of_items;

/// Wholes less the sum of their parts, only where no rounding explains the difference. Needs
/// figures of which the bounds are known. Under # parts (其中), or where some parts are not there,
/// a whole disagrees that is smaller than its parts: for levels that cannot be negative that is as
/// impossible.
extern KEBI_API const on_tree discrepancy;

/// A whole that its parts cannot give, however all of them were rounded.
struct unexplained_whole {
  std::size_t whole;
  Eigen::Index row;
  int column;
  bounds published, from_parts;
};

/// The wholes that `discrepancy` finds, one by one.
std::vector<unexplained_whole> discrepancies(const argument& levels, const hierarchy& tree,
                                             const tree_rows& rows = {});

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/hierarchy/growth_of_items-inl.hpp"
#include "kebi/series/hierarchy/roll_up-inl.hpp"
#endif
