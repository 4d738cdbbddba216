#pragma once

#include <optional>
#include <vector>

#include "kebi/infer/figures/typo.hpp"
#include "kebi/infer/figures/quantity.hpp"

namespace kebi {

/// How badly figures disagree, the least first.
enum class grade {
  rounding_edge,  ///< one figure cut off instead of rounded mends it
  scope_break,    ///< they agree if growth stands on another base
  typo,           ///< one slip in one figure mends it
  contradictory,
};

namespace detail {
template <>
inline constexpr std::string_view words<grade>[] = {"rounding_edge", "scope_break", "typo",
                                                    "contradictory"};
template <>
inline constexpr std::string_view words<slip>[] = {"swapped", "changed", "doubled", "dropped",
                                                   "sign"};
}  // namespace detail

/// One slip in one fact that would make all agree.
struct mend {
  std::size_t fact;
  misprint what;
  /// How much of its rounding interval the other figures leave possible: 1 for all of it,
  /// near 0 where it only just touches.
  double fit = 1;
};

/// Facts that cannot all be true; leaving out any one would make the rest possible.
struct contradiction {
  std::vector<std::size_t> facts;
  std::vector<identity> laws;  ///< by which they disagree, each once
  kebi::grade grade = grade::contradictory;
  /// By how many times its rounding interval each figure would have to be widened
  /// for all to agree: 1.3 means nearly not at all, 8 far off.
  double size = 1;
  /// Where a scope break is suspected: which base, and what it would have to be multiplied with.
  std::optional<quantity> base;
  std::optional<bounds> factor;
  std::vector<mend> mends;  ///< the likeliest first

  /// Those that explain it as well as the first: slips of its kind that fit at least half as
  /// well. The figures do not show which of them happened.
  std::vector<mend> likeliest() const;
};

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/conflicts/contradiction-inl.hpp"
#endif
