#include "text/names/name_verbs.hpp"

#include <algorithm>

namespace kebi::grammar {
namespace {

constexpr std::size_t shortest_name = std::string_view{"公路"}.size();

/// The length of the verb that words start with; 0 where they start with none.
std::size_t verb_length(std::string_view words, const vocabulary& known) {
  std::size_t longest = 0;
  for (const group verbs : {group::name_verb, group::bare_verb, group::actor_verb})
    if (const listed_word* found = known[verbs].longest_start_of(words))
      longest = std::max(longest, found->spelling.size());
  return longest;
}

}  // namespace

std::string without_verbs(std::string name, const vocabulary& known) {
  while (!known[group::kept_verb].starts(name)) {
    const listed_word* verb = known[group::name_verb].longest_start_of(name);
    if (!verb || name.size() < verb->spelling.size() + shortest_name) break;
    name.erase(0, verb->spelling.size());
  }
  return name;
}

bool is_verb_only(std::string_view words, const vocabulary& known) {
  if (words.empty()) return false;
  while (!words.empty()) {
    const std::size_t length = verb_length(words, known);
    if (length == 0) return false;
    words.remove_prefix(length);
  }
  return true;
}

bool starts_with_verb(std::string_view words, const vocabulary& known) {
  return !known[group::kept_verb].starts(words) && verb_length(words, known) > 0;
}

std::string without_state(std::string name, const vocabulary& known) {
  for (;;) {
    const listed_word* state = nullptr;
    for (const listed_word& each : known[group::state_verb])
      if (name.ends_with(each.spelling) && name.size() >= each.spelling.size() + shortest_name &&
          (!state || each.spelling.size() > state->spelling.size()))
        state = &each;
    if (!state) return name;
    name.erase(name.size() - state->spelling.size());
  }
}

}  // namespace kebi::grammar
