#pragma once

#include "kebi/core/decimal.hpp"

/// How far the words reach that stand beside a number: 左右, 约, 近, 持平. No authority defines
/// them. Here they are written once; `settings` of assessment and `hedges` of inference start from
/// them, and a caller sets others there. Which words mean what stands in
/// src/text/words/data/hedges.tsv.
namespace kebi::tolerance {

inline constexpr decimal about_points{5, 1};  ///< 左右, 约 of a rate: 10%左右 is 9.5% to 10.5%
inline constexpr decimal about_percent{2};    ///< 左右, 约 of a level: 88亿元左右 is 2% either way
inline constexpr decimal nearly_percent{5};   ///< 近: 近50% is 47.5% to 50%, 5% of it below
inline constexpr decimal flat_points{5, 1};   ///< 持平: growth between -0.5% and 0.5%

}  // namespace kebi::tolerance
