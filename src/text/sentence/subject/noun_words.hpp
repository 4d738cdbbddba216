#pragma once

#include <cstddef>
#include <string>

#include "kebi/indicator/catalogue.hpp"
#include "text/sentence/clause.hpp"

namespace kebi::grammar {

/// The words of a counted noun.
struct noun_words {
  std::size_t begin, end;
};

/// Where the noun that starts at `i` ends, with its attributes; `i` where no noun starts.
std::size_t end_of_noun(const clause& c, std::size_t i);

/// Where the quotes end that open at `i`; `i` where none do.
std::size_t end_of_quote(const clause& c, std::size_t i);

/// Where those who are counted end and what they did starts.
std::size_t end_of_actors(const clause& c, noun_words noun);

/// The name of what is counted, without words of time and manner.
std::string name_of(const clause& c, noun_words noun);

/// 重点项目 of 重点项目完成投资, 龙头企业 of 龙头企业产值: those who are counted, without what they
/// did or what is measured of them; the whole name where it has neither.
std::string actors_in(const std::string& name, const catalogue* known, const vocabulary& words);

}  // namespace kebi::grammar
