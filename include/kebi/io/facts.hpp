#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/assess/assessment.hpp"
#include "kebi/core/config.hpp"
#include "kebi/indicator/fact.hpp"

namespace kebi {

/// Facts as JSON Lines: one object a line with the keys of docs/reference/facts.md, absent
/// where there is nothing to say; numbers keep their printed digits. What is
/// written reads back as the same facts.
KEBI_API std::string write_facts(std::span<const fact> facts);
KEBI_API std::string write_fact(const fact& f);

/// Reads what `write_facts` writes. Throws `read_error` with the line for
/// malformed JSON, an unknown key or word, a missing indicator, or a number
/// that is too large for any statistic.
KEBI_API std::vector<fact> read_facts(std::string_view jsonl);

/// An assessment as one JSON object: target and outcome as facts, verdict, rule,
/// margin, pace, need and what is lacking, each number with its bounds.
KEBI_API std::string write_assessment(const assessment& a);

}  // namespace kebi
