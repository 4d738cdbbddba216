#pragma once

#include <string>
#include <string_view>

#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// 公路改造 of 稳步推进公路改造: a name without the verbs and adverbs that a sentence puts before it.
/// As it is where nothing that may be a name would be left.
std::string without_verbs(std::string name, const vocabulary& known);

/// Whether words are verbs alone, which name nothing: 建成, 累计完成.
bool is_verb_only(std::string_view words, const vocabulary& known);

/// Whether words start with what is done to something: 改善 in 改善环境.
bool starts_with_verb(std::string_view words, const vocabulary& known);

/// 经营主体 of 经营主体扩容: what fares so.
std::string without_state(std::string name, const vocabulary& known);

}  // namespace kebi::grammar
