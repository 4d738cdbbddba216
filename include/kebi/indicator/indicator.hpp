#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/core/unit.hpp"

namespace kebi {

/// What a figure of an indicator is over a span of time.
enum class kind {
  flow,     ///< 流量: adds up over months
  stock,    ///< 存量: stands at the end of the span
  count,    ///< 数量: how many things exist at the end of the span
  ratio,    ///< 比值: a quotient of two quantities, or a share of a whole
  rate,     ///< 比率: the part of a set, in % or ‰
  index,    ///< 指数: on a base of 100
  average,  ///< 均值: a mean over the span
};

/// Which way is better.
enum class better { higher, lower, neither };

/// How the values of regions or industries make the value of the whole.
enum class parts { sum, mean, none };

/// What a published growth of it is measured at.
enum class growth_at {
  real,     ///< comparable prices (可比价格)
  nominal,  ///< current prices
  volume,   ///< physical quantity
  points,   ///< it moves by 百分点 or in its own unit
  none,
};

/// Two indicators that a ratio is the quotient of, by name: 地区生产总值 over 常住人口.
struct quotient {
  std::string numerator;
  std::string denominator;
  /// Whether it is divided by the mean of the year's two ends (年平均), as figures per head are.
  bool by_mean = false;

  friend bool operator==(const quotient&, const quotient&) = default;
};

/// A statistical indicator, as a catalogue knows it.
struct indicator {
  std::string name;                  ///< 一般公共预算收入
  std::vector<std::string> aliases;  ///< other printed names
  std::string english;               ///< General public budget revenue
  kebi::kind kind = kind::flow;
  std::vector<unit> units;  ///< that levels are printed in, the commonest first
  kebi::better better = better::higher;
  kebi::parts parts = parts::none;
  kebi::growth_at growth_at = growth_at::none;
  /// What a ratio is made of: the first whose denominator is known counts.
  std::vector<quotient> quotients;

  friend bool operator==(const indicator&, const indicator&) = default;
};

/// Whether the values of months add up to the value of the span.
constexpr bool adds_up(kind k) { return k == kind::flow; }

/// Whether a level of the indicator can be printed in a unit. True where the
/// catalogue names no unit; per-head and per-unit figures need the same kinds.
inline bool fits(const indicator& what, const unit& in) {
  if (what.units.empty()) return true;
  for (const unit& usual : what.units)
    if (same_kind(usual, in)) return true;
  return false;
}

}  // namespace kebi
