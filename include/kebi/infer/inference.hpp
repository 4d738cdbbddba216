#pragma once

#include <memory>
#include <unordered_set>

#include "kebi/indicator/report.hpp"
#include "kebi/infer/closing.hpp"
#include "kebi/infer/grading.hpp"
#include "kebi/infer/posting.hpp"

namespace kebi {

/// What the facts leave possible for one figure.
struct implied {
  quantity what;
  std::optional<kebi::unit> unit;
  bounds possible;
  bool is_stated;  ///< whether a fact speaks of it
  int variable;    ///< its number in the network
};

/// An identity that could have failed and holds.
struct check {
  struct part {
    double weight;  ///< in a sum; what is added to a factor otherwise
    implied figure;
  };
  identity law;
  std::vector<part> figures;
};

/// One step of a derivation, as a person would tell it.
struct derivation_step {
  std::optional<std::size_t> fact;  ///< what was published …
  std::optional<identity> law;      ///< … or the law that led on
  std::optional<quantity> what;     ///< the figure that this bounds
  side at;
  double value;
};

/// All that a network of published figures implies, and what in it cannot be true.
///
/// Figures of a contradiction are put aside, visibly, and the rest is still inferred:
/// only the assumption that the base did not change where that is enough, else the
/// facts named.
class inference {
 public:
  inference(quantity_network of, std::vector<fact> facts, const inference_settings& settings,
            std::vector<std::size_t> unused = {}, std::unordered_set<std::string> over_spans = {},
            catalogue known = {})
      : net_{std::make_unique<quantity_network>(std::move(of))},
        parts_{std::make_unique<detail::components>(net_->numbers())},
        facts_{std::move(facts)},
        unused_{std::move(unused)},
        over_spans_{std::move(over_spans)},
        known_{std::move(known)},
        settings_{settings},
        solver_{std::make_unique<detail::solver>(net_->numbers(), *parts_, settings_.effort)},
        is_aside_(net_->numbers().statements().size(), false) {
    for (std::size_t part = 0; part < parts_->size(); ++part) solve(part);
    list_figures();
  }

  const std::vector<fact>& facts() const { return facts_; }
  /// Facts that bound no figure of their own: ranks, and phrases without a number. Some of
  /// these still tie figures together (离目标仍有距离).
  const std::vector<std::size_t>& unused() const { return unused_; }
  /// Every figure that something is known of: implied ones and, narrowed, stated ones.
  const std::vector<implied>& figures() const { return figures_; }
  const std::vector<contradiction>& contradictions() const { return contradictions_; }
  /// Facts that were put aside, because they contradict others.
  std::vector<std::size_t> put_aside() const {
    std::vector<std::size_t> result;
    for (int s = 0; s < static_cast<int>(is_aside_.size()); ++s)
      if (is_aside_[at(s)])
        result.insert(result.end(), net_->facts_of(s).begin(), net_->facts_of(s).end());
    return result;
  }

