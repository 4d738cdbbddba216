#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/words/meanings.hpp"
#include "text/words/spelling_table.hpp"
#include "text/words/word.hpp"
#include "text/words/word_list.hpp"

namespace kebi::grammar {

/// All the words that reading knows, from the data files of src/text/*/data and from the rows
/// that a caller adds. Never changes once it is built, so threads may share it.
class vocabulary {
 public:
  /// The words that the library ships.
  static const vocabulary& standard();

  /// These words and the rows of a text of the same form (docs/how-to/words.md): phrase, meaning,
  /// sense, only. A row of a known phrase takes the place of the earlier one. Throws
  /// `read_error`.
  vocabulary extended(std::string_view tsv) const;

  /// Whether any word starts with a character.
  bool starts_word(char32_t c) const { return words_->starts().holds(c); }
  /// Whether any words of time start with a character.
  bool starts_period(char32_t c) const { return period_starts_.holds(c); }
  /// The longest word that a folded text starts with; null where none does.
  const entry* longest_word(std::string_view text) const { return words_->longest(text); }

  /// The length of the longest unit that a folded text starts with, the multipliers before it
  /// included (万人次, 亿千瓦时/天); 0 where none does.
  std::size_t unit_length(std::string_view text) const;

  /// The words of a group: those that end the names of a list, that set phrases are …
  const word_list& operator[](group which) const {
    return groups_[static_cast<std::size_t>(which)];
  }

 private:
  struct named_unit {
    std::string_view spelling;
  };

  vocabulary() = default;
  /// Reads rows, whose text must outlive this; `build` makes them known.
  void read(std::string_view tsv);
  void build();
  std::size_t simple_unit(std::string_view text, bool alone) const;

  std::vector<entry> entries_;
  std::vector<named_unit> names_of_units_;
  std::array<word_list, group_count> groups_;
  character_set period_starts_;
  std::shared_ptr<const spelling_table<entry>> words_;
  std::shared_ptr<const spelling_table<named_unit>> units_;
  std::vector<std::shared_ptr<const std::string>> texts_;  // that callers added rows from
};

}  // namespace kebi::grammar
