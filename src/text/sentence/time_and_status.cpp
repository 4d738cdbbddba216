#include "text/sentence/time_and_status.hpp"

#include "text/normalise/strings.hpp"
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

/// 至6月底, 年末 of a flow: what has come together since January, for it has no state at an end.
void date_flow(fact& made, const frame& f, const context& known) {
  const auto& span = f.standing.label_span ? f.standing.label_span
                     : f.time.span         ? f.time.span
                                           : known.carried.span;
  if (!span || span->months.of != month_words::part::end || !made.period) return;
  const indicator* found = known.given.known ? known.given.known->find(made.indicator) : nullptr;
  const bool flow = (found && found->kind == kind::flow) ||
                    vocabulary::standard()[group::flow_end].ends(made.indicator);
  if (flow) made.period = months_of(made.period->year(), 1, made.period->last().in_year());
}

/// Whether what a report tells of the past is over, so that 争取资金5亿元 is no target: in a review, or of a year before that
/// in which it is given.
bool is_over(const fact& made, const setting& given) {
  const viewpoint& view = given.view;
  return view.looks_back || (given.status == status::actual && view.now && made.period->last().year() < *view.now);
}

/// Whether a figure of a part for plans is one of the time before it: 2023年达到61岁.
bool is_base_of_plan(const fact& made, const frame& f, const context& known) {
  const status_words& words = f.standing;
  const bool told = words.status || words.label || words.stretch || words.aims ||
                    known.carried.standing.status || known.carried.standing.of_list;
  return !told && made.status == status::target && known.given.status == status::target &&
         made.period && known.given.period && made.period->last() < known.given.period->first();
}

}  // namespace

fact blank_fact(const frame& f, const std::string& name, const std::string& region,
                const context& known) {
  fact made;
  made.indicator = name;
  made.region = region_named(region, known.given);
  made.status = status_of(f, known);
  made.period = period_of(f, made.status, known);
  date_flow(made, f, known);
  if (is_base_of_plan(made, f, known)) made.status = status::actual;
  // 预计 before a figure of the finished span is an estimate.
  if (made.status == status::forecast && known.given.status == status::actual &&
      is_within(made, known.given))
    made.status = status::estimate;
  if (made.status == status::actual && is_to_come(made, known.given))
    made.status = status::target;
  if (f.standing.stretch && made.status == status::actual) made.status = status::target;
  if (made.status == status::target && is_within(made, known.given) && is_over(made, known.given)) {
    made.status = status::actual;
    made.doubts.insert(doubt::status);
  }
  // 年初预算为60亿元: of the plan of this year, and not of the last day before it.
  if (f.time.span && f.time.span->for_span == span_words::stands::year_start) made.doubts.insert(doubt::period);
  const bool dated = f.time.span || f.standing.label_span || known.carried.span;
  for (const doubt each : known.given.assumed)
    if (!dated || !made.period || each != doubt::period) made.doubts.insert(each);
  const carried_standing& list = known.carried.standing;
  if (made.status == status::target && list.of_list) made.nature = list.nature;
  if (made.status == status::target && f.standing.nature) made.nature = f.standing.nature;
  return made;
}

void tell_of_several_years(fact& made, const clause& c, const frame& f, std::size_t number,
                           const context& known) {
  if (!made.period || made.period->in_one_year() || !is_whole_years(*made.period)) return;
  const bool moves = is_any(made.measure, measure::growth, measure::change);
  // 比"十三五"时期增长19.1%, 是"十一五"的2.5倍: all years against all years.
  const auto& reference = f.against.reference_span;
  const bool compares = (moves && f.against.than) || f.against.multiple == multiple_word::times;
  if (compares && reference && (reference->years.several != 0 || reference->years.last != 0)) return;
  if (moves && (f.growth.basis == basis::yoy || f.against.than)) {
    made.period = year_of(made.period->last().year());  // 同比, 比2015年提高
    return;
  }
  if (made.measure == measure::growth && made.basis == basis::yoy) {
    if (!known.carried.basis) made.basis = basis::fixed;
    return;
  }
  if (made.measure == measure::ratio && ends_with_any(made.reference, {"五”", "五\"", "时期", "期间"})) return;
  const bool done = is_any(made.status, status::actual, status::estimate);
  if (done && is_state(made, f, *c.words.known) && !adds_up(c, number, made.indicator))
    made.period = year_of(made.period->last().year());
}

}  // namespace kebi::grammar
