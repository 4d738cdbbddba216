#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "kebi/period/period.hpp"
#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// A span of time as words name it: what they fix, and what the context must add.
struct span_words {
  std::size_t length = 0;       ///< in bytes of the folded text
  std::optional<int> year;      ///< a year in figures
  int shift = 0;                ///< years before the context's: 去年 is -1
  bool relative_year = false;   ///< 今年, 去年, 上年
  bool same_span = false;       ///< 同期: the context's own span in that year
  int last_year = 0;            ///< of several years (2017-2035年, "十三五"), else 0
  int first = 0, last = 0;      ///< months; 0 where the words name none
  bool point = false;           ///< 末, 底: the state at its end
  bool month_before = false;    ///< 上月: the month before the context's
  bool start_of_year = false;   ///< 年初
  bool from_january = false;    ///< 截至6月底: what has come together since January
  bool rest = false;            ///< 当月: the last month of the context's span

  bool names_months() const { return first != 0; }
};

/// The longest time words that a folded text starts with; nothing where none do.
std::optional<span_words> scan_span(std::string_view text, const vocabulary& known);

/// The span in a year, or in the span that the statement is about. Nothing where
/// the words leave it open.
std::optional<period> resolve(const span_words& words, std::optional<int> year,
                              const std::optional<period>& about);

}  // namespace kebi::grammar
