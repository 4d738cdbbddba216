#include "text/sentence/flat_statements.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "text/names/indicator_kind.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/make_facts.hpp"
#include "text/sentence/subject/subjects.hpp"
#include "text/sentence/time_and_status.hpp"

namespace kebi::grammar {
namespace {

/// What 持平 and 一致 refer to, in the words [from, to), and whether that is a time.
struct flat_reference {
  std::string words;
  bool time = false;
};

flat_reference reference_of_flat(const clause& c, std::size_t from, std::size_t to) {
  flat_reference found;
  for (std::size_t k = from; k < to; ++k) {
    if (is_any(c.kind(k), word::adverb, word::hold, word::reach)) continue;
    found.time = found.time || c.kind(k) == word::period;
    found.words += c.printed(k);
  }
  found.time = found.time ||
               ends_with_any(simplified_name(found.words), {"上期", "前值", "上年末", "上季度"});
  return found;
}

}  // namespace

std::size_t start_of_flat(const clause& c, std::size_t i) {
  const std::size_t first = clause_start(c, i);
  for (std::size_t k = i; k > first; --k)
    if (is_any(c.kind(k - 1), word::joint, word::with, word::than)) return k - 1;
  return i;
}

statement read_flat(const clause& c, frame f, std::size_t start, std::size_t i,
                    const context& known) {
  statement out{i + 1};
  subjects found = subjects_of(c, f, form::plain, 1, known);
  note_subjects(f, found);
  const flat_reference reference = reference_of_flat(c, start + 1, i);
  const bool time = start == i || reference.time;
  const last_number& last = known.carried.last;
  const bool growth = f.names_rate() || (last.measure == measure::growth && f.whom.subject.empty());
  for (const std::string& name : found.names) {
    fact made = blank_fact(f, name, found.region, known);
    made.bound = bound::flat;
    made.parent = known.carried.parent.name;
    const bool ratio = is_ratio(name, known.given.known);
    if (!time || growth || ratio) {  // a growth that is flat is the same growth once more
      made.measure = time ? measure::change : measure::gap;
      made.subject = growth || (!time && !ratio) ? measure::growth : measure::level;
      made.reference = without_of(reference.words);
    } else {
      made.measure = measure::growth;
      made.basis = basis::yoy;
    }
    place(made, c, std::min(start, f.whom.predicate.value_or(start)), i + 1);
    out.facts.push_back(std::move(made));
  }
  if (!found.actors.empty()) out.actors = std::move(found.actors);
  return out;
}

}  // namespace kebi::grammar
