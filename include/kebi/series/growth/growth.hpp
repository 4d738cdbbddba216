#pragma once

#include <span>
#include <variant>

#include "kebi/series/evaluate/operation.hpp"

namespace kebi {

/// Growth of levels over `lag` columns, in percent, into a given block. A figure without its base
/// has no growth: no gap is bridged. Where a figure or its base is negative, or the base is zero,
/// the status says which swing it is.
void growth_over(const figures& levels, int lag, const figures_out& into, int threads = 1);

/// The same of plain numbers, of which NaN is absent, without its causes. Throws `error` for a number
/// that is no figure.
void growth_over(const Eigen::Ref<const block>& levels, int lag, Eigen::Ref<block> into,
                 int threads = 1);

/// The same with bounds. `halves` has half a unit of the last published digit of each row.
void growth_over(const figures& levels, std::span<const double> halves, int lag,
                 const bounds_out& into, int threads = 1);

/// Growth is counted back by a year (同比) or by one span (环比).
enum class step_back { year, span };

/// What growth is counted from: one span for all times (定基), or the same span of one year
/// (比2019年同期).
using growth_base = std::variant<period, int>;

/// Growth of levels over the same span a year before (同比), in percent. Of rates, and of what is
/// told in percent, there is none: see `change_of_level`.
extern KEBI_API const operation<1> year_over_year;

/// Growth of levels over the span before (环比), in percent. Of the year to date there is no span
/// before: take single months first. March after January and February as one has no growth.
extern KEBI_API const operation<1> period_over_period;

/// Each level less the one of a year, or of a span, before: in its own unit, and of figures in
/// percent in points, which is how rates move.
extern KEBI_API const operation<1, step_back> change_of_level;

/// What was added in each of so many years up to each span, in the unit of the levels (年均增长量):
/// its level less that of the same span so many years before, by the years.
extern KEBI_API const operation<1, int> average_increment;

/// Growth of each figure over the one at its place in another table: a fixed base, or a base that
/// was published again.
extern KEBI_API const operation<2> growth_between;

/// Growth against one span, or against the same span of one year. Throws `error` for a span that
/// the figures do not have.
extern KEBI_API const operation<1, growth_base> growth_since;

/// The bases for growth against one span: its figure, at every time. Throws `error` for a span
/// that the figures do not have.
grid fixed_base(const grid& levels, const period& base);
bounds_grid fixed_base(const bounds_grid& levels, const period& base);
/// The bases for growth against one year: the figure of the same span in it.
grid same_period_of(const grid& levels, int year);
bounds_grid same_period_of(const bounds_grid& levels, int year);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/growth/growth-inl.hpp"
#endif
