#pragma once

#include <optional>
#include <vector>

#include "kebi/indicator/fact.hpp"
#include "text/names/indicator_names.hpp"
#include "text/words/period_words.hpp"

namespace kebi::grammar {

/// What the words before a number say about it.
struct frame {
  std::vector<piece> subject;  // of the folded text; a second piece is the object of 实现
  std::size_t predicate = 0;   // the first token that speaks of the number
  bool has_predicate = false;
  int sign = 0;             // of the verb of change
  bool grew = false;        // 增长, as against 提高
  bool no_basis = false;    // 压缩
  bool done = false;        // 已
  bool better = false;      // 好于: whichever way that is
  bool takes_part = false;  // 占
  bool listed = false;      // behind 、: 其中工业4家、建筑业56家
  bool negated = false;     // 没有增长5%
  bool verb = false, to = false, span_change = false;  // 收窄, 扩大
  bool speed = false, decline = false, share = false;
  bool reach = false, reach_done = false, hold = false, firm = false, control = false,
       contribution = false, pull = false;
  bool times_of = false, equals = false, from = false, each = false, all = false, rank = false,
       than = false;
  int pull_sign = 1, gap = 0;
  std::optional<kebi::bound> before;
  std::optional<kebi::basis> basis;
  std::optional<kebi::comparable> footing;
  std::optional<kebi::status> status;
  bool of_loss = false;   // 增亏, 减亏
  bool progress = false;  // 完成进度: how much of a plan is done
  bool aims = false;      // 收入目标: this number alone is a target
  bool stretch = false, among = false, parts = false;
  std::optional<piece> reference, whole, object, adjustment;
  std::optional<kebi::status> called;     // (年度目标): this number alone
  std::optional<span_words> called_span;  // and its time
  std::optional<piece> outcome;           // 亏损 in 由上年亏损1.2亿元转为
  bool reference_is_time = false;
  std::optional<span_words> reference_span;
  std::optional<span_words> span;       // 上半年, before the predicate
  std::vector<span_words> spans;        // before it in a list: 一季度、二季度分别达到
  std::optional<span_words> from_span;  // 由2015年的
};

}  // namespace kebi::grammar
