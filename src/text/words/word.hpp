#pragma once

#include <cstdint>
#include <string_view>

namespace kebi::grammar {

/// What a word does in a statement. The codes of data files are these names; the words that
/// have them stand in src/text/words/data.
enum class word : std::uint8_t {
  text,    // anything else: names and what is said about them
  number,  // in Arabic or Chinese numerals, with its unit
  period,  // 上半年, 上年同期, "十三五"时期
  comma,
  list,   // 、
  joint,  // 和, 及, 与
  stop,   // 。 ; and line ends
  colon,
  open,
  close,
  quote,
  dash,
  rise,          // 增长, 提高
  fall,          // 下降, 回落
  narrow,        // 收窄: what falls, falls less
  widen,         // 扩大
  to,            // 到, 至: the number is where the change ends
  from,          // 由, 从
  higher,        // 高于, 快于 a reference
  lower,         // 低于, 慢于
  than,          // 比, 较
  high,          // after a reference: 比全国高
  low,           // 比全国低
  reach,         // 完成, 实现, 达到, 为
  hold,          // 保持, 稳定在
  control,       // 控制在
  before,        // a bound before the number: 约, 超, 不低于; sense is a kebi::bound
  after,         // a bound behind it: 左右, 以上, 以内
  speed,         // 增速, 涨幅
  decline,       // 降幅
  part_of,       // 占
  share,         // 比重, 占比
  contribution,  // 贡献率
  pull,          // 拉动
  times_of,      // 是…的 2.1 倍, 恢复至…的 88.6%
  rank,          // 居, 列, 位居
  first_place,   // 首位
  distance,      // 一定距离
  cleared,       // 清零
  flat,          // 持平
  stable,        // 稳定, as the state of a target
  sync,          // 同步
  positive,      // 正增长
  negative,      // 负增长
  two_digit,     // 两位数
  doubled,       // 翻番
  each,          // 分别
  all,           // 均, 都
  basis,         // 同比, 环比; sense is a kebi::basis
  footing,       // 可比价格; sense is a kebi::comparable
  status,        // 预计, 力争; sense is a kebi::status
  stretch,       // 力争: the second mark after a first one
  nature,        // 约束性; sense is a kebi::nature
  assigned,      // 下达, 任务
  goal,          // 目标, 计划
  improve,       // 改善: better, whichever way that is
  among,         // 其中
  with,          // 与, 同, 跟 before 同步, 持平
  of,            // 的
  adverb,        // 稳步, 明显: passed over
  sign,          // ≥ ≤ > <; sense is a kebi::bound
};

/// A word that the lexicon knows: a row of src/text/words/data. A `tight` word means what the row
/// says only beside a number or another such word (涨5%); elsewhere it is text (停涨).
struct entry {
  std::string_view spelling;
  word is = word::text;
  std::int8_t sense = 0;
  bool tight = false;
};

}  // namespace kebi::grammar
