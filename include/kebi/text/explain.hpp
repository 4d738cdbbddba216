#pragma once

#include <string>

#include "kebi/assess/assessment.hpp"
#include "kebi/core/config.hpp"
#include "kebi/text/language.hpp"

namespace kebi {

/// The word of a verdict: 超前, ahead.
KEBI_API std::string verdict_word(verdict v, language in);

/// What a reading took for granted, in words: 报告期未写明, the period is assumed.
KEBI_API std::string doubt_words(const doubts& of, language in);

/// Why an assessment says what it says, in a few words: 完成50.9%,快于序时进度0.9个百分点.
/// Numbers are printed to the digit of the figures that they come from.
KEBI_API std::string reason(const assessment& a, language in);

/// What the rest of the period must bring, with bounds, and what that assumes;
/// empty where nothing is known. Bounds are rounded outwards.
KEBI_API std::string need_words(const assessment& a, language in);
KEBI_API std::string need_assumption(const assessment& a, language in);

}  // namespace kebi
