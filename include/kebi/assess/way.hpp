#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kebi/indicator/fact.hpp"
#include "kebi/indicator/indicator.hpp"

namespace kebi {

/// Where it is known from which way is better.
enum class way_source {
  nothing,         ///< it is not known
  catalogue,       ///< the catalogue has the indicator
  indicator_name,  ///< a word of its name: 死亡, 事故, 投诉, 逾期
  target_words,    ///< a word of the target: 增长, 不低于, 不超过, 零发生
};

/// Which way is better for an indicator, and from where that is known.
struct better_way {
  std::optional<better> way;  ///< none where it is unknown
  way_source from = way_source::nothing;
  std::string word;           ///< of the name or the target

  friend bool operator==(const better_way&, const better_way&) = default;
};

/// Which way is better: what the catalogue states, else what a word of the name states, else what a
/// word of the target asks for. A number alone states nothing, so it stays unknown.
///
/// A name states that more is better where it ends with one of a few rates (满意度, 办结率, 覆盖率), and
/// that less is better where one of a few words for harm (死亡, 事故, 投诉, 逾期, 失业 …) stands in it with
/// words of counting alone behind it: 投诉件数 but not 投诉办理件数, 无事故天数.
better_way way_of(const fact& target, const indicator* known);

namespace detail {

/// The word for harm in a name that counts it; empty where there is none.
std::string_view harm_in(std::string_view name);

/// The rate at the end of a name that is better high; empty where there is none.
std::string_view good_rate_in(std::string_view name);

/// Whether a stock is a floor to be kept, so that it was there from the start and is no path: 耕地,
/// 湿地 and what else the name lists, or a target to hold: 保持在30万亩以上, 守住.
bool is_kept_above(const fact& target);

}  // namespace detail
}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/assess/way-inl.hpp"
#endif
