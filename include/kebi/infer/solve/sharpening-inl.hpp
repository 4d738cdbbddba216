#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/solve/sharpening.hpp"

namespace kebi::detail {

KEBI_INLINE sharpening::sharpening(const network& of, const components& parts,
                                   std::function<void()> at_work)
    : net_{of},
      parts_{parts},
      at_work_{std::move(at_work)},
      rows_{of},
      is_due_(of.variables(), false),
      in_core_(of.variables(), false),
      seen_(of.variables(), 0) {}

KEBI_INLINE bool sharpening::run(contraction& state, std::size_t part, which of, bool is_first,
                                 double tolerance, double& moved, std::size_t at_once) {
  moved = 0;
  sought_ = of;
  if (is_first)
    for (const int v : parts_.variables(part)) seen_[at(v)] = -infinity;

  std::size_t targets = 0;
  variables_.clear();
  for (const int r : parts_.relations(part))
    if (takes_part(r))
      for (const term& each : net_.terms(r)) {
        if (in_core_[at(each.variable)]) continue;
        in_core_[at(each.variable)] = true;
        variables_.push_back(each.variable);
      }
  for (const int v : variables_) {
    in_core_[at(v)] = false;
    is_due_[at(v)] = of != which::followers || parts_.is_follower(v);
    targets += is_due_[at(v)];
  }
  if (targets == 0) return true;
  if (variables_.size() <= at_once) return seek_together(state, part, tolerance, moved);
  for (const int v : variables_) {
    if (!is_due_[at(v)]) continue;
    if (at_work_) at_work_();
    look_around(v);
    const std::vector<int> inside = due(v);
    if (has_changed(state, v, tolerance) && !seek(state, inside, tolerance, moved)) return false;
  }
  return true;
}

KEBI_INLINE bool sharpening::takes_part(int relation) const {
  return sought_ == which::bearing ? parts_.in_bearing_core(relation) : parts_.in_core(relation);
}

KEBI_INLINE bool sharpening::seek_together(contraction& state, std::size_t part, double tolerance,
                                           double& moved) {
  rows_.clear();
  for (const int r : parts_.relations(part))
    if (takes_part(r)) rows_.add_relation(r);
  std::vector<int> targets;
  for (const int v : rows_.variables())
    if (is_due_[at(v)]) targets.push_back(v);
  return seek(state, targets, tolerance, moved);
}

KEBI_INLINE void sharpening::look_around(int v) {
  rows_.clear();
  rows_.add_variable(v);
  const std::vector<int>& seen = rows_.variables();
  for (std::size_t next = 0; next < seen.size() && seen.size() < window; ++next)
    for (const int r : parts_.relations_at(seen[next])) {
      if (rows_.has(r) || !takes_part(r) || seen.size() >= window) continue;
      if (net_.terms(r).size() <= 2 * window) rows_.add_relation(r);
    }
}

KEBI_INLINE std::vector<int> sharpening::due(int centre) {
  std::vector<int> result;
  for (const int v : rows_.variables()) {
    if (!is_due_[at(v)]) continue;
    bool inside = true;
    for (const int r : parts_.relations_at(v)) inside &= rows_.has(r) || !takes_part(r);
    if (!inside && v != centre) continue;
    is_due_[at(v)] = false;
    result.push_back(v);
  }
  return result;
}

KEBI_INLINE bool sharpening::has_changed(const contraction& state, int centre, double tolerance) {
  double sum = 0;
  for (const int v : rows_.variables()) {
    const double wide = state.high(v) - state.low(v);
    sum += is_finite(wide) ? std::log2(wide + 1e-300) : 1e4;
  }
  double& before = seen_[at(centre)];
  if (size(before - sum) < tolerance) return false;
  before = sum;
  return true;
}

KEBI_INLINE bool sharpening::seek(contraction& state, std::span<const int> targets,
                                  double tolerance, double& moved) {
  double widest = 0;
  for (const int v : targets) widest = std::fmax(widest, state.high(v) - state.low(v));
  if (!(widest > 0)) return true;
  if (!rows_.begin(state)) {
    return state.refute_by(rows_.proof());
  }
  struct found {
    variable_end end;
    double value;
    certificate proof;
  };
  std::vector<found> ends;
  for (const int v : targets) {
    const double width = state.high(v) - state.low(v);
    if (!(width > 0)) continue;
    for (const side each : {side::low, side::high}) {
      const double value = rows_.sought(state, {v, each});
      const double move = each == side::high ? state.high(v) - value : value - state.low(v);
      if (!(move > 0) || (is_finite(width) && move < tolerance * width)) continue;
      moved = std::fmax(moved, is_finite(width) ? move / width : 1);
      ends.push_back({
          {v, each},
          value, rows_.proof()
      });
    }
  }
  for (found& each : ends)
    if (!state.narrow_by(each.end, each.value, std::move(each.proof))) return false;
  return true;
}

}  // namespace kebi::detail
