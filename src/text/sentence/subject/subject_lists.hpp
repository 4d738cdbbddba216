#pragma once

#include <string>
#include <vector>

#include "kebi/indicator/fact.hpp"
#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"
#include "text/sentence/numbers.hpp"
#include "text/sentence/subject/subjects.hpp"

namespace kebi::grammar {

/// The subjects of a list of numbers, where the head itself does not name one for each: the
/// clauses before it do, or the facts before it.
std::vector<std::string> names_for_list(const clause& c, const frame& f, const number_list& list,
                                        const subjects& found, const context& known);

/// Whether one number is of all subjects that were named, taken together, and their names as one:
/// 合计拉动…增长0.7个百分点, 合计占…的12%.
bool is_of_all(const clause& c, const frame& f, std::size_t number);
std::string names_together(const std::vector<std::string>& names);

/// Makes regions of places that pull: in 甲、乙等市分别拉动全省工业投资增长… the whole is the indicator.
void name_pull_by_region(fact& made, const vocabulary& words);

}  // namespace kebi::grammar
