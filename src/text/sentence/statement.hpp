#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"

namespace kebi::grammar {

/// What a clause changes in the subjects that carry over.
struct subjects_change {
  std::optional<std::vector<std::string>> names;
  std::optional<std::string> region;
  std::optional<int> clauses;
};

/// What a clause changes in the whole that 其中 refers to.
struct parent_change {
  std::optional<std::string> name;
  std::optional<bool> lists_parts;
  std::optional<std::string> head;
};

/// What a clause changes in memory; what is not set stays as it is.
struct memory_change {
  subjects_change whom;
  parent_change parent;
  std::optional<last_number> last;
  std::optional<kebi::basis> basis;
  carried_standing standing;  ///< `nature` changes with the list that `of_list` opens
  std::optional<span_words> span;
};

/// The numbers that no fact carries, as tokens.
struct left_numbers {
  std::vector<std::size_t> unbound;
  std::vector<std::size_t> unclear;  ///< those of changes of a profit or of its loss
};

/// What one number, one list of numbers or one phrase without a number states, and what it leaves
/// for the words behind it. Each reader returns one; read_sentence puts them together.
struct statement {
  std::size_t next = 0;    ///< the word where reading goes on
  bool uses_words = true;  ///< whether the words before `next` are no head of later numbers
  std::vector<fact> facts{};
  bool replaces_last = false;  ///< whether the first fact takes the place of the last one before
  left_numbers left{};
  memory_change carries{};
  std::optional<std::vector<std::string>> actors{};  ///< as in `stated`
  std::optional<bool> stretch{};
};

/// A word that states nothing by itself.
inline statement nothing_at(std::size_t i) { return {i + 1, false}; }

/// 年内 and 预计 reach the clauses behind them, until the sentence ends. The year before in
/// 出口1.5亿元,去年同期1.2亿元,增长25% does not, nor do those of 由2010年的5亿元提高到2015年的9亿元: they belong to
/// their own figures alone.
inline void remember(memory_change& carries, const frame& f) {
  const auto& span = f.time.span;
  const bool year_before = span && span->is_same_span_before() && f.whom.subject.empty();
  if (span && !year_before && !f.time.of_end) carries.span = span;
  const auto& status = f.standing.status;
  if (status == status::forecast || status == status::target) carries.standing.status = status;
  if (f.standing.stretch) carries.standing.status = status::target;
}

/// Makes the changes, and takes them out of `carries`.
inline void apply(memory_change& carries, memory& carried) {
  const auto put = [](auto& from, auto& to) {
    if (from) to = std::move(*from);
    from.reset();
  };
  if (carries.whom.names) carried.whom.clauses = 0;
  put(carries.whom.names, carried.whom.names);
  put(carries.whom.clauses, carried.whom.clauses);
  if (carries.whom.region && !carries.whom.region->empty()) {
    const std::string& region = *carries.whom.region;
    carried.whom.level = ends_with_any(region, {"本级", "级", "直"}) ? region : std::string{};
  }
  if (carries.whom.region) carried.whom.region_holds = !carries.whom.region->empty();
  put(carries.whom.region, carried.whom.region);
  put(carries.parent.name, carried.parent.name);
  put(carries.parent.lists_parts, carried.parent.lists_parts);
  put(carries.parent.head, carried.parent.head);
  put(carries.last, carried.last);
  put(carries.basis, carried.basis);
  put(carries.standing.status, carried.standing.status);
  if (carries.standing.of_list) carried.standing.nature = carries.standing.nature;
  put(carries.standing.of_list, carried.standing.of_list);
  put(carries.span, carried.span);
}

}  // namespace kebi::grammar
