#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/solve/relaxation.hpp"

namespace kebi::detail {

KEBI_INLINE relaxation::relaxation(const network& of)
    : net_{of}, column_(of.variables(), -1), taken_(of.relations().size(), false) {}

KEBI_INLINE void relaxation::clear() {
  for (const int v : variables_) column_[at(v)] = -1;
  for (const int r : relations_) taken_[at(r)] = false;
  variables_.clear();
  relations_.clear();
}

KEBI_INLINE void relaxation::add_variable(int v) {
  if (column_[at(v)] >= 0) return;
  column_[at(v)] = static_cast<int>(variables_.size());
  variables_.push_back(v);
}

KEBI_INLINE void relaxation::add_relation(int r) {
  taken_[at(r)] = true;
  relations_.push_back(r);
  for (const term& each : net_.terms(r)) add_variable(each.variable);
}

KEBI_INLINE bool relaxation::begin(const contraction& state) {
  set_rows(state);
  double most = 0;
  for (const int v : variables_)
    for (const double end : {state.low(v), state.high(v)})
      if (is_finite(end)) most = std::fmax(most, size(end));
  beyond_ = std::fmax(1e17, most * most);
  program_.clear();
  for (const int v : variables_) program_.add_column(state.low(v), state.high(v));
  for (const row& each : rows_)
    program_.add_row({entries_.data() + each.first, each.last - each.first}, each.low, each.high);
  if (program_.make_feasible()) return true;
  if (prove(state, -1, 0) < 0) return false;
  program_.relax();  // no proof while ends are open: bound them first
  return true;
}

KEBI_INLINE double relaxation::sought(const contraction& state, variable_end end) {
  const int v = end.variable, direction = end.at == side::high ? 1 : -1;
  const double now = end.at == side::high ? state.high(v) : state.low(v);
  if (program_.has_touched(column_[at(v)], direction)) return now;
  program_.push(column_[at(v)], direction);
  return direction * prove(state, v, direction);
}

KEBI_INLINE void relaxation::set_rows(const contraction& state) {
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

KEBI_INLINE void relaxation::add_planes(const contraction& state, int r,
                                        std::span<const term> terms) {
  const double p = terms[0].weight, q = terms[1].weight, k = terms[2].weight;
  const bounds X = state.box(terms[0].variable) + bounds::exactly(p);
  const bounds Y = state.box(terms[1].variable) + bounds::exactly(q);
  if (X.is_bounded() && Y.is_bounded()) {
    // Where the curvature is too slight to matter one plane through the middle does.
    const double a = midpoint(X), b = midpoint(Y);
    // At most a quarter, twice over.
    const double bend =
        multiply_up(width(X | bounds::exactly(a)), width(Y | bounds::exactly(b))) / 2;
    const bounds Z = state.box(terms[2].variable);
    if (Z.is_bounded() && bend < slight_bend * size(k) * width(Z)) {
      const bounds rest = constant(terms, a, b) + bounds{-bend, bend};
      add_plane(r, terms, a, b, rest.lo(), rest.hi());
      return;
    }
  }
  for (const bool x_high : {false, true})
    for (const bool y_high : {false, true}) {
      const double a = x_high ? X.hi() : X.lo(), b = y_high ? Y.hi() : Y.lo();
      if (!is_finite(a) || !is_finite(b)) continue;
      const bounds rest = constant(terms, a, b);
      if (x_high == y_high)
        add_plane(r, terms, a, b, -infinity, rest.hi());
      else
        add_plane(r, terms, a, b, rest.lo(), infinity);
    }
}

KEBI_INLINE bounds relaxation::constant(std::span<const term> terms, double a, double b) {
  const bounds A = bounds::exactly(a), B = bounds::exactly(b);
  return A * B - A * bounds::exactly(terms[1].weight) - B * bounds::exactly(terms[0].weight);
}

KEBI_INLINE void relaxation::add_plane(int r, std::span<const term> terms, double a, double b,
                                       double low, double high) {
  entries_.push_back({column_[at(terms[1].variable)], a});
  entries_.push_back({column_[at(terms[0].variable)], b});
  entries_.push_back({column_[at(terms[2].variable)], -terms[2].weight});
  rows_.push_back({entries_.size() - 3, entries_.size(), low, high, r});
}

KEBI_INLINE double relaxation::prove(const contraction& state, int variable, int direction) {
  weights_ = program_.multipliers();
  const double first = proved(state, variable, direction);
  if (!rests_on_open_end_) return first;
  // Most identities have small whole weights, and so has their sum: then nothing
  // is left of an open figure once the multipliers are freed of rounding.
  double most = variable < 0 ? 0 : 1;
  for (const double y : weights_)
    if (variable < 0) most = std::fmax(most, size(y));
  for (double& y : weights_) y = std::nearbyint(y / most * 0x1p30) / 0x1p30;
  const certificate before = proof_;
  const double second = proved(state, variable, direction);
  if (second < first) return second;
  proof_ = before;
  return first;
}

KEBI_INLINE double relaxation::proved(const contraction& state, int variable, int direction) {
  proof_.relations.clear();
  proof_.ends.clear();
  rests_on_open_end_ = false;
  rests_.assign(variables_.size(), {0, 0, 0});
  double most = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const double y = weights_[i];
    if (y == 0 || !(size(y) < 1e100)) continue;
    const double end = y > 0 ? rows_[i].high : rows_[i].low;
    if (!is_finite(end)) continue;
    most = add_up(most, multiply_up(y, end));
    for (std::size_t e = rows_[i].first; e < rows_[i].last; ++e) {
      remainder& rest = rests_[at(entries_[e].column)];
      const double weight = entries_[e].weight;
      rest.low = add_down(rest.low, -multiply_up(y, weight));
      rest.high = add_up(rest.high, -multiply_down(y, weight));
      rest.size += size(y * weight);
    }
    if (proof_.relations.empty() || proof_.relations.back() != rows_[i].relation)
      proof_.relations.push_back(rows_[i].relation);
  }
  for (std::size_t c = 0; c < variables_.size(); ++c) {
    const int v = variables_[c];
    remainder& of = rests_[c];
    if (v == variable) {
      of.low = add_down(of.low, direction);
      of.high = add_up(of.high, direction);
    }
    if (of.low == 0 && of.high == 0) continue;
    const double rest = of.low / 2 + of.high / 2;
    const bool matters = size(rest) > 1e-9 * of.size;
    // What is left by rounding alone must not make an open end decide.
    const bounds box = matters ? state.box(v) : closed(state.box(v));
    rests_on_open_end_ |= !matters && size(box.lo()) + size(box.hi()) > 1e16;
    most = add_up(most, (bounds{of.low, of.high} * box).hi());
    if (matters) proof_.ends.push_back({v, rest > 0 ? side::high : side::low});
  }
  for (const int r : proof_.relations)  // the planes of a product stand on the ends of its factors
    if (net_.relations()[at(r)].is_product)
      for (std::size_t place = 0; place < 2; ++place)
        for (const side each : {side::low, side::high})
          proof_.ends.push_back({net_.terms(r)[place].variable, each});
  return most;
}

KEBI_INLINE bounds relaxation::closed(const bounds& box) const {
  return {is_finite(box.lo()) ? box.lo() : std::fmin(-beyond_, box.hi()),
          is_finite(box.hi()) ? box.hi() : std::fmax(beyond_, box.lo())};
}

}  // namespace kebi::detail
