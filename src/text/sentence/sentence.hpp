#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/fact.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// What is known before a sentence is read.
struct setting {
  std::vector<std::string> subjects;  ///< whom a phrase speaks of; none: the sentence says
  std::string region;
  std::string parent_region;  ///< what 全市 means in a district's report
  std::optional<kebi::period> period;
  kebi::status status = kebi::status::actual;
  const catalogue* known = nullptr;
  /// What a bare % is: decided by the target beside it; else by the indicator.
  std::optional<kebi::measure> bare_percent;
};

/// A sentence's facts, and what of it was not read.
struct sentence {
  std::vector<fact> facts;
  std::vector<std::size_t> unbound;  ///< tokens of numbers that no fact carries
  std::vector<std::size_t> unclear;  ///< those of changes of a profit or of its loss
};

/// Which way a word of the lexicon says that something goes: 改善, 扭亏, 由负转正.
kebi::direction direction_of(std::int8_t sense);

/// What carries over from one sentence of a paragraph to the next.
struct memory {
  std::vector<std::string> subjects;
  std::string parent;                 ///< the item that 其中 speaks of
  int last_gap = 0;                   ///< 快于全国1.4个、全省0.6个百分点
  bool parts = false;                 ///< 其中: is followed by a list of its parts
  std::optional<kebi::measure> last;  ///< the measure of the last number
  std::string last_of;                ///< its whole
  int last_sign = 1;                  ///< of the last growth
  std::optional<kebi::basis> basis;   ///< 从环比看
  std::optional<kebi::status> status;
  std::optional<kebi::status> of_list;  ///< 预期目标是: reaches all that is listed behind it
  std::optional<span_words> span;  ///< 年内, until the sentence ends
};

/// 全区, 我区 is the report's own region, 全市 in a district's report its parent.
std::string region_named(std::string_view words, const setting& given);

/// Reads the tokens [first, last) of one sentence.
sentence read_sentence(const folded& text, const tokens& words, std::size_t first, std::size_t last,
                       const setting& given, memory& carried);

}  // namespace kebi::grammar
