#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "kebi/period/period.hpp"
#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// The years that words name.
struct year_words {
  std::optional<int> first;  ///< in figures; the only one, unless `last` names another
  int last = 0;              ///< of several years (2017-2035年, "十三五"), else 0
  std::optional<int> shift;  ///< 今年, 去年: years from the context's; -1 for 去年
  bool of_now = false;       ///< 今年, 去年: from the year in which it is said, as against 上年
  int several = 0;           ///< 五年来: so many years up to the context's last; -5 for 今后五年
};

/// The months that words name, of one year.
struct month_words {
  /// Which part of the months is meant.
  enum class part : std::uint8_t {
    all,
    end,       ///< 末, 底: the state at their end
    up_to_end  ///< 截至6月底: what has come together since January
  };

  int first = 0, last = 0;  ///< 0 where the words name none
  part of = part::all;
};

/// A span of time as words name it: what they fix, and what the context must add.
struct span_words {
  /// A span of the context that words stand for.
  enum class stands : std::uint8_t {
    itself,        ///< for none but their own
    same_span,     ///< 同期: for the context's own span in the year that they name
    month_before,  ///< 上月
    quarter_before,  ///< 上一季度
    year_start,    ///< 年初: for the state at the end of the year before
    last_month     ///< 当月: of the context's span
  };

  std::size_t length = 0;  ///< in bytes of the folded text
  year_words years;
  month_words months;
  stands for_span = stands::itself;

  bool names_months() const { return months.first != 0; }
  bool is_relative() const { return years.shift.has_value(); }
  bool is_same_span() const { return for_span == stands::same_span; }
  /// 去年同期, 上年同期: the context's span in an earlier year.
  bool is_same_span_before() const { return is_same_span() && years.shift.value_or(0) < 0; }
};

/// The longest time words that a folded text starts with; nothing where none do. `of_republic`
/// tells that 112年 there would be the year 2023.
std::optional<span_words> scan_span(std::string_view text, const vocabulary& known,
                                    bool of_republic = false);

/// The span in a year, or in the span that the statement is about. Nothing where
/// the words leave it open.
std::optional<period> resolve(const span_words& words, std::optional<int> year,
                              const std::optional<period>& about);

}  // namespace kebi::grammar
