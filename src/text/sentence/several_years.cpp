#include "text/sentence/several_years.hpp"

namespace kebi::grammar {
namespace {

/// 累计, 新增: what has come together over the years, as against what was reached.
bool adds_up(const clause& c, std::size_t number, const std::string& name) {
  const std::size_t start = clause_start(c, number);
  if (start < number && c.words.known) {
    const piece head{c.at(start).begin, c.at(number).begin};
    if ((*c.words.known)[group::adds_up].within(c.shown(head))) return true;
  }
  return (*c.words.known)[group::adds_up].within(name);
}

bool is_state(const fact& made, const frame& f, const vocabulary& known) {
  if (is_any(made.measure, measure::share, measure::rank, measure::ratio, measure::contribution))
    return true;
  if (made.measure != measure::level) return false;
  const bool rate = made.unit && made.unit->symbol() == "%";
  return rate || known[group::state_end].ends(made.indicator) ||
         is_any(f.outcome.reach, reach_word::reached, reach_word::attained) || f.change.to ||
         f.outcome.hold == hold_word::held;
}

}  // namespace

bool is_to_come(const fact& made, const setting& given) {
  return made.period && given.reviewed && is_whole_years(*made.period) &&
         made.period->first() > given.reviewed->last();
}

bool is_within(const fact& made, const setting& given) {
  return made.period && given.period && given.period->contains(*made.period) &&
         (made.period == given.period || !given.period->in_one_year());
}

void tell_of_several_years(fact& made, const clause& c, const frame& f, std::size_t number,
                           const context& known) {
  if (!made.period || made.period->in_one_year() || !is_whole_years(*made.period)) return;
  if (made.measure == measure::growth && made.basis == basis::yoy) {
    if (f.growth.basis == basis::yoy || f.against.than) {
      made.period = year_of(made.period->last().year());  // 同比: of the last year
      return;
    }
    if (!known.carried.basis) made.basis = basis::fixed;
    return;
  }
  const bool done = is_any(made.status, status::actual, status::estimate);
  if (done && is_state(made, f, *c.words.known) && !adds_up(c, number, made.indicator))
    made.period = year_of(made.period->last().year());
}

}  // namespace kebi::grammar
