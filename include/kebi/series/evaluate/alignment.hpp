#pragma once

#include "kebi/series/evaluate/arguments.hpp"

/// What operations ask of their inputs, and what of one goes together with what of another. All
/// labels are compared here: region, indicator, time, measure, vintage and unit.
namespace kebi {

/// What the figures of an input have to be.
enum class takes {
  anything,
  levels,
  growing,  ///< levels that grow by percent: no rates
  amounts,  ///< levels that add up over regions and industries
  flows,    ///< levels that add up over time
  growth,
  shares,
  contributions,     ///< points of the growth of a whole
  shares_of_growth,
  changes,           ///< increments
};

/// How an input lines up with another one before it.
enum class aligned {
  alone,         ///< with nothing: it is the first
  exactly,       ///< the same regions, indicators, times and vintage: growth of levels, or levels,
                 ///< in their unit
  row_by_row,    ///< the same, or one series for all rows
  in_region,     ///< as `row_by_row`; two series are of one region, and may be of two indicators
  in_unit,       ///< as `row_by_row`, and in its unit: a whole of parts
  as_months,     ///< as `exactly`, at other times: months beside the year to date they end
  as_rerelease,  ///< as `exactly`, in its unit, of any vintage: the same published again
};

/// An input of an operation: its name, what it takes, and what it lines up with.
struct input {
  const char* name;
  takes what = takes::levels;
  aligned how = aligned::alone;
  int with = 0;                            ///< the number of the other input
  const char* doing = "find a base from";  ///< for errors: cannot `doing` what are no levels
};

/// Throws `error` unless an input holds what it has to.
void require_measure(const argument& of, const input& as);
/// Throws `error` unless an input lines up with another one. Figures in another unit of one
/// dimension are converted if the two differ by a power of ten, so that their decimals stay known.
void align(argument& one, const argument& with, aligned how);

namespace detail {
/// Converts levels into the units of others. Throws `error` where that cannot be done exactly.
void convert_units(argument& one, const argument& to);
}  // namespace detail

/// Throws `error` for two units, where both are known.
void require_same_unit(const std::string& what, const std::optional<unit>& one,
                       const std::optional<unit>& other);

/// Along which names of a panel a sum or a tree of wholes and parts runs.
enum class along { regions, indicators };

/// The names of a panel's regions, or of its indicators.
std::vector<std::string> names_along(const labels& of, along items);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/evaluate/alignment-inl.hpp"
#endif
