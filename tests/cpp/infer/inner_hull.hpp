#pragma once

#include <array>
#include <cmath>
#include <vector>

#include "infer/random_network.hpp"

namespace kebi::test {

/// The range of each variable of a drawn network, approached from inside by brute
/// force: whatever it says was reached by values that satisfy everything. From the
/// true solution it walks to the best vertex of the linearised problem, again and again.
class inner_hull {
 public:
  explicit inner_hull(const random_network& drawn) : drawn_{drawn} {
    for (std::size_t i = 0; i < drawn.free; ++i) start_.push_back(drawn.truth[i].get_d());
  }

  bounds of(std::size_t variable) const {
    const double high = furthest(variable, 1), low = -furthest(variable, -1);
    return {std::fmin(low, high), std::fmax(low, high)};
  }

 private:
  using point = std::vector<double>;

  std::vector<double> values(const point& at) const {
    std::vector<double> all = at;
    for (const recipe& how : drawn_.recipes) {
      const auto& t = how.terms;
      const auto value = [&](const term& of) { return all[static_cast<std::size_t>(of.variable)]; };
      double made = 0;
      if (!how.is_product) {
        for (std::size_t i = 0; i + 1 < t.size(); ++i) made += t[i].weight * value(t[i]);
      } else if (how.is_quotient) {
        made = t[2].weight * value(t[2]) / (value(t[1]) + t[1].weight);
      } else {
        made = value(t[0]) * (value(t[1]) + t[1].weight) / t[2].weight;
      }
      all.push_back(made);
    }
    return all;
  }

  bool is_possible(const std::vector<double>& all) const {
    for (const auto& [variable, possible] : drawn_.net.statements()) {
      const double v = all[static_cast<std::size_t>(variable)], slack = 1e-12 * (1 + std::fabs(v));
      if (v < possible.lo() - slack || v > possible.hi() + slack) return false;
    }
    return true;
  }

  double furthest(std::size_t target, double direction) const {
    point at = start_;
    double best = direction * values(at)[target];
    for (int walk = 0; walk < 8; ++walk) {
      const point step = best_step(at, target, direction);
      double reached = best;
      for (double part = 1; part > 1e-4; part *= 0.7) {
        point there = at;
        for (std::size_t i = 0; i < at.size(); ++i) there[i] += part * step[i];
        const auto all = values(there);
        if (!is_possible(all) || !(direction * all[target] > reached)) continue;
        reached = direction * all[target];
        at = there;
        break;
      }
      if (reached - best < 1e-9 * std::fabs(best)) break;
      best = reached;
    }
    return best;
  }

  /// The best vertex around a point where everything is taken to be linear.
  point best_step(const point& at, std::size_t target, double direction) const {
    const std::size_t n = at.size();
    const auto here = values(at);
    std::vector<point> slopes(here.size(), point(n));
    for (std::size_t i = 0; i < n; ++i) {
      point moved = at;
      const double h = 1e-6 * (1 + std::fabs(at[i]));
      moved[i] += h;
      const auto there = values(moved);
      for (std::size_t v = 0; v < here.size(); ++v) slopes[v][i] = (there[v] - here[v]) / h;
    }
    struct side_of_statement {
      const point* slope;
      double room;
    };
    std::vector<side_of_statement> sides;
    for (const auto& [variable, possible] : drawn_.net.statements()) {
      const auto v = static_cast<std::size_t>(variable);
      sides.push_back({&slopes[v], possible.hi() - here[v]});
      sides.push_back({&slopes[v], possible.lo() - here[v]});
    }
    point best(n, 0);
    double most = 0;
    std::vector<std::size_t> pick(n);
    const auto try_all = [&](auto&& self, std::size_t depth, std::size_t from) -> void {
      if (depth < n) {
        for (std::size_t i = from; i < sides.size(); ++i) pick[depth] = i, self(self, depth + 1, i + 1);
        return;
      }
      std::array<std::array<double, 4>, 3> m{};
      for (std::size_t r = 0; r < n; ++r) {
        for (std::size_t c = 0; c < n; ++c) m[r][c] = (*sides[pick[r]].slope)[c];
        m[r][n] = sides[pick[r]].room;
      }
      for (std::size_t c = 0; c < n; ++c) {  // Gauss
        std::size_t p = c;
        for (std::size_t r = c + 1; r < n; ++r)
          if (std::fabs(m[r][c]) > std::fabs(m[p][c])) p = r;
        if (std::fabs(m[p][c]) < 1e-12) return;
        std::swap(m[p], m[c]);
        for (std::size_t r = 0; r < n; ++r) {
          if (r == c) continue;
          const double f = m[r][c] / m[c][c];
          for (std::size_t k = c; k <= n; ++k) m[r][k] -= f * m[c][k];
        }
      }
      double gain = 0;
      point step(n);
      for (std::size_t i = 0; i < n; ++i) gain += direction * slopes[target][i] * (step[i] = m[i][n] / m[i][i]);
      if (!(gain > most)) return;
      for (std::size_t s = 0; s < sides.size(); s += 2) {
        double move = 0, scale = 0;
        for (std::size_t i = 0; i < n; ++i) {
          move += (*sides[s].slope)[i] * step[i];
          scale += std::fabs((*sides[s].slope)[i] * step[i]);
        }
        if (move > sides[s].room + 1e-9 * scale || move < sides[s + 1].room - 1e-9 * scale) return;
      }
      most = gain;
      best = step;
    };
    try_all(try_all, 0, 0);
    return best;
  }

  const random_network& drawn_;
  point start_;
};

}  // namespace kebi::test
