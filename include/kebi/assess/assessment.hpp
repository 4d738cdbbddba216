#pragma once

#include <optional>
#include <string>

#include "kebi/assess/way.hpp"
#include "kebi/core/bounds.hpp"
#include "kebi/core/unit.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/indicator/indicator.hpp"

namespace kebi {

/// How an outcome stands to its target.
enum class verdict {
  ahead,         ///< 超前: beyond what was asked, by more than a margin
  on_course,     ///< 基本同步
  behind,        ///< 滞后
  within,        ///< 控制在内: under its cap
  breached,      ///< 突破: over its cap
  outside,       ///< 偏离: away from a value that is neither a floor nor a cap
  met,           ///< 完成: the period is over
  missed,        ///< 未完成: the period is over
  undetermined,  ///< 待判: a piece is missing, and `lacking` names it
};

/// The rule that a verdict follows.
enum class rule {
  value,      ///< the outcome against the asked value, range or floor
  schedule,   ///< progress of a flow against elapsed time (时间过半、任务过半)
  path,       ///< progress of a stock from last year's end against elapsed time
  cap,        ///< the outcome under a ceiling, never pro rata
  stability,  ///< the outcome against the same figure a year before
  step,       ///< its growth against that of a reference
  direction,  ///< the sign of the movement
  statement,  ///< what the outcome itself states: 已完成, 达到序时进度
  none,       ///< no rule could be applied
};

/// What a verdict or a need would have needed.
enum class lacking {
  nothing,
  outcome,       ///< no figure for the elapsed time
  last_year,     ///< the same figure a year before
  year_start,    ///< the level at the end of last year
  reference,     ///< the figure that it must keep step with
  quota,         ///< the number is in another document
  kind,          ///< whether the indicator adds up over the year: not in the catalogue
  unit,          ///< the outcome is in a unit that does not convert to the target's
  measurable,    ///< the target names nothing that can be measured
  better,        ///< whether more or less of it is better: catalogue, name and target do not state it
  reading,       ///< the target was read with a doubt
};

/// A derived number: from the printed numbers as they stand, and all that their
/// rounding leaves possible.
struct figure {
  double value = 0;
  bounds within = bounds::entire();

  friend bool operator==(const figure&, const figure&) = default;
};

/// Progress of a flow: how much is done, and how much time has passed, in %.
struct pace {
  figure completion;
  double elapsed = 0;
  figure lead;  ///< completion less elapsed, in points

  friend bool operator==(const pace&, const pace&) = default;
};

/// What the rest of the period must bring for the target to be reached.
struct need {
  kebi::measure measure = measure::level;  ///< a level in `in`, or a growth in %
  std::optional<period> over;              ///< the rest of the period
  kebi::bound bound = bound::at_least;     ///< at_least, at_most or range
  int decimals = 0;                        ///< that the figures it comes from are good to
  figure lo;                               ///< the least, or the most for at_most
  std::optional<figure> hi;                ///< of a range
  std::optional<kebi::unit> unit;
  /// What has come so far is more than the whole period may bring, and does not go away.
  bool out_of_reach = false;
  /// For a growth: the elapsed part's weight in the base year.
  std::optional<figure> weight;
  bool weight_assumed = false;  ///< no figures give the weight: see settings::weight_slack

  friend bool operator==(const need&, const need&) = default;
};

/// One target held against its outcome, with everything that led to the verdict.
struct assessment {
  fact target;
  std::optional<fact> outcome;    ///< what it was held against
  std::optional<fact> reference;  ///< what it keeps step with, or last year's figure
  std::optional<fact> disputed;   ///< another figure of the same that says otherwise
  kebi::verdict verdict = verdict::undetermined;
  kebi::rule rule = rule::none;
  better_way better_by;  ///< which way is better, and from where that is known
  /// How far the outcome lies on the good side of what was asked, in `margin_in`.
  std::optional<figure> margin;
  std::optional<unit> margin_in;
  std::optional<kebi::pace> pace;
  /// Rounding alone could turn the comparison of the printed numbers.
  bool at_edge = false;
  kebi::lacking lacking = lacking::nothing;
  std::string lacking_indicator;             ///< which figure is missing
  std::optional<kebi::measure> lacking_measure;
  std::optional<period> lacking_period;
  std::optional<kebi::need> need;

  friend bool operator==(const assessment&, const assessment&) = default;
};

}  // namespace kebi
