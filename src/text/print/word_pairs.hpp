#pragma once

#include <algorithm>
#include <iterator>
#include <string>

#include "kebi/text/explain.hpp"

namespace kebi::detail {

/// One of two wordings, by the language.
inline std::string in_words(language in, std::string zh, std::string en) {
  return in == language::zh ? zh : en;
}

/// A value of an enumeration in Chinese and in English.
template <class Enum>
struct word_pair {
  Enum of;
  const char *zh, *en;
};

/// The words for a value; empty where the table has none.
template <class Enum, std::size_t N>
std::string word_for(const word_pair<Enum> (&all)[N], Enum value, language in) {
  const auto found = std::ranges::find(all, value, &word_pair<Enum>::of);
  return found == std::end(all) ? std::string{} : in_words(in, found->zh, found->en);
}

}  // namespace kebi::detail
