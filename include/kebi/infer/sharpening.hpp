#pragma once

#include <cmath>

#include "kebi/infer/contraction.hpp"
#include "kebi/infer/linear_program.hpp"

namespace kebi::detail {

/// Sharpens what contraction leaves in the core of a component, where a figure
/// enters on two ways and contraction counts it as two figures.
///
/// Products are enclosed in their four tangent planes (McCormick, Mathematical
/// Programming 10, 1976), which meet them where a factor stands at an end: just
/// where a monotone formula takes its extremes. Each end is then sought by linear
/// programming, and believed only as far as the multipliers found prove it in
/// outward-rounded arithmetic (Neumaier and Shcherbina, Mathematical Programming
/// 99, 2004). The multipliers that are not zero name the relations and the ends
/// that set it.
class sharpening {
 public:
  sharpening(const network& of, const components& parts)
      : net_{of}, parts_{parts}, column_(of.variables(), -1), taken_(of.relations().size(), false),
        is_due_(of.variables(), false), seen_(of.variables(), 0) {}

  /// The most variables that are looked at together; a larger core is seen through
  /// windows of that size that cover it.
  static constexpr std::size_t window = 28;

  /// The part of a product's width below which its curvature is left to one plane.
  static constexpr double slight_bend = 1e-3;

  /// Seeks every end of the core once; after the first time only where something changed. False when nothing is left possible;
  /// `moved` is the largest move, relative to the width before.
  bool run(contraction& state, std::size_t part, bool is_first, double tolerance, double& moved) {
    moved = 0;
    if (is_first)
      for (const int v : parts_.variables(part)) seen_[at(v)] = -infinity;
    core_.clear();
    for (const int r : parts_.relations(part))
      if (parts_.in_core(r)) core_.push_back(r);
    if (core_.empty()) return true;

    relations_ = core_;
    collect_variables();
    if (variables_.size() <= window) {
      const std::vector<int> targets = variables_;
      const bool left = seek(state, targets, tolerance, moved);
      release();
      return left;
    }
    const std::vector<int> all = variables_;
    release();
    for (const int v : all) is_due_[at(v)] = true;
    for (const int v : all) {
      if (!is_due_[at(v)]) continue;
      look_around(v);
      const bool left = !has_changed(state, v, tolerance) || seek(state, due(v), tolerance, moved);
      release();
      if (!left) return false;
    }
    return true;
  }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  void add_variables(int relation) {
    for (const term& each : net_.terms(relation)) {
      if (column_[at(each.variable)] >= 0) continue;
      column_[at(each.variable)] = static_cast<int>(variables_.size());
      variables_.push_back(each.variable);
    }
  }
  void collect_variables() {
    for (const int r : relations_) add_variables(r);
  }
  void release() {
    for (const int v : variables_) column_[at(v)] = -1;
    for (const int r : relations_) taken_[at(r)] = false;
    variables_.clear();
    relations_.clear();
  }

  /// The relations nearest to a variable, breadth first, until the window is full.
  void look_around(int v) {
    column_[at(v)] = 0;
    variables_.push_back(v);
    for (std::size_t next = 0; next < variables_.size() && variables_.size() < window; ++next)
      for (const int r : parts_.relations_at(variables_[next])) {
        if (taken_[at(r)] || !parts_.in_core(r) || variables_.size() >= window) continue;
        if (net_.terms(r).size() > 2 * window) continue;
        taken_[at(r)] = true;
        relations_.push_back(r);
        add_variables(r);
      }
  }

  /// The variables of a window that need no other: those of which it holds all relations.
  std::vector<int> due(int centre) {
    std::vector<int> result;
    for (const int v : variables_) {
      if (!is_due_[at(v)]) continue;
      bool inside = v == centre;
      if (!inside) {
        inside = true;
        for (const int r : parts_.relations_at(v)) inside &= taken_[at(r)] || !parts_.in_core(r);
      }
      if (!inside) continue;
      is_due_[at(v)] = false;
      result.push_back(v);
    }
    return result;
  }

