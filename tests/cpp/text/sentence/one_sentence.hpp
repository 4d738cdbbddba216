#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/words/lexicon.hpp"

namespace kebi::test {

/// A sentence with all that its readers are given: no subject, no memory, unless a test sets them.
struct one_sentence {
  std::string source;
  grammar::folded text{source};
  grammar::tokens words = grammar::tokenize(text, grammar::words_of(nullptr));
  grammar::setting given{};
  grammar::memory carried{};
  grammar::stated so_far{};

  explicit one_sentence(std::string from) : source{std::move(from)} {}
  one_sentence(const one_sentence&) = delete;
  one_sentence& operator=(const one_sentence&) = delete;

  grammar::clause all() const { return {text, words, 0, words.all.size(), 0}; }
  grammar::context known() const { return {given, carried, so_far}; }

  /// The word of the k-th number, counted from 0.
  std::size_t number(std::size_t k = 0) const {
    for (std::size_t i = 0; i < words.all.size(); ++i)
      if (words.all[i].is == grammar::word::number && k-- == 0) return i;
    return words.all.size();
  }
  /// The word that some text starts with.
  std::size_t at(std::string_view start) const {
    const std::size_t begin = text.text().find(start);
    for (std::size_t i = 0; i < words.all.size(); ++i)
      if (words.all[i].begin == begin) return i;
    return words.all.size();
  }
};

}  // namespace kebi::test
