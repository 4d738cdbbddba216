#include "text/sentence/plan_amounts.hpp"

#include <string>
#include <utility>

#include "text/names/plan_words.hpp"
#include "text/sentence/make_facts.hpp"
#include "text/sentence/measure/measure.hpp"
#include "text/sentence/subject/doubts.hpp"
#include "text/sentence/subject/subjects.hpp"
#include "text/sentence/time_and_status.hpp"

namespace kebi::grammar {
namespace {

/// Whether a number in % goes with an amount by 的: 6.1亿元的40.4%.
bool part_follows(const clause& c, std::size_t next) {
  return c.kind(next) == word::of && c.kind(next + 1) == word::number &&
         c.number(next + 1).form == form::percent;
}

/// The fact of the amount: what is planned of an indicator, or the whole itself.
fact amount_fact(const clause& c, const frame& f, const listed_number& one, const std::string& name,
                 const std::string& region, const context& known) {
  fact made = blank_fact(f, name, region, known);
  made.measure = measure::level;
  made.value = c.number(one.token).value;
  made.unit = unit{unit_of(c.text, c.number(one.token))};
  made.bound = f.outcome.bound.value_or(bound::exact);
  set_end(made);
  place(made, c, one.begin, one.end);
  return made;
}

}  // namespace

std::optional<statement> read_amount_of_whole(const clause& c, const frame& f, const listed_number& one,
                                              std::size_t next, const context& known) {
  const numeral& amount = c.number(one.token);
  const auto& words = f.measure.whole ? f.measure.whole : f.whom.object;
  const bool plain = amount.form == form::plain && has_unit(amount) && has_sound_unit(c, amount) && !one.upper;
  if (!words || !plain || f.change.stated || !part_follows(c, next)) return std::nullopt;
  std::string whole = tidy_name(c.printed(*words), *c.words.known);
  const bool planned = about_a_plan(whole);
  if (whole.empty() || !(planned || f.measure.whole)) return std::nullopt;
  frame of_subject = f;
  of_subject.whom.object.reset();
  const subjects whom = subjects_of(c, of_subject, form::percent, 1, known);
  if (whom.names.size() != 1) return std::nullopt;
  const std::string& name = whom.names.front();

  statement out{next + 2};
  fact part = blank_fact(f, name, whom.region, known);
  part.measure = planned ? measure::progress : measure::share;
  part.whole = whole;
  part.value = c.number(next + 1).value;
  part.unit = unit{c.unit(c.number(next + 1)) == "‰" ? "‰" : "%"};
  part.bound = bound_behind(c, out.next).value_or(bound::exact);
  set_end(part);
  place(part, c, next + 1, out.next);

  const std::string region = planned ? whom.region : cut_region(whole, *c.words.known);
  fact all = amount_fact(c, f, one, planned ? name : whole, region, known);
  if (planned) all.status = status::target;
  if (planned && all.period && all.period->in_one_year()) all.period = year_of(all.period->year());
  for (fact* made : {&all, &part}) {
    if (is_doubtful_name(made->indicator, known.given.known, *c.words.known)) made->doubts.insert(doubt::name);
    if (is_doubtful_subject(c, whom, one.token, known)) made->doubts.insert(doubt::subject);
  }
  out.carries.whom.names = whom.names;
  out.carries.whom.region = whom.region;
  out.carries.last = last_number{part.measure, part.whole};
  remember(out.carries, f);
  out.facts = {std::move(all), std::move(part)};
  return out;
}

}  // namespace kebi::grammar
