#pragma once

#include "kebi/series/year_to_date/single_months.hpp"

namespace kebi {

/// The longer spans that end within months, quarters or years to date: two months, quarters, halves
/// and years, or years to date. Throws `error` where there are none to make.
timeline longer_spans(const timeline& time, frequency to);

/// How figures of spans make those of longer ones: each indicator by its kind (see `additivity`), or all
/// by one rule.
class span_rule {
 public:
  using may_be_left_out = void;

  span_rule() = default;
  span_rule(over_time how) : asked_{how} {}

  /// The rule of each indicator of a table. Throws `error` for one that needs weights, of which no
  /// rule was asked for.
  std::vector<over_time> of(const argument& levels) const;

 private:
  std::optional<over_time> asked_;
};

/// Longer spans where they are complete. Flows add up: of years to date their two ends are enough.
/// Stocks are the last figure of the span, and a mean that is asked for weighs each month alike.
/// January and February count as there where February stands for both.
extern KEBI_API const operation<1, frequency, span_rule> to_frequency;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/year_to_date/to_frequency-inl.hpp"
#endif
