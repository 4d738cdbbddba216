#pragma once

#include <cmath>
#include <vector>

#include "kebi/infer/components.hpp"
#include "kebi/infer/event.hpp"

namespace kebi::detail {

/// Narrows the variables of one component to what its statements and relations
/// leave possible, relation by relation, until nothing moves by more than a
/// tolerance. Rounded outwards throughout: what is true stays inside.
///
/// Each relation is solved for each of its variables (Benhamou et al., ICLP
/// 1999: HC4). Only relations of a variable that moved are looked at again.
class contraction {
 public:
  contraction(const network& of, const components& parts)
      : net_{of},
        parts_{parts},
        low_(of.variables(), -infinity),
        high_(of.variables(), infinity),
        last_{std::vector<int>(of.variables(), -1), std::vector<int>(of.variables(), -1)},
        queued_(of.relations().size(), false) {}

  /// The least relative move of an end that is worth the work.
  static constexpr double least_move = 1e-7;

  /// Begins a component anew. `possible_in(s)` is what statement s is to mean: bounds,
  /// entire where it is put aside. False when the statements leave nothing.
  template <class PossibleIn>
  bool start(std::size_t part, const PossibleIn& possible_in) {
    refuting_.clear();
    queue_.clear();
    for (const int v : parts_.variables(part)) {
      const bounds& domain = net_.domain(v);
      low_[at(v)] = domain.lo();
      high_[at(v)] = domain.hi();
      last(v, side::low) = last(v, side::high) = -1;
    }
    for (const int r : parts_.relations(part)) queued_[at(r)] = false;
    for (const int s : parts_.statements(part)) {
      const int variable = net_.statements()[at(s)].variable;
      const bounds possible = possible_in(s);
      if (!narrow({variable, side::low}, possible.lo(), event::cause::statement, s) ||
          !narrow({variable, side::high}, possible.hi(), event::cause::statement, s))
        return false;
    }
    for (const int r : parts_.relations(part)) enqueue(r);
    patience_ = 100 + 40 * parts_.relations(part).size();
    eager_ = patience_ - 50 - 8 * parts_.relations(part).size();
    return true;
  }

  /// Bounds a variable besides. False when that leaves nothing.
  bool suppose(int v, const bounds& range) {
    const certificate none;
    return narrow_by({v, side::low}, range.lo(), none) &&
           narrow_by({v, side::high}, range.hi(), none);
  }

  /// Contracts until nothing moves. False when nothing is left possible.
  bool run() {
    std::size_t head = 0;
    for (; head < queue_.size(); ++head) {
      const int r = queue_[head];
      queued_[at(r)] = false;
      if (patience_ == 0) continue;  // the rest would only creep on
      --patience_;
      if (!(net_.relations()[at(r)].is_product ? contract_product(r) : contract_sum(r))) {
        for (; head < queue_.size(); ++head) queued_[at(queue_[head])] = false;
        queue_.clear();
        return false;
      }
    }
    queue_.clear();
    return true;
  }

  /// Takes over an end proved by a certificate. False when nothing is left.
  bool narrow_by(variable_end end, double value, certificate proof) {
    certificates_.push_back(std::move(proof));
    patience_ += 20;
    eager_ = patience_ > 20 ? patience_ - 20 : 0;
    return narrow(end, value, event::cause::certificate,
                  static_cast<int>(certificates_.size()) - 1);
  }

  /// Notes that a certificate leaves nothing possible.
  void refute_by(const certificate& proof) {
    for (const variable_end& each : proof.ends) refute_from(each);
    refuting_relations_ = proof.relations;
  }

  double low(int v) const { return low_[at(v)]; }
  double high(int v) const { return high_[at(v)]; }
  bounds box(int v) const { return {low_[at(v)], high_[at(v)]}; }

  /// The events that together leave nothing possible.
  const std::vector<int>& refuting() const { return refuting_; }
  const std::vector<int>& refuting_relations() const { return refuting_relations_; }

  const std::vector<event>& events() const { return events_; }
  const certificate& proof(const event& of) const { return certificates_[at(of.source)]; }
  int last_event(variable_end end) const {
    return last_[at(static_cast<int>(end.at))][at(end.variable)];
  }

  void forget() {
    events_.clear();
    certificates_.clear();
  }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  int& last(int v, side which) { return last_[at(static_cast<int>(which))][at(v)]; }

  void refute_from(variable_end end) {
    if (const int e = last_event(end); e >= 0) refuting_.push_back(e);
  }

  void enqueue(int relation) {
    if (queued_[at(relation)]) return;
    queued_[at(relation)] = true;
    queue_.push_back(relation);
  }

  /// Moves an end inwards where that is worth it. False when the ends have crossed.
  bool narrow(variable_end end, double value, event::cause by, int source, unsigned uses = 0) {
    const int v = end.variable;
    double& low = low_[at(v)];
    double& high = high_[at(v)];
    if (net_.is_whole(v)) value = end.at == side::low ? std::ceil(value) : std::floor(value);
    const double move = end.at == side::low ? value - low : high - value;
    if (!(move > 0)) return true;
    // No figure lies beyond all numbers: an end that runs away there has crossed.
    const bool crossed =
        end.at == side::low ? value > high || value > 1e100 : value < low || value < -1e100;
    if (!crossed && by == event::cause::relation && is_finite(move)) {
      const double span = high - low;
      // What creeps on by many small steps is left to sharpening.
      const double least = patience_ > eager_ ? least_move : 0.1;
      if ((is_finite(span) && move < least * span) || move < 1e-15 * size(value)) return true;
    }
    events_.push_back({end, value, by, static_cast<std::uint8_t>(uses), source, last(v, end.at)});
    last(v, end.at) = static_cast<int>(events_.size()) - 1;
    if (crossed) {
      refuting_relations_.clear();
      refute_from({v, side::low});
      refute_from({v, side::high});
      return false;
    }
    (end.at == side::low ? low : high) = value;
    for (const int r : parts_.relations_at(v)) enqueue(r);
    return true;
  }

