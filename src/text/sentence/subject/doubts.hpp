#pragma once

#include <string_view>

#include "kebi/indicator/doubt.hpp"
#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"
#include "text/sentence/subject/subjects.hpp"

namespace kebi::grammar {

/// Whether a name is rather a piece of a sentence than the name of an indicator: it is unknown to the
/// catalogue, and long, a verb, or cut in the middle of a phrase.
bool is_doubtful_name(std::string_view name, const catalogue* known, const vocabulary& words);

/// Whether an amount is printed without the unit that it is in.
bool lacks_unit(const fact& made, const catalogue* known, const vocabulary& words);

/// Whether the name of something counted, which is any noun, was cut in the middle of a phrase.
bool is_doubtful_noun(std::string_view name, const vocabulary& words);

/// Whether the name of something counted is rather a clause of its own: long, or with a verb inside.
bool is_doubtful_count(std::string_view name, const vocabulary& words);

/// Whether the subject of the number at `number` may be another one than the one that carries over: it
/// was named long ago, or other words that may name one stand between.
bool is_doubtful_subject(const clause& c, const subjects& found, std::size_t number,
                         const context& known);

}  // namespace kebi::grammar
