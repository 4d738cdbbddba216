#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "kebi/indicator/fact.hpp"
#include "text/names/indicator_names.hpp"
#include "text/words/period_words.hpp"

namespace kebi::grammar {

/// The subject of a number, where the predicate starts, and how several numbers go with several
/// subjects.
struct subject_words {
  std::vector<piece> subject;            ///< a second piece is the object of 实现
  std::optional<piece> object;           ///< what stands behind the verb: 产值 in 实现产值
  std::optional<std::size_t> predicate;  ///< its first word
  bool listed = false;                   ///< behind 、: 其中工业4家、建筑业56家
  bool among = false;                    ///< 其中
  bool parts = false;                    ///< 其中: a list of parts follows
  bool each = false;                     ///< 分别: a number for each
  bool all = false;                      ///< 均: one number of all of them
};

/// A verb of change: 同比增长5%, 由5.2%回落至3.1%, 减亏0.3亿元.
struct change_words {
  bool stated = false;         ///< whether there is one
  int sign = 0;                ///< 1 for 增长, -1 for 下降
  bool from = false;           ///< 由: the number is where the change starts
  bool to = false;             ///< 至: the number is where it ends
  bool of_difference = false;  ///< 收窄, 扩大: not of the figure, but of its fall or its distance
  bool of_loss = false;        ///< 增亏, 减亏
  bool grew = false;           ///< 增长, as against 提高
  bool negated = false;        ///< 没有增长5%
};

/// A noun that calls the number a rate of change.
enum class rate_word : std::uint8_t {
  none,
  growth,   ///< 增速, 涨幅
  decline,  ///< 降幅: its numbers are falls
};

/// Words that name what is measured, besides verbs of change.
struct measure_words {
  rate_word rate = rate_word::none;
  bool share = false;          ///< 比重, 占比
  bool takes_part = false;     ///< 占
  bool contribution = false;   ///< 贡献率
  int pull = 0;                ///< 拉动: 1, 下拉: -1
  bool rank = false;           ///< 居…第3位
  std::optional<piece> whole;  ///< of a share or a pull: 地区生产总值 in 占地区生产总值的比重
};

/// A verb of reaching a number.
enum class reach_word : std::uint8_t {
  none,
  reached,    ///< 实现, 为
  attained,   ///< 达到: at least, in a target
  completed,  ///< 完成, which may stand before how much of a plan is done
};

/// A verb of staying at a number.
enum class hold_word : std::uint8_t {
  none,
  held,     ///< 保持, 稳定在
  ensured,  ///< 确保: a target
};

/// What binds the number: verbs of how it came out, and words of a bound.
struct outcome_words {
  std::optional<kebi::bound> bound;  ///< 约, 超, 不低于
  reach_word reach = reach_word::none;
  hold_word hold = hold_word::none;
  bool control = false;         ///< 控制在
  std::optional<piece> before;  ///< what it came from: 亏损 in 由上年亏损1.2亿元转为
};

/// How often the reference a number is.
enum class multiple_word : std::uint8_t {
  none,
  times,   ///< 是…的2.1倍
  equals,  ///< 相当于…的2.7%
};

/// What the number is set against: 快于全国1.4个百分点, 比上年末减少22万人.
struct comparison_words {
  int gap = 0;          ///< 1 for 高于, 快于, -1 for 低于
  bool better = false;  ///< 好于: whichever way that is
  bool than = false;    ///< 比, 较
  multiple_word multiple = multiple_word::none;
  std::optional<piece> reference;
  bool reference_is_time = false;  ///< 上年末, as against 全国
  std::optional<span_words> reference_span;
};

/// What a growth is a growth of, and on which basis it is calculated.
struct basis_words {
  std::optional<kebi::basis> basis;            ///< 同比, 环比
  bool none = false;                           ///< 压缩, which names none
  std::optional<kebi::comparable> comparable;  ///< 可比价格, 同口径
  std::optional<piece> adjustment;             ///< 留抵退税因素 in 扣除留抵退税因素后
};

/// The time that the words name.
struct time_words {
  std::optional<span_words> span;   ///< 上半年, before the predicate
  std::vector<span_words> earlier;  ///< those before it in a list: 一季度、二季度分别达到
  std::optional<span_words> from;   ///< 由2015年的: of what a change starts from
  bool of_end = false;              ///< 提高到2015年的: `span` is that of what a change ends at
};

/// Whether the number is a figure, a forecast or a target.
struct status_words {
  std::optional<kebi::status> status;    ///< 预计, 力争
  std::optional<kebi::status> label;     ///< (年度目标): of this number alone
  std::optional<span_words> label_span;  ///< and its time
  std::optional<kebi::nature> nature;    ///< (约束性): of this number alone
  bool done = false;                     ///< 已
  bool aims = false;                     ///< 收入目标: this number alone is a target
  bool stretch = false;                  ///< 力争: the second mark of a target
  bool progress = false;                 ///< 完成进度: how much of a plan is done
};

/// What the words before a number state of it, from the last comma, or from the number before
/// it: 同比 a basis, 增长 a verb of change and the predicate, all before it the subject.
struct frame {
  subject_words whom;
  change_words change;
  measure_words measure;
  outcome_words outcome;
  comparison_words against;
  basis_words growth;
  time_words time;
  status_words standing;

  bool names_rate() const { return measure.rate != rate_word::none; }
};

}  // namespace kebi::grammar
