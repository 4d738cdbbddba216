#include "text/sentence/time_and_status.hpp"

#include "text/sentence/spans.hpp"

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

/// Whether the years of a figure lie behind what the report looks back on: 到2030年.
bool is_to_come(const fact& made, const setting& given) {
  return made.period && given.view.reviewed && is_whole_years(*made.period) &&
         made.period->first() > given.view.reviewed->last();
}

/// Whether the time of a figure is that of its part, or one of the years of a part about several.
bool is_within(const fact& made, const setting& given) {
  return made.period && given.period && given.period->contains(*made.period) &&
         (made.period == given.period || !given.period->in_one_year());
}

kebi::status status_of(const frame& f, const context& known) {
  const status_words& words = f.standing;
  const auto& carried = known.carried.standing.status;
  const kebi::status status = words.label              ? *words.label
                              : words.status           ? *words.status
                              : carried && !words.done ? *carried
                                                       : known.given.status;
  return words.aims && status == status::actual ? status::target : status;
}

}  // namespace

fact blank_fact(const frame& f, const std::string& name, const std::string& region,
                const context& known) {
  fact made;
  made.indicator = name;
  made.region = region_named(region, known.given);
  made.status = status_of(f, known);
  made.period = period_of(f, made.status, known);
  // 年末存栏12万头,出栏20万头: a flow has no end of a year.
  const bool carried = !f.time.span && !f.standing.label_span && known.carried.span;
  if (carried && known.carried.span->months.of == month_words::part::end && known.given.period &&
      vocabulary::standard()[group::flow_end].ends(name))
    made.period = known.given.period;
  // 预计 before a figure of the finished span is an estimate.
  if (made.status == status::forecast && known.given.status == status::actual &&
      is_within(made, known.given))
    made.status = status::estimate;
  if (made.status == status::actual && is_to_come(made, known.given))
    made.status = status::target;
  if (f.standing.stretch && made.status == status::actual) made.status = status::target;
  if (known.given.view.looks_back && made.status == status::target && is_within(made, known.given)) {
    made.status = status::actual;
    made.doubts.insert(doubt::status);
  }
  const bool dated = f.time.span || f.standing.label_span || known.carried.span;
  for (const doubt each : known.given.assumed)
    if (!dated || each != doubt::period) made.doubts.insert(each);
  const carried_standing& list = known.carried.standing;
  if (made.status == status::target && list.of_list) made.nature = list.nature;
  if (made.status == status::target && f.standing.nature) made.nature = f.standing.nature;
  return made;
}

void tell_of_several_years(fact& made, const clause& c, const frame& f, std::size_t number,
                           const context& known) {
  if (!made.period || made.period->in_one_year() || !is_whole_years(*made.period)) return;
  const bool moves = is_any(made.measure, measure::growth, measure::change);
  if (moves && (f.growth.basis == basis::yoy || f.against.than)) {
    made.period = year_of(made.period->last().year());  // 同比, 比2015年提高
    return;
  }
  if (made.measure == measure::growth && made.basis == basis::yoy) {
    if (!known.carried.basis) made.basis = basis::fixed;
    return;
  }
  const bool done = is_any(made.status, status::actual, status::estimate);
  if (done && is_state(made, f, *c.words.known) && !adds_up(c, number, made.indicator))
    made.period = year_of(made.period->last().year());
}

}  // namespace kebi::grammar