  /// Whether a window has changed since it was last looked at; notes its widths.
  bool has_changed(const contraction& state, int centre, double tolerance) {
    double sum = 0;
    for (const int v : variables_) {
      const double wide = state.high(v) - state.low(v);
      sum += is_finite(wide) ? std::log2(wide + 1e-300) : 1e4;
    }
    double& before = seen_[at(centre)];
    if (size(before - sum) < tolerance) {
      due(centre);
      return false;
    }
    before = sum;
    return true;
  }

  struct row {
    std::size_t first, last;
    double low, high;
    int relation;
  };

  void add_row(int relation, std::initializer_list<linear_program::entry> entries, double low, double high) {
    entries_.insert(entries_.end(), entries);
    rows_.push_back({entries_.size() - entries.size(), entries_.size(), low, high, relation});
  }

  void set_rows(const contraction& state) {
    rows_.clear();
    entries_.clear();
    for (const int r : relations_) {
      const auto terms = net_.terms(r);
      if (net_.relations()[at(r)].is_product) {
        add_planes(state, r, terms);
        continue;
      }
      const std::size_t first = entries_.size();
      for (const term& each : terms) entries_.push_back({column_[at(each.variable)], each.weight});
      const bounds& total = net_.relations()[at(r)].total;
      rows_.push_back({first, entries_.size(), total.lo(), total.hi(), r});
    }
  }

  /// For X = x + p >= a and Y = y + q >= b: X Y >= a Y + b X - a b, and so on.
  void add_planes(const contraction& state, int r, std::span<const term> terms) {
    const int x = column_[at(terms[0].variable)], y = column_[at(terms[1].variable)],
              z = column_[at(terms[2].variable)];
    const double p = terms[0].weight, q = terms[1].weight, k = terms[2].weight;
    const bounds X = state.box(terms[0].variable) + bounds::exactly(p);
    const bounds Y = state.box(terms[1].variable) + bounds::exactly(q);
    if (X.is_bounded() && Y.is_bounded()) {
      // Where the curvature is too slight to matter one plane through the middle does.
      const double a = midpoint(X), b = midpoint(Y);
      const bounds A = bounds::exactly(a), B = bounds::exactly(b);
      const double bend = multiply_up(width(X | A), width(Y | B)) / 2;  // at most a quarter, twice over
      const bounds Z = state.box(terms[2].variable);
      if (Z.is_bounded() && bend < slight_bend * size(k) * width(Z)) {
        const bounds rest = A * B - A * bounds::exactly(q) - B * bounds::exactly(p) + bounds{-bend, bend};
        add_row(r, {{y, a}, {x, b}, {z, -k}}, rest.lo(), rest.hi());
        return;
      }
    }
    for (const bool x_high : {false, true})
      for (const bool y_high : {false, true}) {
        const double a = x_high ? X.hi() : X.lo(), b = y_high ? Y.hi() : Y.lo();
        if (!is_finite(a) || !is_finite(b)) continue;
        // a y + b x - k z against a b - a q - b p
        const bounds A = bounds::exactly(a), B = bounds::exactly(b);
        const bounds rest = A * B - A * bounds::exactly(q) - B * bounds::exactly(p);
        if (x_high == y_high) add_row(r, {{y, a}, {x, b}, {z, -k}}, -infinity, rest.hi());
        else add_row(r, {{y, a}, {x, b}, {z, -k}}, rest.lo(), infinity);
      }
  }

  bool seek(contraction& state, std::span<const int> targets, double tolerance, double& moved) {
    double widest = 0;
    for (const int v : targets) widest = std::fmax(widest, state.high(v) - state.low(v));
    if (!(widest > 0)) return true;

    set_rows(state);
    program_.clear();
    for (const int v : variables_) program_.add_column(state.low(v), state.high(v));
    for (const row& each : rows_)
      program_.add_row({entries_.data() + each.first, each.last - each.first}, each.low, each.high);
    if (!program_.make_feasible()) {
      certificate proof;
      if (prove(state, -1, 0, proof) < 0) {
        state.refute_by(proof);
        return false;
      }
      program_.relax();  // no proof while ends are open: bound them first
    }
    std::vector<found> ends;
    for (const int v : targets)
      for (const side which : {side::low, side::high}) {
        const int direction = which == side::high ? 1 : -1;
        if (!(state.high(v) > state.low(v)) || program_.has_touched(column_[at(v)], direction)) continue;
        program_.push(column_[at(v)], direction);
        certificate proof;
        const double value = direction * prove(state, v, direction, proof);
        const double width = state.high(v) - state.low(v);
        const double move = which == side::high ? state.high(v) - value : value - state.low(v);
        if (!(move > 0) || (is_finite(width) && move < tolerance * width)) continue;
        moved = std::fmax(moved, is_finite(width) ? move / width : 1);
        ends.push_back({{v, which}, value, std::move(proof)});
      }
    for (found& each : ends)
      if (!state.narrow_by(each.end, each.value, std::move(each.proof))) return false;
    return true;
  }