  bool contract_sum(int r) {
    const auto terms = net_.terms(r);
    const bounds& total = net_.relations()[at(r)].total;
    const std::size_t n = terms.size();
    // Sums of the terms before and after each, so that none has to be taken off again.
    after_low_.assign(n + 1, 0);
    after_high_.assign(n + 1, 0);
    for (std::size_t i = n; i-- > 0;) {
      const auto [least, most] = spread(terms[i]);
      after_low_[i] = add_down(after_low_[i + 1], least);
      after_high_[i] = add_up(after_high_[i + 1], most);
    }
    double before_low = 0, before_high = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const auto [least, most] = spread(terms[i]);
      const double room_high = add_up(total.hi(), -add_down(before_low, after_low_[i + 1]));
      const double room_low = add_down(total.lo(), -add_up(before_high, after_high_[i + 1]));
      const double w = terms[i].weight;
      const int v = terms[i].variable;
      const double to_high = w > 0 ? divide_up(room_high, w) : divide_up(room_low, w);
      const double to_low = w > 0 ? divide_down(room_low, w) : divide_down(room_high, w);
      if (!narrow({v, side::high}, to_high, event::cause::relation, r) ||
          !narrow({v, side::low}, to_low, event::cause::relation, r))
        return false;
      before_low = add_down(before_low, least);
      before_high = add_up(before_high, most);
    }
    return true;
  }

  struct ends_of_term {
    double least, most;
  };
  ends_of_term spread(const term& of) const {
    const double a = low_[at(of.variable)], b = high_[at(of.variable)];
    return of.weight > 0 ? ends_of_term{multiply_down(of.weight, a), multiply_up(of.weight, b)}
                         : ends_of_term{multiply_down(of.weight, b), multiply_up(of.weight, a)};
  }

  /// (x + p)(y + q) = k z, for z, x and y in turn.
  bool contract_product(int r) {
    const auto terms = net_.terms(r);
    const bounds scale = bounds::exactly(terms[2].weight);
    const auto shifted = [&](const term& t) { return box(t.variable) + bounds::exactly(t.weight); };

    const bounds x = shifted(terms[0]), y = shifted(terms[1]);
    if (!narrow_to(terms, r, 2, (x * y) / scale, [&] { return corners(x, y, false); }))
      return false;
    for (unsigned place = 0; place < 2; ++place) {
      const bounds other = shifted(terms[1 - place]), z = box(terms[2].variable) * scale;
      if (other.contains(0) && z.contains(0)) continue;  // anything times zero
      const bounds quotient = z / other;
      if (quotient.is_empty()) {
        refuting_relations_ = {r};
        for (const term& each : terms) {
          refute_from({each.variable, side::low});
          refute_from({each.variable, side::high});
        }
        return false;
      }
      const auto ends = [&] {
        const unsigned both = corners(other, z, true);
        return terms[2].weight < 0 ? (both & 0x33) | (both & 0x44) << 1 | (both & 0x88) >> 1 : both;
      };
      if (!narrow_to(terms, r, place, quotient - bounds::exactly(terms[place].weight), ends))
        return false;
    }
    return true;
  }

  template <class BothEnds>
  bool narrow_to(std::span<const term> terms, int r, unsigned place, const bounds& to,
                 const BothEnds& made_from) {
    const int v = terms[place].variable;
    if (to.lo() <= low(v) && to.hi() >= high(v)) return true;
    unsigned both_ends = made_from();
    if (place == 2 && terms[2].weight < 0) both_ends = both_ends >> 4 | (both_ends & 0xF) << 4;
    return narrow({v, side::low}, to.lo(), event::cause::relation, r,
                  (both_ends & 0xF) | place << 4) &&
           narrow({v, side::high}, to.hi(), event::cause::relation, r, both_ends >> 4 | place << 4);
  }

  /// Which ends of a and b make the least (bits 0 to 3) and the greatest (4 to 7)
  /// of a * b, or of b / a: low and high of a, then of b. All where a sign is open.
  static unsigned corners(const bounds& a, const bounds& b, bool quotient) {
    const auto open = [](const bounds& of) { return of.lo() < 0 && of.hi() > 0; };
    if (open(a) || open(b)) return 0xFF;
    double least = infinity, most = -infinity;
    unsigned least_at = 0, most_at = 0;
    for (unsigned i = 0; i < 4; ++i) {
      const double left = i & 1 ? a.hi() : a.lo(), right = i & 2 ? b.hi() : b.lo();
      double value = quotient ? right / left : left * right;
      if (is_nan(value)) value = 0;
      const unsigned ends = (i & 1 ? 2U : 1U) | (i & 2 ? 8U : 4U);
      if (value < least) least = value, least_at = ends;
      if (value > most) most = value, most_at = ends;
    }
    return least_at | most_at << 4;
  }

  const network& net_;
  const components& parts_;
  std::vector<double> low_, high_;
  std::vector<int> last_[2];
  std::vector<bool> queued_;
  std::vector<int> queue_;
  std::size_t patience_ = 0,
              eager_ = 0;  // visits of relations left, and those at which to be choosy
  std::vector<event> events_;
  std::vector<certificate> certificates_;
  std::vector<int> refuting_, refuting_relations_;
  std::vector<double> after_low_, after_high_;
};

}  // namespace kebi::detail
