#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

namespace kebi {

/// Numbers the names of a long table in the order in which they first appear.
///
/// Tables come in blocks and in cycles: a name is mostly the one of the row before, or the
/// one that followed that name the last time. Both are tried before any name is hashed.
template <class Key, class Hash = std::hash<Key>>
class numbering {
 public:
  static constexpr std::int32_t none = -1;

  /// The number of a name, or `none` where it has to be added first.
  std::int32_t find(const Key& key) {
    if (last_ != none) {
      const auto at = static_cast<std::size_t>(last_);
      if (keys_[at] == key) return last_;
      const std::int32_t next = after_[at];
      if (next != none && keys_[static_cast<std::size_t>(next)] == key) return last_ = next;
    }
    const auto found = numbers_.find(key);
    if (found == numbers_.end()) return none;
    return follow(found->second);
  }
  /// Adds a name that must stay where it is as long as the numbering.
  std::int32_t add(const Key& lasting) {
    const auto number = static_cast<std::int32_t>(keys_.size());
    keys_.push_back(lasting);
    after_.push_back(none);
    numbers_.emplace(lasting, number);
    return follow(number);
  }

  const std::vector<Key>& keys() const { return keys_; }

 private:
  std::int32_t follow(std::int32_t number) {
    if (last_ != none) after_[static_cast<std::size_t>(last_)] = number;
    return last_ = number;
  }

  std::vector<Key> keys_;
  std::vector<std::int32_t> after_;  ///< the name that followed each, the last time
  std::unordered_map<Key, std::int32_t, Hash> numbers_;
  std::int32_t last_ = none;
};

}  // namespace kebi