  struct found {
    variable_end end;
    double value;
    certificate proof;
  };

  /// The greatest value that the multipliers leave to `direction` times a variable; to
  /// zero, if there is none, so that less than zero proves that nothing is possible.
  double prove(const contraction& state, int variable, int direction, certificate& proof) {
    weights_ = program_.multipliers();
    const double first = proved(state, variable, direction, proof);
    if (!rests_on_open_end_) return first;
    // Most identities have small whole weights, and so has their sum: then nothing
    // is left of an open figure once the multipliers are freed of rounding.
    double most = variable < 0 ? 0 : 1;
    for (const double y : weights_)
      if (variable < 0) most = std::fmax(most, size(y));
    for (double& y : weights_) y = std::nearbyint(y / most * 0x1p30) / 0x1p30;
    certificate other;
    const double second = proved(state, variable, direction, other);
    if (!(second < first)) return first;
    proof = std::move(other);
    return second;
  }

  double proved(const contraction& state, int variable, int direction, certificate& proof) {
    const auto& weights = weights_;
    rests_on_open_end_ = false;
    rests_.assign(variables_.size(), bounds::exactly(0));
    sizes_.assign(variables_.size(), 0);
    double most = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const double y = weights[i];
      if (y == 0 || !(size(y) < 1e100)) continue;
      const double end = y > 0 ? rows_[i].high : rows_[i].low;
      if (!is_finite(end)) continue;
      most = add_up(most, multiply_up(y, end));
      for (std::size_t e = rows_[i].first; e < rows_[i].last; ++e) {
        const auto c = at(entries_[e].column);
        const bounds part = bounds::exactly(y) * bounds::exactly(entries_[e].weight);
        rests_[c] = rests_[c] - part;
        sizes_[c] += size(y * entries_[e].weight);
      }
      if (proof.relations.empty() || proof.relations.back() != rows_[i].relation)
        proof.relations.push_back(rows_[i].relation);
    }
    for (std::size_t c = 0; c < variables_.size(); ++c) {
      const int v = variables_[c];
      if (v == variable) rests_[c] = rests_[c] + bounds::exactly(direction);
      if (rests_[c] == bounds::exactly(0)) continue;
      const double rest = midpoint(rests_[c]);
      const bool matters = size(rest) > 1e-9 * sizes_[c];
      // What is left by rounding alone must not make an open end decide: no
      // statistic has more digits than a decimal.
      const bounds box = matters ? state.box(v) : state.box(v) & bounds{-1e17, 1e17};
      rests_on_open_end_ |= !matters && size(box.lo()) + size(box.hi()) > 1e16;
      most = add_up(most, (rests_[c] * box).hi());
      if (matters) proof.ends.push_back({v, rest > 0 ? side::high : side::low});
    }
    for (const int r : proof.relations) // the planes of a product stand on the ends of its factors
      if (net_.relations()[at(r)].is_product)
        for (std::size_t place = 0; place < 2; ++place)
          for (const side each : {side::low, side::high})
            proof.ends.push_back({net_.terms(r)[place].variable, each});
    return most;
  }

  const network& net_;
  const components& parts_;
  std::vector<int> column_;
  std::vector<bool> taken_, is_due_;
  std::vector<double> seen_;  // how wide the window around a variable was, as a sum of logarithms
  std::vector<int> core_, relations_, variables_;
  std::vector<row> rows_;
  std::vector<linear_program::entry> entries_;
  std::vector<bounds> rests_;
  std::vector<double> sizes_, weights_;
  bool rests_on_open_end_ = false;
  linear_program program_;
};

}  // namespace kebi::detail
