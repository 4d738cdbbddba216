#pragma once

#include <cmath>

#include "kebi/infer/solve/contraction.hpp"
#include "kebi/infer/solve/linear_program.hpp"

namespace kebi::detail {

/// Some relations of a network as linear rows, at the ends where its figures stand.
///
/// Products are enclosed in their four tangent planes (McCormick, Mathematical
/// Programming 10, 1976), which meet them where a factor stands at an end: just
/// where a monotone formula takes its extremes. Each end is then sought by linear
/// programming, and believed only as far as the multipliers found prove it in
/// outward-rounded arithmetic (Neumaier and Shcherbina, Mathematical Programming
/// 99, 2004). The multipliers that are not zero name the relations and the ends
/// that set it.
class relaxation {
 public:
  explicit relaxation(const network& of);

  /// The part of a product's width below which its curvature is left to one plane.
  static constexpr double slight_bend = 1e-3;

  void clear();
  void add_variable(int v);
  void add_relation(int r);
  bool has(int relation) const { return taken_[at(relation)]; }
  const std::vector<int>& variables() const { return variables_; }

  /// Sets up the program at the ends that a contraction has found. False when a
  /// certificate shows that nothing is possible.
  bool begin(const contraction& state);

  /// How far an end lies outwards at most; the end itself where the program has met it.
  double sought(const contraction& state, variable_end end);
  /// What proves the last value sought, or that nothing is possible.
  const certificate& proof() const { return proof_; }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  struct row {
    std::size_t first, last;
    double low, high;
    int relation;
  };

  void set_rows(const contraction& state);

  /// For X = x + p >= a and Y = y + q >= b: X Y >= a Y + b X - a b, and so on.
  void add_planes(const contraction& state, int r, std::span<const term> terms);
  /// a b - a q - b p, which a y + b x - k z is held against.
  static bounds constant(std::span<const term> terms, double a, double b);
  void add_plane(int r, std::span<const term> terms, double a, double b, double low, double high);

  /// The greatest value that the multipliers leave to `direction` times a variable; to
  /// zero, if there is none, so that less than zero proves that nothing is possible.
  double prove(const contraction& state, int variable, int direction);

  double proved(const contraction& state, int variable, int direction);

  /// An open end moved to where no figure lies.
  bounds closed(const bounds& box) const;

  const network& net_;
  std::vector<int> column_, relations_, variables_;
  std::vector<bool> taken_;
  std::vector<row> rows_;
  std::vector<linear_program::entry> entries_;
  /// What is left of a variable when the rows are added up.
  struct remainder {
    double low, high;
    double size;  // of what was added
  };
  std::vector<remainder> rests_;
  std::vector<double> weights_;
  certificate proof_;
  bool rests_on_open_end_ = false;
  double beyond_ =
      0;  // no figure is as large: more digits than a decimal has, more than any product
  linear_program program_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/solve/relaxation-inl.hpp"
#endif
