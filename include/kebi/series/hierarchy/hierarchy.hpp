#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/core/config.hpp"
#include "kebi/core/error.hpp"

namespace kebi {

/// A tree of wholes and parts: a country, its provinces and their cities, or an item and
/// what is listed under it with # (其中). Parts marked # need not make up their whole.
/// `roll_up`, `roll_down` and `discrepancy` are over figures of its items.
class hierarchy {
 public:
  /// One line of the tree: a name, the whole it is a part of (empty for a root), and
  /// whether the parts printed under it make it up.
  struct node {
    std::string name, whole;
    bool parts_make_it_up = true;
  };

  /// Throws `error` for a name that stands twice, an unknown whole, or a circle.
  explicit hierarchy(std::vector<node> nodes);

  std::size_t size() const { return nodes_.size(); }
  const node& at(std::size_t i) const { return nodes_[i]; }
  bool has(std::string_view name) const { return places_.find(name) != places_.end(); }
  /// The place of an item. Throws `error` for a name that is not there.
  std::size_t index(std::string_view name) const;
  const std::vector<std::size_t>& parts_of(std::size_t whole) const { return parts_[whole]; }
  /// Parts before wholes.
  std::vector<std::size_t> from_below() const;

 private:
  /// The first item of the circle that an item without a root is on, or hangs on.
  const node& first_of_circle(std::size_t item) const;
  /// Fills parts and depths. Returns the items that a root leads down to.
  std::vector<bool> descend();

  std::vector<node> nodes_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::vector<std::vector<std::size_t>> parts_;
  std::vector<std::size_t> depths_;
};

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/hierarchy/hierarchy-inl.hpp"
#endif