  /// The figures of an indicator over a period, by any name that the catalogue has for it; all
  /// periods where none is given. A stock is found under its span: it is what it is at the end
  /// of it.
  std::vector<implied> find(std::string_view name, const std::optional<period>& over = {}) const {
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
  /// The bounds of one figure; entire when nothing is known of it.
  bounds operator[](const quantity& of) const {
    for (const implied& each : figures_)
      if (each.what == of) return each.possible;
    return bounds::entire();
  }

  /// Why an end of a figure stands where it stands: what was published and the laws
  /// that lead from it, in the order in which each rests on those before.
  std::vector<derivation_step> explain(const implied& of, side at_end) const {
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
  /// The facts that an end of a figure rests on.
  std::vector<std::size_t> parents(const implied& of, side at_end) const {
    return facts_of(solver_->derived({of.variable, at_end}).statements);
  }

  /// The identities between figures that are known without them, all of which hold: what
  /// was put aside takes no part.
  std::vector<check> checks() const {
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

  /// What a figure would have to be for others to be what is supposed: the second half
  /// for the year to reach 6%, last year's figure for these to agree. What facts say of
  /// it, and of what is supposed, is left out. Empty when nothing would do.
  bounds required(const implied& of, std::span<const std::pair<implied, bounds>> supposed) const {
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

  const quantity_network& network() const { return *net_; }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  implied figure(int v) const {
    const bounds b = (*solver_)[v];
    const bounds unsigned_zero{b.lo() + 0.0, b.hi() + 0.0};  // of -0.0 and 0.0
    return {net_->quantity_of(v), net_->unit_of(v), unsigned_zero, net_->is_stated(v), v};
  }
  /// What figures call an indicator: a rest (X(除Y)) by its own name, others as in the catalogue.
  std::string figure_name(std::string_view name) const {
    for (const implied& each : figures_)
      if (each.what.indicator == name) return each.what.indicator;
    const indicator* found = known_.find(name);
    return found ? found->name : catalogue::folded(name);
  }
  bool is_assumption(int s) const { return net_->facts_of(s).empty(); }
  std::vector<std::size_t> facts_of(std::span<const int> statements) const {
    std::vector<std::size_t> result;
    for (const int s : statements)
      if (!is_assumption(s)) result.push_back(net_->facts_of(s).front());
    return result;
  }
  bounds possible(int s) const {
    return is_aside_[at(s)] ? bounds::entire() : net_->numbers().statements()[at(s)].possible;
  }

  /// Solves a component; while it has contradictions, names one and puts it aside.
  void solve(std::size_t part) {
    std::vector<detail::conflict> found;
    while (!solver_->solve(part, [&](int s) { return possible(s); })) {
      if (!search_) search_ = std::make_unique<detail::conflict_search>(net_->numbers(), *parts_);
      std::vector<int> from = solver_->refutation().statements;
      if (search_->can_hold(part, from)) {  // proved on another way: begin with all there is
        from.clear();
        for (const int s : parts_->statements(part))
          if (!is_aside_[at(s)]) from.push_back(s);
      }
      found.push_back(search_->smallest(part, from, [&](int s) { return is_assumption(s); }));
      bool assumed = false;
      for (const int s : found.back().statements) assumed |= is_assumption(s);
      for (const int s : found.back().statements)
        if (!assumed || is_assumption(s)) is_aside_[at(s)] = true;
      if (found.back().statements.empty())
        throw error{"the identities themselves leave nothing possible for " +
                    to_string(net_->quantity_of(parts_->variables(part).front())) +
                    ": look at those you posted"};
    }
    if (found.empty()) return;
    const detail::grading grades{*net_, facts_, settings_.hedges, is_aside_, search_->trial()};
    for (const detail::conflict& each : found) {
      contradictions_.push_back(grades.graded(part, each));
      auto& factor = contradictions_.back().factor;
      for (const int s : each.statements)  // sought to its ends by now
        if (factor && is_assumption(s))
          factor = *factor & (*solver_)[net_->numbers().statements()[at(s)].variable];
    }
  }

  void list_figures() {
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

  std::unique_ptr<quantity_network> net_;
  std::unique_ptr<detail::components> parts_;
  std::vector<fact> facts_;
  std::vector<std::size_t> unused_;
  std::unordered_set<std::string> over_spans_;  // names of what is no stock
  catalogue known_;                             // the indicators that figures are of
  inference_settings settings_;
  std::unique_ptr<detail::solver> solver_;
  std::unique_ptr<detail::conflict_search> search_;
  std::vector<bool> is_aside_;
  std::vector<implied> figures_;
  std::vector<contradiction> contradictions_;
};

/// Everything that facts imply by the identities of statistics.
inline inference infer(std::span<const fact> facts, const catalogue& names,
                       const inference_settings& settings = {}, std::optional<month> past = {}) {
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
inline inference infer(const report& of, const catalogue& names,
                       const inference_settings& settings = {}) {
  return infer(std::span<const fact>{of.facts}, names, settings,
               of.period ? std::optional{of.period->last()} : std::nullopt);
}

}  // namespace kebi
