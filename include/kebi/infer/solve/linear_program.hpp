#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "kebi/core/directed.hpp"

namespace kebi::detail {

/// Seeks the ends of variables under linear rows lo <= a x <= hi, by the simplex
/// method with bounds on everything (Dantzig), in plain doubles. What comes out
/// are *multipliers* of the rows, and no promise: a caller proves with them,
/// rounding outwards, what it wants to believe.
class linear_program {
 public:
  struct entry {
    int column;
    double weight;
  };

  void clear();

  /// Inside, a bounded column runs from -1 to 1.
  void add_column(double low, double high);
  void add_row(std::span<const entry> entries, double low, double high);

  /// Finds a point that satisfies all rows. False when it comes to a point where
  /// the multipliers say that there is none.
  bool make_feasible();

  /// Gives way where no point was found, so that the others can still be pushed.
  void relax();

  /// Goes to where a column is greatest (direction 1) or least (-1), and finds its multipliers.
  void push(int column, int direction) { improve(column, direction); }

  /// How many times each row enters the proof, in the caller's units.
  const std::vector<double>& multipliers() const { return multipliers_; }

  /// Whether a point was met at which the column stands at its own end.
  bool has_touched(int column, int direction) const;

 private:
  static constexpr double slight = 1e-9;
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  std::size_t row_count() const { return row_low_.size(); }
  double* row(std::size_t i) { return table_.data() + i * columns_; }

  /// A variable where it stands: at the head of a row of the table, or of a column.
  struct place {
    double value, low, high;
    int variable;  // the columns as they were added, then one for each row

    /// Out of its bounds above, below (-1), or not at all.
    int violation() const { return value > high + slight ? 1 : value < low - slight ? -1 : 0; }
  };

  void set_up();

  /// How fast the objective rises with each free variable: with the violations falling
  /// (direction 0), or with one column. False when nothing is violated.
  bool find_slope(int column, int direction);

  /// Simplex steps towards the least violation (direction 0), or to the end of a column.
  bool improve(int column, int direction);

  /// Moves a free variable as far as the others let it. False when nothing stops it.
  bool advance(std::size_t entering, int way, bool towards_feasibility);

  void exchange(std::size_t leaving, std::size_t entering);

  /// The identity "objective = sum of slopes times free variables" is a sum of
  /// rows, each as often as its own variable stands in it.
  void find_multipliers(int column, int direction);

  void note_touched();

  std::size_t columns_ = 0;
  std::vector<double> low_, high_, middle_, radius_;  // of the columns: scaled, and their scales
  std::vector<entry> rows_;
  std::vector<std::size_t> starts_{0};
  std::vector<double> row_low_, row_high_, row_scale_;
  std::vector<double> table_;  // each basic variable as a sum of the free ones
  std::vector<place> basic_, free_;
  std::vector<double> slope_, rates_, multipliers_;
  std::vector<bool> touched_low_, touched_high_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/solve/linear_program-inl.hpp"
#endif
