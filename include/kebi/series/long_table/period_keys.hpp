#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "kebi/series/long_table/key_numbering.hpp"

namespace kebi {

/// The months in which rows end, out of a column of keys such as dates or 201906: each
/// different key is made a month once, by `month_of(key)`, which throws where it cannot.
template <class Key, class MonthOf>
class keyed_ends {
 public:
  keyed_ends(std::span<const Key> keys, MonthOf month_of)
      : keys_{keys}, month_of_{std::move(month_of)} {}

  /// The months of so many rows, valid until it is asked again.
  std::span<const std::int32_t> operator()(std::size_t first, std::size_t count) {
    if (ends_.size() < count) ends_.resize(count);
    numbers_.number_all(keys_.subspan(first, count), ends_.data());
    while (months_.size() < numbers_.keys().size())
      months_.push_back(month_of_(numbers_.keys()[months_.size()]));
    for (std::size_t i = 0; i < count; ++i) ends_[i] = months_[static_cast<std::size_t>(ends_[i])];
    return {ends_.data(), count};
  }

  /// The months of the different keys met so far.
  std::span<const std::int32_t> met() const { return months_; }

 private:
  std::span<const Key> keys_;
  MonthOf month_of_;
  numbering<Key> numbers_;
  std::vector<std::int32_t> months_;  ///< of each key
  std::vector<std::int32_t> ends_;    ///< of the rows asked for last
};

}  // namespace kebi
