#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/solve/linear_program.hpp"

namespace kebi::detail {

KEBI_INLINE void linear_program::clear() {
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

KEBI_INLINE void linear_program::add_column(double low, double high) {
  ++columns_;
  const bool from = is_finite(low), to = is_finite(high);
  middle_.push_back(from && to ? low / 2 + high / 2 : from ? low : to ? high : 0);
  radius_.push_back(from && to ? (high > low ? high / 2 - low / 2 : 0)
                               : std::max(1.0, size(middle_.back())));
  low_.push_back(from ? (to ? -1 : 0) : -infinity);
  high_.push_back(to ? (from ? 1 : 0) : infinity);
}

KEBI_INLINE void linear_program::add_row(std::span<const entry> entries, double low, double high) {
  rows_.insert(rows_.end(), entries.begin(), entries.end());
  starts_.push_back(rows_.size());
  row_low_.push_back(low);
  row_high_.push_back(high);
}

KEBI_INLINE bool linear_program::make_feasible() {
  set_up();
  return improve(-1, 0);
}

KEBI_INLINE void linear_program::relax() {
  for (place& each : basic_) {
    each.low = std::min(each.low, each.value);
    each.high = std::max(each.high, each.value);
  }
}

KEBI_INLINE bool linear_program::has_touched(int column, int direction) const {
  return direction > 0 ? touched_high_[at(column)] : touched_low_[at(column)];
}

KEBI_INLINE void linear_program::set_up() {
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
    for (std::size_t j = 0; j < columns_; ++j) sum += (cells[j] /= row_scale_[i]) * free_[j].value;
    basic_[i] = {sum, (row_low_[i] - constant) / row_scale_[i],
                 (row_high_[i] - constant) / row_scale_[i], static_cast<int>(columns_ + i)};
  }
}

KEBI_INLINE bool linear_program::find_slope(int column, int direction) {
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

KEBI_INLINE bool linear_program::improve(int column, int direction) {
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

KEBI_INLINE bool linear_program::advance(std::size_t entering, int way, bool towards_feasibility) {
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

KEBI_INLINE void linear_program::exchange(std::size_t leaving, std::size_t entering) {
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

KEBI_INLINE void linear_program::find_multipliers(int column, int direction) {
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

KEBI_INLINE void linear_program::note_touched() {
  const auto note = [&](const place& of) {
    if (at(of.variable) >= columns_) return;
    if (of.value <= of.low + slight) touched_low_[at(of.variable)] = true;
    if (of.value >= of.high - slight) touched_high_[at(of.variable)] = true;
  };
  for (const place& each : basic_) note(each);
  for (const place& each : free_) note(each);
}

}  // namespace kebi::detail
