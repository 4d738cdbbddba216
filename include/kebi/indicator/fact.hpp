#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "kebi/core/bounds.hpp"
#include "kebi/core/decimal.hpp"
#include "kebi/core/evaluate.hpp"
#include "kebi/core/unit.hpp"
#include "kebi/indicator/doubt.hpp"
#include "kebi/period/period.hpp"

namespace kebi {

/// What kind of statement a fact is.
enum class status { actual, estimate, target, forecast };

/// What the number of a fact is.
enum class measure {
  level,
  growth,        ///< in %
  share,         ///< of a whole, in %
  change,        ///< against another period, of `subject`
  gap,           ///< to another region, item or target, of `subject`
  ratio,         ///< 是…的 2.1 倍
  contribution,  ///< 贡献率: part of the increment of a whole, in %
  pull,          ///< 拉动: points of the growth of a whole
  progress,      ///< 完成年计划的 53%
  rank,
};

/// How the number binds.
enum class bound {
  exact,
  about,      ///< 左右, 约
  at_least,   ///< 以上, 不低于
  at_most,    ///< 以内, 不超过, 控制在
  more_than,  ///< 超, 逾, 突破, 余
  less_than,  ///< 不足, 低于
  nearly,     ///< 近
  range,      ///< from `lo` to `hi`
  flat,       ///< 持平
  stable,     ///< 稳定
  sync,       ///< 与…同步
  exceed,     ///< 高于, 快于 a reference
  assigned,   ///< 完成市下达目标: the number is in another document
  none,       ///< a phrase that says which way, or nothing countable
};

/// Which way, for a phrase without a number.
enum class direction { up, down, narrower, wider, to_profit, to_loss, to_growth, to_decline };

/// What a growth or change is against.
enum class basis {
  yoy,         ///< 同比
  mom,         ///< 环比
  year_start,  ///< 较年初
  average,     ///< 年均
  average2,    ///< 两年平均
  fixed,       ///< 比某年
};

/// The basis of a growth, its prices or its scope, where it is stated.
enum class comparable {
  price,        ///< 可比价格, 不变价, 实际
  scope,        ///< 可比口径, 同口径
  nominal,      ///< 名义
  adjusted,     ///< 剔除…后: what, in `versus`
  unspecified,  ///< 可比
};

/// How a target binds those who set it.
enum class nature { binding, expected };  // 约束性, 预期性

/// What a source says of one indicator in one place and time: a number, or a phrase
/// that bounds one. Reading, inference and writing all exchange facts, and
/// docs/reference/facts.md has the form in which they travel.
///
/// A number is negative where the words say so (下降), and keeps its printed
/// decimals; 下降3%以上 therefore ends at -3 from above.
struct fact {
  std::string indicator;             ///< the name, stripped of place and time
  std::string region;
  std::optional<kebi::period> period;
  kebi::status status = status::actual;
  kebi::measure measure = measure::level;
  std::optional<kebi::measure> subject;  ///< of a change or gap: level, growth or share
  std::optional<decimal> value;          ///< none for a range, or a phrase without a number
  std::optional<decimal> lo, hi;         ///< the ends; with a one-sided bound the given end too
  std::optional<kebi::unit> unit;
  kebi::bound bound = bound::exact;
  std::optional<kebi::direction> direction;
  std::optional<decimal> stretch;        ///< the second, higher mark of a target (力争)
  std::optional<kebi::basis> basis;
  std::optional<kebi::comparable> comparable;
  std::optional<kebi::nature> nature;
  std::string whole;       ///< the whole of a share, contribution or pull
  std::string reference;   ///< the reference of a gap, sync, quota, or change
  std::string parent;   ///< the total that contains it (其中, #)
  std::size_t start = 0, end = 0;  ///< the bytes of the input that say it; both 0 where unknown
  std::string text;     ///< the source's own words
  kebi::doubts doubts;  ///< what the reading took for granted; none where it is firm

  friend bool operator==(const fact&, const fact&) = default;
};

/// Whether nothing of the reading is in doubt.
inline bool is_firm(const fact& f) { return f.doubts.empty(); }

/// Whether two facts state the same, wherever they stand and however sure the reading.
bool same_statement(fact a, fact b);

/// How many decimals the fact was printed with: those of its value, or of its ends.
int printed_decimals(const fact& f);

/// What the printed value leaves possible for the true figure, in its unit. A
/// hedged figure (约, 近, 超) is not bounded by its digits: see settings in assess
/// and infer. Entire where there is no number.
bounds possible(const fact& f);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/indicator/fact-inl.hpp"
#endif
