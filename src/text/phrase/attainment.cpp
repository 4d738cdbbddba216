#include "text/phrase/phrase.hpp"

namespace kebi::grammar {
namespace {

/// Whether words are a word of a list and nothing behind it but what may follow.
bool is_all(std::string_view words, const word_list& start, const word_list& filler) {
  const listed_word* first = start.longest_start_of(words);
  if (first == nullptr) return false;
  words.remove_prefix(first->spelling.size());
  while (!words.empty()) {
    const listed_word* next = filler.longest_start_of(words);
    if (next == nullptr) return false;
    words.remove_prefix(next->spelling.size());
  }
  return true;
}

void put_percent(fact& into, bound how) {
  into.value = decimal{100};
  into.unit = unit{"%"};
  into.bound = how;
  if (how == bound::less_than) into.hi = into.value;
}

}  // namespace

std::optional<fact> read_attainment(const phrase& in, const std::string& subject) {
  const std::string& words = in.text.text();
  const vocabulary& known = *in.words.known;
  fact made = fact_of(in, subject);
  made.measure = measure::progress;
  if (known[group::schedule].within(words)) {
    made.reference = "序时进度";
    made.bound = bound::sync;
    const bool behind = known[group::behind_schedule].within(words);
    if (behind || known[group::ahead_of_schedule].within(words)) {
      made.bound = bound::exceed;
      made.direction = behind ? direction::down : direction::up;
    }
    return made;
  }
  if (is_all(words, known[group::undone_outcome], known[group::done_filler]))
    put_percent(made, bound::less_than);
  else if (is_all(words, known[group::done_outcome], known[group::done_filler]))
    put_percent(made, bound::exact);
  else
    return std::nullopt;
  return made;
}

}  // namespace kebi::grammar
