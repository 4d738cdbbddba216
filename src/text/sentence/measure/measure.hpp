#pragma once

#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"
#include "text/sentence/numbers.hpp"

namespace kebi::grammar {

/// A number and all that is known of it before its measure is.
struct stated_number {
  const clause& c;
  const context& known;
  const frame& f;
  const listed_number& one;
  const numeral& value;     ///< with the unit that its list shares
  const last_number& last;  ///< what the number before it measured
};

/// Gives a fact its measure, value, unit, bound and basis, from the form of its number and the
/// words of its head: 增长5.2% is a growth of 5.2 %, 提高0.8个百分点 a change of 0.8 points,
/// 占…的12% a share. A fall is a negative value.
fact with_measure(fact made, const stated_number& n);

/// The end of what a bound leaves open: at_least 5 ends at 5 from below.
void set_end(fact& made);

}  // namespace kebi::grammar
