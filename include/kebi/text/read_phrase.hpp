#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/core/config.hpp"
#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/text/lexicon.hpp"

namespace kebi {

/// What a phrase is about, where the phrase does not say so itself.
struct phrase_context {
  /// The indicator, or several parted by | that the phrase serves together.
  std::string indicator;
  std::string region;
  std::optional<kebi::period> period;
  /// Tells ratios from amounts and what units an indicator is printed in.
  const catalogue* known = nullptr;
  /// The words that are known; the standard ones where it is null.
  const kebi::lexicon* lexicon = nullptr;
};

/// Reads the targets of one cell of a plan: 增长6.0%-6.5%, 完成300亿元以上, 控制在5650人以内,
/// 与经济增长保持同步, 基本持平, 完成市下达目标. One fact for each target in the phrase and each
/// indicator; growth is against a year before (同比) unless the phrase says otherwise.
/// `start` and `end` count bytes of the phrase.
///
/// A phrase of words alone that states no target is a fact with bound `none`.
/// Throws `read_error` for what cannot be read, and for a unit in which the
/// indicator cannot be printed.
KEBI_API std::vector<fact> read_target(std::string_view phrase, const phrase_context& context = {});

/// Reads the outcomes of one cell: -0.9%, 152.7亿元, 完成172.8亿元,同比增长1.1%,
/// 预计达到30233元. A bare % is a growth beside a growth target (增长, 持平, 同步), a level
/// beside a target for the level of a ratio, and without a `target` what the
/// indicator's kind makes of it. Throws as `read_target` does, and where it cannot
/// be given what a % is.
KEBI_API std::vector<fact> read_outcome(std::string_view cell, const phrase_context& context,
                                        const fact* target = nullptr);

}  // namespace kebi
