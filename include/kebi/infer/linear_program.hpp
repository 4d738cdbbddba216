#pragma once

#include <algorithm>
#include <cmath>
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

  void clear() {
    columns_ = 0;
    low_.clear();
    high_.clear();
    middle_.clear();
    radius_.clear();
    rows_.clear();
    starts_.assign(1, 0);
    row_low_.clear();
    row_high_.clear();
  }

  /// Inside, a bounded column runs from -1 to 1.
  void add_column(double low, double high) {
    ++columns_;
    const bool from = is_finite(low), to = is_finite(high);
    middle_.push_back(from && to ? low / 2 + high / 2 : from ? low : to ? high : 0);
    radius_.push_back(from && to ? (high > low ? high / 2 - low / 2 : 0)
                                 : std::fmax(1, size(middle_.back())));
    low_.push_back(from ? (to ? -1 : 0) : -infinity);
    high_.push_back(to ? (from ? 1 : 0) : infinity);
  }
  void add_row(std::span<const entry> entries, double low, double high) {
    rows_.insert(rows_.end(), entries.begin(), entries.end());
    starts_.push_back(rows_.size());
    row_low_.push_back(low);
    row_high_.push_back(high);
  }

  /// Finds a point that satisfies all rows. False when it comes to a point where
  /// the multipliers say that there is none.
  bool make_feasible() {
    set_up();
    return improve(-1, 0);
  }

  /// Gives way where no point was found, so that the others can still be pushed.
  void relax() {
    for (const int b : basic_) {
      low_[at(b)] = std::fmin(low_[at(b)], value_[at(b)]);
      high_[at(b)] = std::fmax(high_[at(b)], value_[at(b)]);
    }
  }

  /// Goes to where a column is greatest (direction 1) or least (-1), and finds its multipliers.
  void push(int column, int direction) { improve(column, direction); }

  /// How many times each row enters the proof, in the caller's units.
  const std::vector<double>& multipliers() const { return multipliers_; }

  /// Whether a point was met at which the column stands at its own end.
  bool has_touched(int column, int direction) const {
    return direction > 0 ? touched_high_[at(column)] : touched_low_[at(column)];
  }

 private:
  static constexpr double slight = 1e-9;
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  std::size_t row_count() const { return row_low_.size(); }
  double& cell(std::size_t row, std::size_t column) { return table_[row * columns_ + column]; }

  void set_up() {
    const std::size_t m = row_count();
    table_.assign(m * columns_, 0);
    row_scale_.assign(m, 1);
    low_.resize(columns_);
    high_.resize(columns_);
    value_.assign(columns_ + m, 0);
    basic_.resize(m);
    nonbasic_.resize(columns_);
    touched_low_.assign(columns_, false);
    touched_high_.assign(columns_, false);
    for (std::size_t j = 0; j < columns_; ++j) {
      nonbasic_[j] = static_cast<int>(j);
      value_[j] = is_finite(low_[j]) ? low_[j] : is_finite(high_[j]) ? high_[j] : 0;
    }
    for (std::size_t i = 0; i < m; ++i) {
      double constant = 0, most = 0;
      for (std::size_t e = starts_[i]; e < starts_[i + 1]; ++e) {
        const auto j = at(rows_[e].column);
        constant += rows_[e].weight * middle_[j];
        cell(i, j) += rows_[e].weight * radius_[j];
      }
      for (std::size_t j = 0; j < columns_; ++j) most = std::fmax(most, size(cell(i, j)));
      if (most > 0) row_scale_[i] = most;
      double sum = 0;
      for (std::size_t j = 0; j < columns_; ++j) sum += (cell(i, j) /= row_scale_[i]) * value_[j];
      basic_[i] = static_cast<int>(columns_ + i);
      low_.push_back((row_low_[i] - constant) / row_scale_[i]);
      high_.push_back((row_high_[i] - constant) / row_scale_[i]);
      value_[columns_ + i] = sum;
    }
  }

  /// How far a basic variable lies outside of its bounds: above, below (negative), or not.
  int violation(int variable) const {
    const double v = value_[at(variable)];
    return v > high_[at(variable)] + slight ? 1 : v < low_[at(variable)] - slight ? -1 : 0;
  }

  /// Simplex steps towards the least violation (direction 0), or to the end of a column.
  bool improve(int column, int direction) {
    const std::size_t m = row_count();
    std::vector<double> slope(columns_);
    const std::size_t patience = 30 + 4 * (m + columns_);
    bool violated = false;
    for (std::size_t step = 0; step < patience; ++step) {
      violated = false;
      slope.assign(columns_, 0);
      if (direction == 0) {
        for (std::size_t i = 0; i < m; ++i) {
          const int outside = violation(basic_[i]);
          if (outside == 0) continue;
          violated = true;
          const double* const cells = &cell(i, 0);
          for (std::size_t j = 0; j < columns_; ++j) slope[j] -= outside * cells[j];
        }
        if (!violated) break;
      } else {
        const auto row = static_cast<std::size_t>(std::find(basic_.begin(), basic_.end(), column) - basic_.begin());
        for (std::size_t j = 0; j < columns_; ++j)
          slope[j] = row < m ? direction * cell(row, j) : nonbasic_[j] == column ? direction : 0;
      }
      const bool cautious = step > patience / 2;  // Bland's rule ends every cycle
      std::size_t entering = columns_;
      double best = slight;
      for (std::size_t j = 0; j < columns_; ++j) {
        const auto v = at(nonbasic_[j]);
        const bool can = slope[j] > 0 ? value_[v] < high_[v] - slight : value_[v] > low_[v] + slight;
        if (!can || size(slope[j]) <= best) continue;
        if (cautious && entering != columns_ && nonbasic_[j] > nonbasic_[entering]) continue;
        entering = j;
        if (!cautious) best = size(slope[j]);
      }
      if (entering == columns_ || !advance(entering, slope[entering] > 0 ? 1 : -1, direction == 0)) break;
    }
    find_multipliers(slope, column, direction);
    if (direction != 0) note_touched();
    return direction != 0 || !violated;
  }

  /// Moves a nonbasic variable as far as the others let it. False when nothing stops it.
  bool advance(std::size_t entering, int way, bool towards_feasibility) {
    const auto e = at(nonbasic_[entering]);
    double room = high_[e] - low_[e];
    std::size_t leaving = row_count();
    double stop = 0, pivot = 0;
    for (std::size_t i = 0; i < row_count(); ++i) {
      const double rate = cell(i, entering) * way;
      if (size(rate) < slight) continue;
      const auto b = at(basic_[i]);
      const int outside = towards_feasibility ? violation(basic_[i]) : 0;
      if (outside != 0 && (rate > 0) == (outside > 0)) continue;
      const double bound = outside != 0 ? (outside > 0 ? high_[b] : low_[b]) : rate > 0 ? high_[b] : low_[b];
      if (!is_finite(bound)) continue;
      const double reach = std::fmax(0, (bound - value_[b]) / rate);
      if (reach > room + 1e-12 || (reach > room - 1e-12 && size(rate) <= size(pivot))) continue;
      room = std::fmin(room, reach);
      leaving = i;
      stop = bound;
      pivot = rate;
    }
    if (!is_finite(room)) return false;
    for (std::size_t i = 0; i < row_count(); ++i)
      value_[at(basic_[i])] += cell(i, entering) * way * room;
    value_[e] += way * room;
    if (leaving == row_count()) return true;
    value_[at(basic_[leaving])] = stop;
    exchange(leaving, entering);
    return true;
  }

  void exchange(std::size_t row, std::size_t column) {
    const double pivot = cell(row, column);
    filled_.clear();
    double* const pivot_row = &cell(row, 0);
    for (std::size_t j = 0; j < columns_; ++j) {
      if (size(pivot_row[j]) < 1e-14) pivot_row[j] = 0;
      if (pivot_row[j] == 0) continue;
      pivot_row[j] /= -pivot;
      filled_.push_back(j);
    }
    pivot_row[column] = 1 / pivot;
    for (std::size_t i = 0; i < row_count(); ++i) {
      double* const other = &cell(i, 0);
      const double factor = other[column];
      if (i == row || factor == 0) continue;
      other[column] = 0;
      for (const std::size_t j : filled_) other[j] += factor * pivot_row[j];
    }
    std::swap(basic_[row], nonbasic_[column]);
  }

  /// The identity "objective = sum of slopes times nonbasic variables" is a sum of
  /// rows, each as often as its own variable stands in it.
  void find_multipliers(const std::vector<double>& slope, int column, int direction) {
    multipliers_.assign(row_count(), 0);
    const double unit = direction == 0 ? 1 : radius_[at(column)];
    for (std::size_t j = 0; j < columns_; ++j)
      if (const int r = nonbasic_[j] - static_cast<int>(columns_); r >= 0 && size(slope[j]) > 1e-11)
        multipliers_[at(r)] = slope[j] * unit / row_scale_[at(r)];
    if (direction != 0) return;
    for (std::size_t i = 0; i < row_count(); ++i)
      if (const int r = basic_[i] - static_cast<int>(columns_); r >= 0)
        multipliers_[at(r)] = violation(basic_[i]) / row_scale_[at(r)];
  }

  void note_touched() {
    for (std::size_t j = 0; j < columns_; ++j) {
      if (value_[j] <= low_[j] + slight) touched_low_[j] = true;
      if (value_[j] >= high_[j] - slight) touched_high_[j] = true;
    }
  }

  std::size_t columns_ = 0;
  std::vector<double> low_, high_, middle_, radius_;  // ends of columns, then of rows, scaled
  std::vector<entry> rows_;
  std::vector<std::size_t> starts_{0};
  std::vector<double> row_low_, row_high_, row_scale_;
  std::vector<double> table_, value_, multipliers_;
  std::vector<int> basic_, nonbasic_;
  std::vector<std::size_t> filled_;  // columns of the pivot row that are not zero
  std::vector<bool> touched_low_, touched_high_;
};

}  // namespace kebi::detail
