#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/text/read_phrase.hpp"
#include "text/sentence/sentence.hpp"
#include "text/words/lexicon.hpp"

namespace kebi::grammar {

/// The indicators that a phrase serves: 出口|进口.
std::vector<std::string> names_of(std::string_view names);

/// A phrase on its way to facts.
struct phrase {
  std::string_view source;
  const phrase_context& context;
  folded text;
  tokens words;
  std::vector<std::string> subjects;

  phrase(std::string_view from, const phrase_context& about)
      : source{from},
        context{about},
        text{from},
        words{tokenize(text, words_of(about.lexicon))},
        subjects{names_of(about.indicator)} {}

  std::string shown(const token& t) const { return text.text().substr(t.begin, t.end - t.begin); }
  bool has(word is) const {
    return std::ranges::any_of(words.all, [&](const token& t) { return t.is == is; });
  }
  const token* find(word is) const {
    const auto found = std::ranges::find(words.all, is, &token::is);
    return found == words.all.end() ? nullptr : &*found;
  }
  read_error refusal(std::size_t at, std::string_view found, const std::string& expected) const {
    return {place_in(source, text.start(at)), in_quotes(found), expected};
  }
};

/// -1.1% of (1.1%) or △1.1%, a minus as accounts write it; empty for any other cell.
std::string without_account_minus(std::string_view cell);

/// Throws for an empty phrase, and for letters, odd signs and words behind a number that no
/// rule has read.
void require_understood(const phrase& in, const std::string& expected);

/// Throws unless each level can be printed in its unit.
void require_units(const phrase& in, const std::vector<fact>& facts);

/// A target that a phrase states, with nothing but whom and when it is of, and its words.
fact fact_of(const phrase& in, const std::string& subject);

/// How an outcome in words stands to its target: 已完成, 达到序时进度. Nothing where it states no such thing.
std::optional<fact> read_attainment(const phrase& in, const std::string& subject);

/// A phrase without a number, or a clause of it: 与经济增长同步, 快于财政收入增速.
fact read_worded(const phrase& in, const std::string& subject);

}  // namespace kebi::grammar
