#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"

namespace kebi::grammar {

/// One number of a list, with the words of its own: 下降4.1%左右 in 分别增长6.8%、下降4.1%左右.
struct listed_number {
  std::size_t token = 0;               ///< of the number
  std::optional<std::size_t> upper;    ///< the number of the upper end of a range: 6.0%-6.5%
  std::size_t begin = 0, end = 0;      ///< its words
  std::optional<kebi::bound> bound;    ///< behind it
  std::optional<int> sign;             ///< of a verb of its own
  bool to = false;                     ///< whether a change ends at it: 降至
  std::optional<std::size_t> outcome;  ///< 亏损 in 盈利0.8亿元、亏损1.2亿元
};

/// The numbers that share one head: one, a range, or a list.
struct number_list {
  std::vector<listed_number> all;
  std::size_t next = 0;  ///< the word behind them

  bool several() const { return all.size() > 1; }
};

/// Reads the numbers that start at `n`. 、 and 和 and blanks part the members of a list; they are
/// of one form, and a unit may stand behind the last one only.
number_list read_list(const clause& c, std::size_t n, const frame& f);

/// The bound behind a number, 左右 or 以上, which moves `i` behind it.
std::optional<kebi::bound> bound_behind(const clause& c, std::size_t& i);

/// A number of a list as it counts.
struct list_value {
  numeral number;
  bool of_people = false;  ///< 人数达7.5万: 万 is its unit
};

/// A number with the unit of the last one of its list where it has none of its own, as 64 has in
/// 64、82亿元; none where the unit is no unit of a figure. `name` is the subject of the list.
std::optional<list_value> value_in_list(const clause& c, const number_list& list,
                                        const listed_number& one, const frame& f,
                                        std::string_view name);

/// Whether a number, in a clause that starts at `begin`, is no figure of its sentence: the value
/// of a reference (高于全国(5.0%)), the target of a progress (完成全年980万目标的63%),
/// a part of things (四分之三的企业增产), or beyond any statistic.
bool states_nothing(const clause& c, std::size_t n, std::size_t begin, const context& known);

/// Whether a number is part of a name or a length of time: 产值过百亿元的产业, 500万元以上工业项目,
/// 连续4年.
bool is_named(const clause& c, std::size_t n, const context& known);

/// Whether a number's unit is one that figures can have: of no absurd scale.
bool has_sound_unit(const clause& c, const numeral& n);

/// Makes 2.53:1 in 收入比为2.53:1 one number.
void join_ratio(const clause& c, number_list& list);

/// Whether a list is a ratio of three: 三次产业结构为5:40:55.
bool is_structure(const clause& c, const number_list& list);

/// A bound behind the last number of a list reaches the whole of it.
void share_bound(number_list& list);

}  // namespace kebi::grammar
