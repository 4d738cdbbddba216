#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/fact.hpp"
#include "text/normalise/strings.hpp"
#include "text/words/period_words.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// The region that a report is about.
struct report_region {
  std::string name;
  std::string parent;  ///< what 全市 means in a district's report
};

/// From when a part of a report speaks: 今年, 五年来 are counted from here, and what lies behind is
/// still to come.
struct viewpoint {
  std::optional<kebi::period> reviewed;  ///< the time that the report looks back on, where known
  std::optional<int> now;                ///< the year in which it is given, where known
  bool looks_back = false;  ///< whether the part reports what was done: 争取资金5亿元 is no target
};

/// What is known before a sentence is read.
struct setting {
  std::vector<std::string> subjects;  ///< of a phrase; none where sentences name theirs
  report_region region;
  std::optional<kebi::period> period;
  viewpoint view;
  kebi::status status = kebi::status::actual;
  kebi::doubts assumed;  ///< what of period and status the text does not state here
  const catalogue* known = nullptr;
  /// What a bare % is, where the target of the same row decides it; else the indicator does.
  std::optional<kebi::measure> bare_percent;
};

/// What the last number of a paragraph measured, which the words behind it may go on with.
struct last_number {
  std::optional<kebi::measure> measure;
  std::string whole;  ///< of a share or a progress: 占…比重38.6%,提高1.2个百分点
  int sign = 1;       ///< of the last growth: 下降3%,降幅收窄1.2个百分点
  int gap = 0;        ///< 快于全国1.4个、全省0.6个百分点
};

/// Whom the next clause speaks of, unless it names another.
struct carried_subjects {
  std::vector<std::string> names;
  std::string region;         ///< 全市 in 全市投资961亿元,同比增长10.8%
  bool region_holds = false;  ///< whether this sentence has named it
  std::string level;          ///< 市本级, until another region or the paragraph ends it
  int clauses = 0;            ///< that the names have been carried over
};

/// The whole that 其中 refers to.
struct carried_parent {
  std::string name;
  bool lists_parts = false;  ///< 其中: is followed by a list of its parts
  std::string head;  ///< what its parts share: 投资 in 分产业看,第一产业增长9.1%
};

/// What the figures of the next clause are, unless it says so itself.
struct carried_standing {
  std::optional<kebi::status> status;   ///< 预计 reaches the clauses behind it
  std::optional<kebi::status> of_list;  ///< 预期目标是: reaches all that is listed behind it
  std::optional<kebi::nature> nature;   ///< of that list
};

/// What carries over from one clause, and from one sentence of a paragraph, to the next.
struct memory {
  carried_subjects whom;
  carried_parent parent;
  last_number last;
  std::optional<kebi::basis> basis;  ///< 从环比看
  carried_standing standing;
  std::optional<span_words> span;  ///< 年内, until the sentence ends
};

/// What the sentence has stated so far.
struct stated {
  std::vector<fact> facts;
  std::vector<std::string> actors;   ///< 甲公司、乙公司 of 甲公司、乙公司分别实现产值
  bool stretch = false;              ///< whether the last number stood behind 力争
  grammar::form form = form::plain;  ///< of the last number, like which 翻一番 is read
};

/// What the words of a clause are read with: what was known before the sentence, what earlier
/// clauses carry over, and what the sentence has stated so far.
struct context {
  const setting& given;
  const memory& carried;
  const stated& so_far;

  /// Whether the words name their subject. Those of a phrase, 增长6%左右 in a cell of a plan, do
  /// not: its indicator is given.
  bool in_prose() const { return given.subjects.empty(); }
};

/// 全区, 我区 is the report's own region, 全市 in a district's report its parent. Without a
/// region of the report, its own region has no name.
inline std::string region_named(std::string_view words, const setting& given) {
  const report_region& own = given.region;
  if (words.empty() || words.starts_with("该")) return own.name;
  const std::string_view area = words.substr(std::min<std::size_t>(3, words.size()));
  if (own.name.empty() && starts_with_any(words, {"我", "本"})) return {};
  if (own.name.empty())
    return area == "市" || area == "省" || area == "国" ? std::string{words} : std::string{};
  if (own.name.ends_with(area)) return own.name;
  if (!own.parent.empty() && own.parent.ends_with(area)) return own.parent;
  return std::string{words};
}

}  // namespace kebi::grammar
