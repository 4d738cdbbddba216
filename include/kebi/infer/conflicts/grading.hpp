#pragma once

#include <algorithm>
#include <cmath>
#include <tuple>

#include "kebi/infer/conflicts/contradiction.hpp"
#include "kebi/infer/conflicts/excerpt.hpp"
#include "kebi/infer/figures/quantity_network.hpp"
#include "kebi/infer/settings/settings.hpp"

namespace kebi::detail {

/// So many contradictions are graded with care: for their mends figures farther around are looked
/// at, and more closely. Where there are more, a source is unlike what it is read as, and the first
/// ones tell it.
inline constexpr std::size_t graded_with_care = 24;

/// Tells how badly the facts of a conflict disagree, and what would mend it, with
/// all that is not put aside standing.
class grading {
 public:
  /// `figures` has solved the part that the conflict was put aside for. Where only an assumption
  /// was, the facts of the conflict have gone into those figures, so the statements around it are
  /// taken instead.
  grading(const quantity_network& of, const components& parts, const solver& figures,
          const conflict& found, const std::vector<bool>& is_aside, const std::vector<fact>& facts,
          const inference_settings& settings, bool is_careful);

  contradiction graded();

  /// How often the facts were tried together.
  std::size_t trials() const { return trials_; }

 private:
  /// Figures around a conflict that tell what would mend it.
  static constexpr std::size_t figures_around = 80;

  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  bool is_assumption(int s) const { return net_.facts_of(s).empty(); }
  std::vector<std::size_t> facts_of() const;
  /// The fact that makes a statement; of several the one that stands nearest to the others.
  std::size_t fact_of(int statement) const;

  /// Whether all is possible with the statements of the conflict put in as `meant`; with what
  /// other conflicts have put aside, where `with_aside`.
  template <class Meant>
  bool agrees(solver& by, const Meant& meant, bool with_aside) {
    ++trials_;
    by.forget();
    return by.solve(0, [&](int inside) {
      const int s = piece_.statements()[at(inside)];
      const auto& own = found_.statements;
      if (std::binary_search(own.begin(), own.end(), s)) return meant(s);
      return is_aside_[at(s)] && !with_aside ? bounds::entire() : stated(s);
    });
  }
  template <class Meant>
  bool agrees(const Meant& meant) {
    return agrees(trial_, meant, false);
  }
  /// What the others leave to a figure, after they agreed.
  bounds left_to(int variable) const { return trial_[piece_.variable(variable)]; }
  bounds stated(int s) const { return net_.numbers().statements()[at(s)].possible; }
  static bounds widened(const bounds& of, double times);

  /// By how many times all have to be widened to agree.
  double widening();
  bool is_rounding_edge(double times);
  void find_base(contradiction& of);

  /// Slips in a fact that what the others leave would let pass.
  struct option {
    mend what;
    double off;
    double likelihood;  ///< by Bayes' rule, up to a factor that all have in common
  };
  /// How little would be expected of a number that the others meet by chance: of so many that
  /// could have been printed, over those that are one slip away. A figure that the others tell to
  /// its last digit explains more by its slip than one that they leave open.
  static double surprise(measure of, const misprint& what);
  void find_options(int statement, std::vector<option>& options);
  std::vector<mend> mends();

  const quantity_network& net_;
  const std::vector<fact>& facts_;
  const hedges& how_;
  const conflict& found_;
  bool is_assumed_;
  excerpt piece_;
  const std::vector<bool>& is_aside_;
  bool is_careful_;
  components whole_;
  solver trial_, exact_;  // whether, and how far
  std::size_t trials_ = 0;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/conflicts/grading-inl.hpp"
#endif
