#pragma once

#include <string_view>

#include "kebi/indicator/fact.hpp"
#include "kebi/indicator/indicator.hpp"

namespace kebi::detail {

bool has_happened(const fact& f);

/// Whether a figure's span is one on which the target can be judged: of what adds
/// up only the time since the target's start, of what stands at a date any.
bool spans(const fact& figure, const fact& target, const indicator* known);

/// Whether a figure measures what a target asks for.
bool answers(const fact& figure, const fact& target, const indicator* known);

/// Whether an outcome in words answers a target: 已完成, 达到序时进度.
bool answers_in_words(const fact& figure, const fact& target);

/// Whether a target names a reference to compare with: 同步, 高于, 低于, 持平.
bool compares(const fact& target);

/// 全市 of 全市平均水平: what two references are compared by.
std::string_view without_mean(std::string_view reference);

/// Whether a published distance is one to the reference that a target names.
bool is_gap_to(const fact& figure, const fact& target);

/// Whether a figure is a published change or growth since the year before.
bool is_change_since_last_year(const fact& f);

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/assess/answers-inl.hpp"
#endif
