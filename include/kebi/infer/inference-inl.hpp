#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/conflicts/certainty.hpp"
#include "kebi/infer/conflicts/grading.hpp"
#include "kebi/infer/conflicts/settling.hpp"
#include "kebi/infer/inference.hpp"
#include "kebi/infer/rules/posting.hpp"
#include "kebi/infer/solve/closing.hpp"

namespace kebi {

KEBI_INLINE inference::inference(quantity_network of, std::vector<fact> facts,
                                 const inference_settings& settings,
                                 std::vector<std::size_t> unused,
                                 std::unordered_set<std::string> over_spans, catalogue known)
    : net_{std::make_unique<quantity_network>(std::move(of))},
      parts_{std::make_unique<detail::components>(net_->numbers())},
      facts_{std::move(facts)},
      unused_{std::move(unused)},
      over_spans_{std::move(over_spans)},
      known_{std::move(known)},
      settings_{settings},
      solver_{std::make_unique<detail::solver>(net_->numbers(), *parts_, settings_.effort)},
      is_aside_(net_->numbers().statements().size(), false) {
  solve();
  list_figures();
}

KEBI_INLINE inference::inference(inference&&) noexcept = default;
KEBI_INLINE inference& inference::operator=(inference&&) noexcept = default;
KEBI_INLINE inference::~inference() = default;

KEBI_INLINE std::vector<std::size_t> inference::put_aside() const {
  std::vector<std::size_t> result;
  for (int s = 0; s < static_cast<int>(is_aside_.size()); ++s)
    if (is_aside_[at(s)])
      result.insert(result.end(), net_->facts_of(s).begin(), net_->facts_of(s).end());
  std::sort(result.begin(), result.end());
  return result;
}

KEBI_INLINE std::vector<implied> inference::find(std::string_view name,
                                                 const std::optional<period>& over) const {
  const std::string indicator = figure_name(name);
  std::vector<implied> result, at_end;
  for (const implied& each : figures_) {
    const std::optional<period>& of = each.what.period;
    if (each.what.indicator != indicator) continue;
    if (!over || of == over)
      result.push_back(each);
    else if (of && of->months() == 1 && of->last() == over->last())
      at_end.push_back(each);
  }
  if (result.empty() && !over_spans_.contains(indicator)) return at_end;
  return result;
}

KEBI_INLINE bounds inference::operator[](const quantity& of) const {
  for (const implied& each : figures_)
    if (each.what == of) return each.possible;
  return bounds::entire();
}

KEBI_INLINE std::vector<derivation_step> inference::explain(const implied& of, side at_end) const {
  std::vector<derivation_step> result;
  const auto why = solver_->derived({of.variable, at_end});
  for (const int e : why.events) {
    const detail::event& each = solver_->state().events()[at(e)];
    derivation_step step{{}, {}, {}, each.end.at, each.value};
    if (!net_->is_step(each.end.variable)) step.what = net_->quantity_of(each.end.variable);
    if (each.by == detail::event::cause::statement) {
      if (is_assumption(each.source))
        step.law = identity::scope;
      else
        step.fact = net_->facts_of(each.source).front();
    } else {
      step.law = each.by == detail::event::cause::relation
                     ? net_->law_of(each.source)
                     : net_->law_of(solver_->state().proof(each).relations.front());
    }
    result.push_back(std::move(step));
  }
  return result;
}

KEBI_INLINE std::vector<std::size_t> inference::parents(const implied& of, side at_end) const {
  return facts_of(solver_->derived({of.variable, at_end}).statements);
}

KEBI_INLINE std::vector<check> inference::checks() const {
  std::vector<bool> known(net_->numbers().variables());
  for (int s = 0; s < static_cast<int>(is_aside_.size()); ++s)
    if (!is_aside_[at(s)]) known[at(net_->numbers().statements()[at(s)].variable)] = true;
  std::vector<check> result;
  for (const int r : detail::closing_relations(net_->numbers(), *parts_, std::move(known))) {
    check one{net_->law_of(r), {}};
    for (const term& each : net_->numbers().terms(r))
      if (!net_->is_step(each.variable))
        one.figures.push_back({each.weight, figure(each.variable)});
    result.push_back(std::move(one));
  }
  return result;
}

KEBI_INLINE bounds inference::required(const implied& of,
                                       std::span<const std::pair<implied, bounds>> supposed) const {
  const std::size_t part = parts_->of_variable(of.variable);
  detail::solver trial{net_->numbers(), *parts_, settings_.effort};
  const auto& statements = net_->numbers().statements();
  for (const auto& [what, range] : supposed)
    if (parts_->of_variable(what.variable) != part) return bounds::entire();
  const auto meant = [&](int s) {
    const int v = statements[at(s)].variable;
    bool is_asked = v == of.variable;
    for (const auto& [what, range] : supposed) is_asked |= v == what.variable;
    return is_aside_[at(s)] || is_asked ? bounds::entire() : statements[at(s)].possible;
  };
  std::vector<std::pair<int, bounds>> more;
  for (const auto& [what, range] : supposed) more.push_back({what.variable, range});
  return trial.solve(part, meant, more) ? trial[of.variable] : bounds::empty();
}

KEBI_INLINE implied inference::figure(int v) const {
  const bounds b = (*solver_)[v];
  const bounds unsigned_zero{b.lo() + 0.0, b.hi() + 0.0};  // of -0.0 and 0.0
  return {net_->quantity_of(v), net_->unit_of(v), unsigned_zero, net_->is_stated(v), v};
}

KEBI_INLINE std::string inference::figure_name(std::string_view name) const {
  for (const implied& each : figures_)
    if (each.what.indicator == name) return each.what.indicator;
  const indicator* found = known_.find(name);
  return found ? found->name : catalogue::folded(name);
}

KEBI_INLINE std::vector<std::size_t> inference::facts_of(std::span<const int> statements) const {
  std::vector<std::size_t> result;
  for (const int s : statements)
    if (!is_assumption(s)) result.push_back(net_->facts_of(s).front());
  std::sort(result.begin(), result.end());
  return result;
}

KEBI_INLINE void inference::solve() {
  detail::settling settled{*net_, *parts_, settings_.effort, *solver_, is_aside_};
  for (std::size_t part = 0; part < parts_->size(); ++part)
    for (const detail::conflict& each : settled.settle(part)) {
      const bool is_careful = contradictions_.size() + uncertain_.size() < detail::graded_with_care;
      detail::grading grades{*net_,      *parts_, *solver_,  each,
                             is_aside_, facts_,  settings_, is_careful};
      contradiction one = grades.graded();
      settled.trials() -= std::min(settled.trials(), grades.trials());
      for (const int s : each.statements)  // sought to its ends by now
        if (one.factor && is_assumption(s))
          one.factor = *one.factor & (*solver_)[net_->numbers().statements()[at(s)].variable];
      const bool is_certain = detail::is_certain(one, facts_, known_);
      (is_certain ? contradictions_ : uncertain_).push_back(std::move(one));
    }
  unnamed_ = settled.unnamed();
}

KEBI_INLINE void inference::list_figures() {
  for (int v = 0; v < static_cast<int>(net_->numbers().variables()); ++v) {
    if (net_->is_step(v)) continue;
    const auto& end = solver_->state();
    bool is_known = net_->is_stated(v);
    for (const side which : {side::low, side::high})  // more than what holds of every figure
      is_known = is_known || (end.last_event({v, which}) >= 0 &&
                              !solver_->derived({v, which}).statements.empty());
    if (is_known) figures_.push_back(figure(v));
  }
}

KEBI_INLINE inference infer(std::span<const fact> facts, const catalogue& names,
                            const inference_settings& settings, std::optional<month> past) {
  quantity_network net;
  std::vector<std::size_t> unused;
  detail::posting rules{names, settings, net};
  rules.post(facts, past, unused);
  auto over_spans = rules.over_spans(facts);
  catalogue known = rules.spoken_of();
  return {
      std::move(net),    {facts.begin(), facts.end()},
          settings,
      std::move(unused), std::move(over_spans),        std::move(known)
  };
}

KEBI_INLINE inference infer(const report& of, const catalogue& names,
                            const inference_settings& settings) {
  return infer(std::span<const fact>{of.facts}, names, settings,
               of.period ? std::optional{of.period->last()} : std::nullopt);
}

}  // namespace kebi
