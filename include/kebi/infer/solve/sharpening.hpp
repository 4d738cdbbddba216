#pragma once

#include "kebi/infer/solve/relaxation.hpp"

namespace kebi::detail {

/// Sharpens what contraction leaves in the core of a component, where a figure
/// enters on two ways and contraction counts it as two figures.
class sharpening {
 public:
  sharpening(const network& of, const components& parts, std::function<void()> at_work = {});

  /// The most variables that are looked at together; a larger core is seen through
  /// windows of that size that cover it.
  static constexpr std::size_t window = 28;
  /// The most that are, once, where windows do not move any more: what two figures have in common
  /// through many others shows only then.
  static constexpr std::size_t wide_window = 48;

  /// Which ends are sought: of all figures together, of those that bear on others, or
  /// of those that only follow.
  enum class which : std::uint8_t { all, bearing, followers };

  /// Seeks every end of a core once; after the first time only where something changed.
  /// False when nothing is left possible; `moved` is the largest move, relative to the
  /// width before.
  bool run(contraction& state, std::size_t part, which of, bool is_first, double tolerance,
           double& moved, std::size_t at_once = window);
  /// How many variables the last core had.
  std::size_t core() const { return variables_.size(); }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  bool takes_part(int relation) const;

  bool seek_together(contraction& state, std::size_t part, double tolerance, double& moved);

  /// The relations nearest to a variable, breadth first, until the window is full.
  void look_around(int v);

  /// The variables of a window that need no other: those of which it holds all relations.
  std::vector<int> due(int centre);

  /// Whether a window has changed since it was last looked at; notes its widths.
  bool has_changed(const contraction& state, int centre, double tolerance);

  bool seek(contraction& state, std::span<const int> targets, double tolerance, double& moved);

  const network& net_;
  const components& parts_;
  std::function<void()> at_work_;
  relaxation rows_;
  which sought_ = which::all;
  std::vector<bool> is_due_, in_core_;
  std::vector<double> seen_;  // how wide the window around a variable was, as a sum of logarithms
  std::vector<int> variables_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/solve/sharpening-inl.hpp"
#endif
