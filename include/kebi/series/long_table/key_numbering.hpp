#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace kebi {

namespace detail {

/// Where the keys of a column that are equal to this one end, from row `i` on.
template <class Key>
std::size_t end_of_equal(std::span<const Key> column, std::size_t i, const Key& key) {
  constexpr std::size_t at_once = 16;
  if (i == column.size() || column[i] != key) return i;
  while (i + at_once <= column.size()) {
    Key others = 0;
    for (std::size_t k = 0; k < at_once; ++k)
      others = static_cast<Key>(others | (column[i + k] ^ key));
    if (others != 0) break;
    i += at_once;
  }
  while (i < column.size() && column[i] == key) ++i;
  return i;
}

}  // namespace detail

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
    if (!is_orderly()) {
      if (++strays_ == mixed) strays_ = 0;
      const std::int32_t number = looked_up(key);
      return number != none ? last_ = number : none;
    }
    if (last_ != none) {
      const std::int32_t expected = among_expected(key);
      if (expected != none) {
        strays_ = 0;
        return last_ = expected;
      }
    }
    ++strays_;
    const std::int32_t number = looked_up(key);
    return number != none ? follow(number) : none;
  }
  /// Whether names came as expected of late. Where they come in no order, none is expected for
  /// some time.
  bool is_orderly() const { return strays_ < few; }
  /// Adds a name that must stay where it is as long as the numbering.
  std::int32_t add(const Key& lasting) {
    const auto number = static_cast<std::int32_t>(keys_.size());
    keys_.push_back(lasting);
    after_.push_back(none);
    if (4 * keys_.size() > places_.size()) {
      places_.assign(places_.empty() ? 256 : 4 * places_.size(), place{});
      for (std::size_t k = 0; k + 1 < keys_.size(); ++k)
        put(hash_of(keys_[k]), static_cast<std::int32_t>(k));
    }
    put(hash_of(lasting), number);
    return follow(number);
  }

  /// Numbers a whole column of keys that last by themselves, such as whole numbers.
  void number_all(std::span<const Key> column, std::int32_t* out) {
    std::size_t i = 0;
    table by_key;
    while (i < column.size()) {
      if (!is_orderly()) {
        i = number_mixed(column, i, out, by_key);
        continue;
      }
      std::int32_t number = find(column[i]);
      if (number == none) number = add(column[i]);
      out[i++] = number;
      // A block of one key, or a piece of a cycle.
      const std::size_t begun = i, known = keys_.size();
      const Key* const keys = keys_.data();
      auto at = static_cast<std::size_t>(number);
      i = detail::end_of_equal(column, i, keys[at]);
      std::fill(out + begun, out + i, number);
      if (i > begun) continue;
      for (constexpr std::size_t at_once = 8;
           i + at_once <= column.size() && at + at_once < known;) {
        Key others = 0;
        for (std::size_t k = 0; k < at_once; ++k)
          others = static_cast<Key>(others | (column[i + k] ^ keys[at + 1 + k]));
        if (others != 0) break;
        for (std::size_t k = 0; k < at_once; ++k)
          out[i + k] = static_cast<std::int32_t>(at + 1 + k);
        i += at_once;
        at += at_once;
      }
      while (i < column.size() && ++at < known && column[i] == keys[at])
        out[i++] = static_cast<std::int32_t>(at);
      if (i > begun) last_ = out[i - 1];
    }
  }

  const std::vector<Key>& keys() const { return keys_; }

 private:
  static constexpr int few = 16, mixed = 1024;

  struct place {
    std::uint32_t hash = 0;
    std::int32_t number = none;
  };

  std::int32_t among_expected(const Key& key) const {
    const auto at = static_cast<std::size_t>(last_);
    if (keys_[at] == key) return last_;
    if (at + 1 < keys_.size() && keys_[at + 1] == key) return last_ + 1;
    const std::int32_t next = after_[at];
    return next != none && keys_[static_cast<std::size_t>(next)] == key ? next : none;
  }
  /// The numbers of all keys from the lowest to the highest, where a column has not many.
  struct table {
    bool tried = false;
    Key lowest{};
    std::vector<std::int32_t> numbers;

    std::int32_t& operator[](Key key) {
      return numbers[static_cast<std::size_t>(key) - static_cast<std::size_t>(lowest)];
    }
  };
  void try_table(std::span<const Key> column, table& by_key) {
    by_key.tried = true;
    if (column.size() < 4096) return;
    Key lowest = column[0], highest = lowest;
    for (const Key key : column) {
      lowest = key < lowest ? key : lowest;
      highest = highest < key ? key : highest;
    }
    const std::size_t range = static_cast<std::size_t>(highest) - static_cast<std::size_t>(lowest);
    if (range >= column.size() / 4) return;
    by_key.lowest = lowest;
    by_key.numbers.assign(range + 1, none);
  }

  /// Numbers some rows that come in no order, without looking for any. Tells where it ended.
  std::size_t number_mixed(std::span<const Key> column, std::size_t i, std::int32_t* out,
                           table& by_key) {
    if (!by_key.tried) try_table(column, by_key);
    const std::size_t end = std::min(column.size(), i + mixed);
    const bool has_table = !by_key.numbers.empty();
    for (; i < end; ++i) {
      const Key key = column[i];
      std::int32_t number = has_table ? by_key[key] : looked_up(key);
      if (number == none) {
        // Rows that came in order may have numbered it.
        if (has_table) number = looked_up(key);
        if (number == none) number = add(key);
        if (has_table) by_key[key] = number;
      }
      out[i] = number;
    }
    last_ = out[i - 1];
    strays_ = 0;
    return i;
  }

  std::int32_t looked_up(const Key& key) const {
    if (places_.empty()) return none;
    const std::uint64_t hash = hash_of(key);
    const std::size_t mask = places_.size() - 1;
    for (std::size_t at = hash & mask; places_[at].number != none; at = (at + 1) & mask)
      if (places_[at].hash == static_cast<std::uint32_t>(hash >> 32) &&
          keys_[static_cast<std::size_t>(places_[at].number)] == key)
        return places_[at].number;
    return none;
  }
  /// Whole numbers hash to themselves, so the bits are spread.
  static std::uint64_t hash_of(const Key& key) {
    const std::uint64_t spread = static_cast<std::uint64_t>(Hash{}(key)) * 0x9E3779B97F4A7C15u;
    return spread ^ (spread >> 32);
  }
  void put(std::uint64_t hash, std::int32_t number) {
    std::size_t at = hash & (places_.size() - 1);
    while (places_[at].number != none) at = (at + 1) & (places_.size() - 1);
    places_[at] = {static_cast<std::uint32_t>(hash >> 32), number};
  }
  std::int32_t follow(std::int32_t number) {
    if (last_ != none) after_[static_cast<std::size_t>(last_)] = number;
    return last_ = number;
  }

  std::vector<Key> keys_;
  std::vector<std::int32_t> after_;  ///< the name that followed each, the last time
  std::vector<place> places_;        ///< by hash, the next free one where it is taken
  std::int32_t last_ = none;
  int strays_ = 0;  ///< names in a row that were not expected
};

}  // namespace kebi
