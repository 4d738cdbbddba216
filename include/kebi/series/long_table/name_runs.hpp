#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "kebi/series/long_table/key_numbering.hpp"

namespace kebi {

/// Rows of a long table that follow one another under one name: they begin where the run
/// before ends. Names are distinguished by whole numbers of any kind.
struct name_run {
  std::size_t end;
  std::int64_t name;
  friend bool operator==(const name_run&, const name_run&) = default;
};

/// A column of names as runs. That is not worthwhile for a long column in which names change
/// nearly every row, which may be asked while the column is still read.
class name_runs {
 public:
  /// Adds rows of one name after those there are.
  void add(std::size_t rows, std::int64_t name) {
    if (rows == 0) return;
    const std::size_t end = size() + rows;
    if (!runs_.empty() && runs_.back().name == name)
      runs_.back().end = end;
    else
      runs_.push_back({end, name});
  }
  /// Adds a column of whole numbers, each a name.
  template <class Number>
  void add_all(std::span<const Number> column) {
    for (std::size_t i = 0; i < column.size() && is_worthwhile();) {
      const Number name = column[i];
      const std::size_t end = detail::end_of_equal(column, i, name);
      add(end - i, static_cast<std::int64_t>(name));
      i = end;
    }
  }

  std::size_t size() const { return runs_.empty() ? 0 : runs_.back().end; }
  bool is_worthwhile() const { return runs_.size() <= size() / 4 + 10'000; }
  std::span<const name_run> runs() const { return runs_; }

 private:
  std::vector<name_run> runs_;
};

}  // namespace kebi
