#pragma once

#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace kebi::detail {

/// Lists of numbers, one after the other in one array.
class lists {
 public:
  lists() = default;
  /// `owner_of(i)` returns to which of `count` lists each i below `items` belongs.
  template <class OwnerOf>
  lists(std::size_t count, std::size_t items, const OwnerOf& owner_of) : starts_(count + 1, 0) {
    for (std::size_t i = 0; i < items; ++i) ++starts_[owner_of(i) + 1];
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    values_.resize(items);
    std::vector<std::size_t> next{starts_.begin(), starts_.end() - 1};
    for (std::size_t i = 0; i < items; ++i) values_[next[owner_of(i)]++] = static_cast<int>(i);
  }

  std::size_t size() const { return starts_.empty() ? 0 : starts_.size() - 1; }
  std::span<const int> operator[](std::size_t list) const {
    return {values_.data() + starts_[list], starts_[list + 1] - starts_[list]};
  }
  std::span<int> operator[](std::size_t list) {
    return {values_.data() + starts_[list], starts_[list + 1] - starts_[list]};
  }

 private:
  std::vector<std::size_t> starts_;
  std::vector<int> values_;
};

}  // namespace kebi::detail
