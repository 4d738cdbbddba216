#pragma once

#include "kebi/series/evaluate/operation.hpp"

/// What weights in the base, contributions and shares of growth say of one another, at each place
/// of several tables; all in percent or in points.
namespace kebi {

/// The weight in the base of parts that contributed so many points and grew so much (隐含权重):
/// of contributions and the growth of the parts. Undefined where a part did not grow.
extern KEBI_API const operation<2> weight_in_base;

/// Growth of wholes, out of the contributions of a part to it, in points, and the shares of the part
/// in the growth; and increments of wholes, out of those of a part and the same shares, in the unit of
/// the part. Undefined where the share is zero.
extern KEBI_API const operation<2> growth_of_whole, increment_of_whole;

/// Of weights in the base: growth of wholes, out of the growth of the part with that weight and of the
/// rest (混合增长率); and growth of the rest, out of the growth of the part and of the whole, undefined
/// for a weight of 100.
extern KEBI_API const operation<3> mixed_growth, growth_of_rest;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/parts/weights-inl.hpp"
#endif
