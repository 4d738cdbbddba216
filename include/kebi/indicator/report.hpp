#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/fact.hpp"

namespace kebi {

/// The facts of one document, in reading order: a plan with its targets, and
/// what has become of them.
struct report {
  std::string title;
  std::string region;                  ///< the one that speaks of itself as 全区, 本市
  std::optional<kebi::period> period;  ///< that the outcomes are about
  std::vector<fact> facts;

  friend bool operator==(const report&, const report&) = default;
};

/// The report that a list of facts makes: of the region they share, and of the
/// period that most of its outcomes are about, the earlier one if two are even.
report report_of(std::vector<fact> facts);

/// Each two targets of one report that ask different things of one figure, by whatever names, so
/// that only one can stand; the earlier one first. In time n log n of the facts.
std::vector<std::pair<std::size_t, std::size_t>> all_competing_targets(const report& of,
                                                                       const catalogue& known = {});

/// The first of these; nothing where there are none.
std::optional<std::pair<std::size_t, std::size_t>> competing_targets(const report& of,
                                                                     const catalogue& known = {});

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/indicator/report-inl.hpp"
#endif
