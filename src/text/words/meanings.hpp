#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/words/word.hpp"

namespace kebi::grammar {

/// Groups of words that one rule asks for. The code of each, as data files have it, is its name.
enum class group : std::uint8_t {
  shared_end,    // names/data: what lists share at their end
  set_phrase,    // account/data: words with numerals that are no figures; detail: why
  counted,       // what a numeral before it counts without being a figure; detail: why
  ordinal,       // what 第三 counts
};
inline constexpr std::size_t group_count = 4;

/// What the second cell of a row says of its phrase: a word of sentences, a unit, or a member of
/// a group.
struct meaning {
  enum class kind : std::uint8_t { word, unit, member } is = kind::word;
  grammar::word word = grammar::word::text;
  grammar::group group = {};
};

/// The meaning of a code; nothing where there is none of that name.
std::optional<meaning> meaning_of(std::string_view code);

/// What a sense says of a word, as readers of sentences ask for it: a bound of 约, a basis of 同比,
/// 2 of 增至. Throws `error` with the senses that the word may have.
std::int8_t sense_of(word is, std::string_view code);

}  // namespace kebi::grammar
