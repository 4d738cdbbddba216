#pragma once

#include "kebi/series/evaluate/operation.hpp"

/// What parts brought to the growth of their wholes. Of two tables, parts and wholes: from levels
/// of both years, on one basis. Of four, parts, their growth, wholes and theirs: on the comparable
/// base.
namespace kebi {

/// The share of each part in the year-over-year increment of its whole (贡献率), in percent.
/// Undefined where the whole did not grow at all. Where its increment is less than ten times what
/// rounding can move it, shares are `unreliable`, intervals and not numbers: take the bounds, which
/// lose their ends where rounding leaves the sign of the increment open. That takes wholes whose
/// decimals are known: others count as exact, and none of theirs is `unreliable`.
extern KEBI_API const operations<operation<2>, operation<4>> share_of_growth;

/// The contribution of each part to the growth of its whole (拉动), in percentage points. Undefined
/// on a base that is not above zero; where rounding leaves that open, bounds hold those on a base
/// above zero.
extern KEBI_API const operations<operation<2>, operation<4>> contribution_to_growth;

/// Marks shares of growth of which the whole hardly grew as `unreliable`, by the levels of two
/// years of the wholes, one for all rows or one for each.
void mask_unreliable(const figures_out& into, const operand& wholes, const operand& before);
/// The same by the growth of the wholes.
void mask_unreliable(const figures_out& into, const operand& whole_growths);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/parts/contributions-inl.hpp"
#endif
