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
                                 : std::max(1.0, size(middle_.back())));
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
    for (place& each : basic_) {
      each.low = std::min(each.low, each.value);
      each.high = std::max(each.high, each.value);
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
  double* row(std::size_t i) { return table_.data() + i * columns_; }

  /// A variable where it stands: at the head of a row of the table, or of a column.
  struct place {
    double value, low, high;
    int variable;  // the columns as they were added, then one for each row

    /// Out of its bounds above, below (-1), or not at all.
    int violation() const { return value > high + slight ? 1 : value < low - slight ? -1 : 0; }
  };

  void set_up() {
    const std::size_t m = row_count();
    table_.assign(m * columns_, 0);
    row_scale_.assign(m, 1);
    basic_.resize(m);
    free_.resize(columns_);
    slope_.resize(columns_);
    touched_low_.assign(columns_, false);
    touched_high_.assign(columns_, false);
    for (std::size_t j = 0; j < columns_; ++j) {
      const double from = is_finite(low_[j]) ? low_[j] : is_finite(high_[j]) ? high_[j] : 0;
      free_[j] = {from, low_[j], high_[j], static_cast<int>(j)};
    }
    for (std::size_t i = 0; i < m; ++i) {
      double* const cells = row(i);
      double constant = 0, most = 0;
      for (std::size_t e = starts_[i]; e < starts_[i + 1]; ++e) {
        const auto j = at(rows_[e].column);
        constant += rows_[e].weight * middle_[j];
        cells[j] += rows_[e].weight * radius_[j];
      }
      for (std::size_t j = 0; j < columns_; ++j) most = std::max(most, size(cells[j]));
      if (most > 0) row_scale_[i] = most;
      double sum = 0;
      for (std::size_t j = 0; j < columns_; ++j)
        sum += (cells[j] /= row_scale_[i]) * free_[j].value;
      basic_[i] = {sum, (row_low_[i] - constant) / row_scale_[i],
                   (row_high_[i] - constant) / row_scale_[i], static_cast<int>(columns_ + i)};
    }
  }

  /// How fast the objective rises with each free variable: with the violations falling
  /// (direction 0), or with one column. False when nothing is violated.
  bool find_slope(int column, int direction) {
    slope_.assign(columns_, 0);
    if (direction == 0) {
      bool violated = false;
      for (std::size_t i = 0; i < basic_.size(); ++i) {
        const int outside = basic_[i].violation();
        if (outside == 0) continue;
        violated = true;
        const double* const cells = row(i);
        for (std::size_t j = 0; j < columns_; ++j) slope_[j] -= outside * cells[j];
      }
      return violated;
    }
    for (std::size_t j = 0; j < columns_; ++j)
      if (free_[j].variable == column) {
        slope_[j] = direction;
        return true;
      }
    for (std::size_t i = 0; i < basic_.size(); ++i) {
      if (basic_[i].variable != column) continue;
      const double* const cells = row(i);
      for (std::size_t j = 0; j < columns_; ++j) slope_[j] = direction * cells[j];
      break;
    }
    return true;
  }

  /// Simplex steps towards the least violation (direction 0), or to the end of a column.
  bool improve(int column, int direction) {
    const std::size_t patience = 30 + 4 * (row_count() + columns_);
    bool violated = false;
    for (std::size_t step = 0; step < patience; ++step) {
      violated = find_slope(column, direction);
      if (!violated) break;
      const bool cautious = step > patience / 2;  // Bland's rule ends every cycle
      std::size_t entering = columns_;
      double best = slight;
      for (std::size_t j = 0; j < columns_; ++j) {
        const place& v = free_[j];
        if (size(slope_[j]) <= best) continue;
        if (!(slope_[j] > 0 ? v.value < v.high - slight : v.value > v.low + slight)) continue;
        if (cautious && entering != columns_ && v.variable > free_[entering].variable) continue;
        entering = j;
        if (!cautious) best = size(slope_[j]);
      }
      if (entering == columns_ || !advance(entering, slope_[entering] > 0 ? 1 : -1, direction == 0))
        break;
    }
    find_multipliers(column, direction);
    if (direction != 0) note_touched();
    return direction != 0 || !violated;
  }

  /// Moves a free variable as far as the others let it. False when nothing stops it.
  bool advance(std::size_t entering, int way, bool towards_feasibility) {
    const std::size_t m = basic_.size();
    place& mover = free_[entering];
    double room = mover.high - mover.low;
    std::size_t leaving = m;
    double stop = 0, pivot = 0;
    rates_.resize(m);
    for (std::size_t i = 0; i < m; ++i) {
      const double rate = rates_[i] = row(i)[entering] * way;
      if (size(rate) < slight) continue;
      const place& b = basic_[i];
      double bound = rate > 0 ? b.high : b.low;
      if (towards_feasibility) {
        const int outside = b.violation();
        if (outside != 0 && (rate > 0) == (outside > 0)) continue;
        if (outside != 0) bound = outside > 0 ? b.high : b.low;
      }
      if (!is_finite(bound)) continue;
      const double reach = std::max(0.0, (bound - b.value) / rate);
      if (reach > room + 1e-12 || (reach > room - 1e-12 && size(rate) <= size(pivot))) continue;
      room = std::min(room, reach);
      leaving = i;
      stop = bound;
      pivot = rate;
    }
    if (!is_finite(room)) return false;
    for (std::size_t i = 0; i < m; ++i) basic_[i].value += rates_[i] * room;
    mover.value += way * room;
    if (leaving == m) return true;
    basic_[leaving].value = stop;
    exchange(leaving, entering);
    return true;
  }

  void exchange(std::size_t leaving, std::size_t entering) {
    double* const pivots = row(leaving);
    const double pivot = pivots[entering];
    for (std::size_t j = 0; j < columns_; ++j)
      pivots[j] = size(pivots[j]) < 1e-14 ? 0 : pivots[j] / -pivot;
    pivots[entering] = 1 / pivot;
    for (std::size_t i = 0; i < basic_.size(); ++i) {
      double* const cells = row(i);
      const double factor = cells[entering];
      if (i == leaving || factor == 0) continue;
      cells[entering] = 0;
      for (std::size_t j = 0; j < columns_; ++j) cells[j] += factor * pivots[j];
    }
    std::swap(basic_[leaving], free_[entering]);
  }

  /// The identity "objective = sum of slopes times free variables" is a sum of
  /// rows, each as often as its own variable stands in it.
  void find_multipliers(int column, int direction) {
    multipliers_.assign(row_count(), 0);
    const double unit = direction == 0 ? 1 : radius_[at(column)];
    for (std::size_t j = 0; j < columns_; ++j)
      if (const int r = free_[j].variable - static_cast<int>(columns_);
          r >= 0 && size(slope_[j]) > 1e-11)
        multipliers_[at(r)] = slope_[j] * unit / row_scale_[at(r)];
    if (direction != 0) return;
    for (const place& each : basic_)
      if (const int r = each.variable - static_cast<int>(columns_); r >= 0)
        multipliers_[at(r)] = each.violation() / row_scale_[at(r)];
  }

  void note_touched() {
    const auto note = [&](const place& of) {
      if (at(of.variable) >= columns_) return;
      if (of.value <= of.low + slight) touched_low_[at(of.variable)] = true;
      if (of.value >= of.high - slight) touched_high_[at(of.variable)] = true;
    };
    for (const place& each : basic_) note(each);
    for (const place& each : free_) note(each);
  }

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
