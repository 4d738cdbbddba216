#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kebi/io/plan.hpp"
#include "plan_layout.hpp"

namespace kebi {

/// What a plan's table is about: what the caller gives, else what stands in the titles above its
/// heads, else what its heads name.
struct plan_subject {
  std::string title, region;
  std::string unit;                      ///< 单位：亿元
  std::optional<kebi::period> period;    ///< of the outcomes
  std::optional<int> year;               ///< of the targets, from their heads
};

/// The span that the caller names where there are outcomes of it, else that of most outcomes, the later
/// of two: 上半年 beside 一季度. Nothing where there are no outcomes.
std::optional<period> span_of_outcomes(const std::vector<fact>& facts, const std::optional<period>& given);

plan_subject subject_of(const plan_layout& layout, const catalogue& known, const plan_defaults& given);

}  // namespace kebi
