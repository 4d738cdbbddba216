#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

namespace kebi {

/// Numbers the names of a long table in the order in which they first appear.
///
/// Tables come in blocks and in cycles: a name is mostly the one of the row before, or the
/// next one, or the one that followed it the last time. These are tried before any is hashed.
template <class Key, class Hash = std::hash<Key>>
class numbering {
 public:
  static constexpr std::int32_t none = -1;

  /// The number of a name, or `none` where it has to be added first.
  std::int32_t find(const Key& key) {
    if (last_ != none) {
      const auto at = static_cast<std::size_t>(last_);
      if (keys_[at] == key) return last_;
      if (at + 1 < keys_.size() && keys_[at + 1] == key) return ++last_;
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

  /// Numbers a whole column of keys that last by themselves, such as whole numbers.
  void number_all(std::span<const Key> column, std::int32_t* out) {
    std::size_t i = 0;
    while (i < column.size()) {
      std::int32_t number = find(column[i]);
      if (number == none) number = add(column[i]);
      out[i++] = number;
      // A block of one key, or a piece of a cycle.
      const std::size_t begun = i, known = keys_.size();
      const Key* const keys = keys_.data();
      auto at = static_cast<std::size_t>(number);
      while (i < column.size() && column[i] == keys[at]) out[i++] = number;
      if (i > begun) continue;
      while (i < column.size() && ++at < known && column[i] == keys[at])
        out[i++] = static_cast<std::int32_t>(at);
      if (i > begun) last_ = out[i - 1];
    }
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
