#pragma once

#include "kebi/series/evaluate/operation.hpp"

/// Parts in their wholes. A whole is a table like that of its parts (see `whole_in`), or one series
/// that is the whole of them all. Levels of the two are in one unit, or converted to one.
namespace kebi {

/// The share of each part in its whole (比重), in percent.
extern KEBI_API const operation<2> share;

/// By how many points a share changed since a year before (比重变化). Of two tables, parts and
/// wholes: from levels of both years, on one basis. Of four, parts, wholes and the growth of each:
/// on the comparable base, which no published level of a year before need be on. Of three, shares
/// in percent and the growth of parts and wholes: less sharp, for a share is rounded once more.
extern KEBI_API const operations<operation<2>, operation<3>, operation<4>> share_change;

/// The share a year before (基期比重), from today's share in percent and the growth of part and
/// whole. Any ratio of two figures will do, such as a margin.
extern KEBI_API const operation<3> base_share;

/// What wholes hold besides their parts, in the unit of the parts. For levels only.
extern KEBI_API const operation<2> residual;

/// Each figure less the one at its place in another table, whatever both measure.
extern KEBI_API const operation<2> change_between;

/// How many times other figures were in figures a year before (基期倍数), from levels and growth of
/// both: of figures, the others, the growth of the figures and that of the others. They may be of two
/// indicators, and in two units that are converted.
extern KEBI_API const operation<4> base_multiple;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/parts/shares-inl.hpp"
#endif
