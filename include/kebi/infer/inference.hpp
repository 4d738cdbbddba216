#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/report.hpp"
#include "kebi/infer/conflicts/contradiction.hpp"
#include "kebi/infer/figures/quantity_network.hpp"
#include "kebi/infer/settings/settings.hpp"

namespace kebi {

namespace detail {
class components;
class solver;
}  // namespace detail

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

/// One step of a derivation, as a person would write it.
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
            catalogue known = {});
  inference(inference&&) noexcept;
  inference& operator=(inference&&) noexcept;
  ~inference();

  const std::vector<fact>& facts() const { return facts_; }
  /// Facts that bound no figure of their own: ranks, and phrases without a number. Some of
  /// these still tie figures together (离目标仍有距离).
  const std::vector<std::size_t>& unused() const { return unused_; }
  /// Every figure that something is known of: implied ones and, narrowed, stated ones.
  const std::vector<implied>& figures() const { return figures_; }
  const std::vector<contradiction>& contradictions() const { return contradictions_; }
  /// What disagrees without certainty that its figures are the same: more likely two figures
  /// share a name than that the source errs.
  const std::vector<contradiction>& uncertain() const { return uncertain_; }
  /// How many contradictions were put aside unnamed, after the trials of `effort` were used up.
  /// There are then more than these, and they are larger than they had to be.
  std::size_t unnamed() const { return unnamed_; }
  /// Facts that were put aside, because they contradict others.
  std::vector<std::size_t> put_aside() const;

  /// The figures of an indicator over a period, by any name that the catalogue has for it; all
  /// periods where none is given. A stock is found under its span: it is what it is at the end
  /// of it.
  std::vector<implied> find(std::string_view name, const std::optional<period>& over = {}) const;
  /// The bounds of one figure; entire when nothing is known of it.
  bounds operator[](const quantity& of) const;

  /// Why an end of a figure stands where it stands: what was published and the laws
  /// that lead from it, in the order in which each rests on those before.
  std::vector<derivation_step> explain(const implied& of, side at_end) const;
  /// The facts that an end of a figure rests on.
  std::vector<std::size_t> parents(const implied& of, side at_end) const;

  /// The identities between figures that are known without them, all of which hold: what
  /// was put aside takes no part.
  std::vector<check> checks() const;

  /// What a figure would have to be for others to be what is supposed: the second half
  /// for the year to reach 6%, last year's figure for these to agree. What facts say of
  /// it, and of what is supposed, is left out. Empty when nothing would do.
  bounds required(const implied& of, std::span<const std::pair<implied, bounds>> supposed) const;

  const quantity_network& network() const { return *net_; }
  const inference_settings& settings() const { return settings_; }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  implied figure(int v) const;
  /// What figures call an indicator: a rest (X(除Y)) by its own name, others as in the catalogue.
  std::string figure_name(std::string_view name) const;
  bool is_assumption(int s) const { return net_->facts_of(s).empty(); }
  std::vector<std::size_t> facts_of(std::span<const int> statements) const;

  /// Solves all components, and grades what had to be put aside for it.
  void solve();

  void list_figures();

  std::unique_ptr<quantity_network> net_;
  std::unique_ptr<detail::components> parts_;
  std::vector<fact> facts_;
  std::vector<std::size_t> unused_;
  std::unordered_set<std::string> over_spans_;  // names of what is no stock
  catalogue known_;                             // the indicators that figures are of
  inference_settings settings_;
  std::unique_ptr<detail::solver> solver_;
  std::vector<bool> is_aside_;
  std::vector<implied> figures_;
  std::vector<contradiction> contradictions_, uncertain_;
  std::size_t unnamed_ = 0;
};

/// Everything that facts imply by the identities of statistics.
inference infer(std::span<const fact> facts, const catalogue& names,
                const inference_settings& settings = {}, std::optional<month> past = {});
inference infer(const report& of, const catalogue& names, const inference_settings& settings = {});

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/inference-inl.hpp"
#endif
