#pragma once

#include <algorithm>

#include "kebi/infer/conflicts/conflict.hpp"
#include "kebi/infer/conflicts/contradiction.hpp"
#include "kebi/infer/figures/quantity_network.hpp"
#include "kebi/infer/settings/hedges.hpp"

namespace kebi::detail {

/// Tells how badly the facts of a conflict disagree, and what would mend it, with
/// all that is not put aside standing.
class grading {
 public:
  grading(const quantity_network& of, const std::vector<fact>& facts, const hedges& how,
          const std::vector<bool>& is_aside, solver& trial);

  contradiction graded(std::size_t part, const conflict& of) const;

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  bool is_assumption(int s) const { return net_.facts_of(s).empty(); }
  std::vector<std::size_t> facts_of(const conflict& of) const;
  /// The fact that makes a statement; of several the one that stands nearest to the others.
  std::size_t fact_of(int statement, const conflict& of) const;
  bounds possible(int s) const;

  /// Whether a component is possible with the statements of a conflict put in as `meant`.
  template <class Meant>
  bool agrees(std::size_t part, const conflict& of, const Meant& meant) const {
    trial_.forget();
    return trial_.solve(part, [&](int s) {
      return std::binary_search(of.statements.begin(), of.statements.end(), s) ? meant(s)
                                                                               : possible(s);
    });
  }
  static bounds widened(const bounds& of, double times);

  double size_of(std::size_t part, const conflict& of) const;

  void find_mends(std::size_t part, const conflict& of, std::vector<mend>& mends) const;

  const quantity_network& net_;
  const std::vector<fact>& facts_;
  const hedges& how_;
  const std::vector<bool>& is_aside_;
  solver& trial_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/conflicts/grading-inl.hpp"
#endif
