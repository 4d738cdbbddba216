#pragma once

#include <optional>
#include <string>

#include "text/names/indicator_kind.hpp"
#include "text/sentence/measure/measure.hpp"

namespace kebi::grammar {

/// A fact on its way to a measure. The readers of measures, one for each form of number, work on
/// it.
struct measuring {
  const stated_number& n;
  fact made;
  bool verb = false, to = false;  ///< of the head or of the number alone
  int sign = 0;
  std::string whole{}, object{}, reference{};  ///< as the source prints them
  std::optional<int> signed_by{};              ///< what turns the value to signed space

  bool target() const { return n.known.given.status == status::target; }
};

inline bool names_ratio(const measuring& m) {
  return is_ratio(m.made.indicator, m.n.known.given.known);
}

/// 个百分点: a change of a growth, a share or a level, or its gap to another place or a target.
void measure_points(measuring& m);
/// 拉动…0.7个百分点: points of the growth of a whole.
void measure_pull(measuring& m);
/// 对经济增长的贡献率为57%.
void measure_contribution(measuring& m);
/// 占地区生产总值的12%, or a part of a plan; with a verb, a change of it.
void measure_share(measuring& m);
/// 相当于地区生产总值的比例为2.7%.
void measure_equivalent(measuring& m);
/// 由54.9%提高到58.8%: goes on with what the last number measured, unless it names its own.
void measure_end_of_change(measuring& m);
/// A % without a verb of change and without a word for its measure: 6%左右 in a cell, 达到5.2%.
void measure_plain_percent(measuring& m);

}  // namespace kebi::grammar
