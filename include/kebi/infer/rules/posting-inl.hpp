#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/posting.hpp"

namespace kebi::detail {

KEBI_INLINE posting::posting(const catalogue& names, const inference_settings& settings,
                             quantity_network& into)
    : settings_{settings},
      net_{into},
      reader_{names, into, settings.hedges, settings.published_whole} {}

KEBI_INLINE void posting::post(std::span<const fact> given, std::optional<month> past,
                               std::vector<std::size_t>& unused) {
  const std::vector<std::size_t> order = reading_order(given);
  std::vector<fact> facts;
  facts.reserve(given.size());
  for (const std::size_t i : order) facts.push_back(given[i]);
  note(facts, past);
  const std::vector<int> passage_of = passages{reader_}.of(facts);
  std::vector<std::optional<quantity>> spoken_of;
  spoken_of.reserve(facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    spoken_of.push_back(takes_part(facts[i]) ? reader_.quantity_of(facts[i]) : std::nullopt);
    if (spoken_of.back()) spoken_of.back()->passage = passage_of[i];
  }
  const std::vector<std::string> marks = same_figure{reader_, settings_.hedges}.marks(facts, spoken_of);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!marks[i].empty()) spoken_of[i]->whole += marks[i];
    if (!reader_.read(facts[i], spoken_of[i], order[i])) unused.push_back(order[i]);
  }
  std::sort(unused.begin(), unused.end());

  stated_rules stated{settings_, net_, reader_, state_};
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (spoken_of[i] && (marks[i].empty() || facts[i].measure == measure::level))
      stated.post_of(facts[i], *spoken_of[i]);
  post_of_figures();
}

KEBI_INLINE bool posting::takes_part(const fact& f) const {
  return settings_.include_doubtful || is_firm(f);
}

KEBI_INLINE void posting::note(std::span<const fact> facts, std::optional<month> past) {
  for (const fact& each : facts)
    if (takes_part(each)) reader_.note_whole(each);
  for (const fact& each : facts) {
    if (!takes_part(each)) continue;
    reader_.note(each);
    if (each.status != status::target && each.status != status::forecast && each.period &&
        !(past && *past >= each.period->last()))
      past = each.period->last();
  }
  reader_.set_past(past);
}

KEBI_INLINE void posting::post_of_figures() {
  growth_rules growths{settings_, net_, reader_, state_};
  part_rules parts{settings_, net_, reader_, state_};
  quotient_rules quotients{settings_, net_, reader_, state_};
  share_rules shares{settings_, net_, reader_, state_};
  span_rules spans{settings_, net_, reader_, state_};
  const auto& at_work = settings_.effort.at_work;
  const auto until_nothing_is_new = [&] {  // what one rule makes another may need
    std::size_t before = 0;
    for (int round = 0; round < most_rounds && before != net_.numbers().variables(); ++round) {
      before = net_.numbers().variables();
      growths.post_growths();
      if (at_work) at_work();
      growths.post_spans();
      if (at_work) at_work();
      parts.post_parts();
      if (at_work) at_work();
      quotients.post_quotients();
      if (at_work) at_work();
      shares.post_shares();
      if (at_work) at_work();
    }
  };
  until_nothing_is_new();
  growths.post_shares_before();
  spans.post_growths_of_spans();
  until_nothing_is_new();
  growths.post_progress();
  growths.post_scopes();
}

KEBI_INLINE std::unordered_set<std::string> posting::over_spans(std::span<const fact> facts) const {
  std::unordered_set<std::string> result;
  const auto add = [&](const std::string& name) {
    if (!reader_.is_stock(name)) result.insert(name);
  };
  for (const fact& each : facts) add(reader_.name_of(each));
  for (int v = 0; v < static_cast<int>(net_.numbers().variables()); ++v)
    if (const std::string& name = net_.quantity_of(v).indicator; reader_.known(name)) add(name);
  return result;
}

KEBI_INLINE catalogue posting::spoken_of() const {
  catalogue result;
  std::unordered_set<const indicator*> met;
  for (int v = 0; v < static_cast<int>(net_.numbers().variables()); ++v)
    if (const indicator* known = reader_.known(net_.quantity_of(v).indicator);
        known && met.insert(known).second)
      result.add(*known);
  return result;
}

}  // namespace kebi::detail
