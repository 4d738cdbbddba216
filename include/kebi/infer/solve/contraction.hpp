#pragma once

#include <cmath>
#include <functional>
#include <vector>

#include "kebi/infer/solve/components.hpp"
#include "kebi/infer/solve/event.hpp"

namespace kebi::detail {

/// Narrows the variables of one component to what its statements and relations
/// leave possible, relation by relation, until nothing moves by more than a
/// tolerance. Rounded outwards throughout: what is true stays inside.
///
/// Each relation is solved for each of its variables (Benhamou et al., ICLP
/// 1999: HC4). Only relations of a variable that moved are looked at again.
class contraction {
 public:
  /// One that `goes_on` notes what cannot be true and leaves out the relation that showed it, so
  /// that one run finds all that disagrees far apart.
  contraction(const network& of, const components& parts, bool goes_on = false,
              std::function<void()> at_work = {});

  /// The least relative move of an end that is worth the work.
  static constexpr double least_move = 1e-7;

  /// Begins a component anew. `possible_in(s)` is what statement s is to mean: bounds,
  /// entire where it is put aside. False when the statements leave nothing.
  template <class PossibleIn>
  bool start(std::size_t part, const PossibleIn& possible_in) {
    refuting_.clear();
    refutations_.clear();
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
          !narrow({variable, side::high}, possible.hi(), event::cause::statement, s)) {
        if (!noted()) return false;
        forget_statements_of(variable);
      }
    }
    for (const int r : parts_.relations(part)) enqueue(r);
    patience_ = 100 + 40 * parts_.relations(part).size();
    eager_ = patience_ - 50 - 8 * parts_.relations(part).size();
    return true;
  }

  /// Bounds a variable besides. False when that leaves nothing.
  bool suppose(int v, const bounds& range);

  /// Contracts until nothing moves. False when nothing is left possible; one that goes on has
  /// noted that.
  bool run();

  /// Takes over an end proved by a certificate. False when nothing is left.
  bool narrow_by(variable_end end, double value, certificate proof);

  /// Notes that a certificate leaves nothing possible. False where that ends the matter.
  bool refute_by(const certificate& proof);

  double low(int v) const { return low_[at(v)]; }
  double high(int v) const { return high_[at(v)]; }
  bounds box(int v) const { return {low_[at(v)], high_[at(v)]}; }

  /// Events that together leave nothing possible, and relations that show it.
  struct refutation {
    std::vector<int> events, relations;
  };
  const std::vector<refutation>& refutations() const { return refutations_; }

  const std::vector<event>& events() const { return events_; }
  const certificate& proof(const event& of) const { return certificates_[at(of.source)]; }
  int last_event(variable_end end) const;


  /// How far the record of events goes.
  struct length {
    std::size_t events = 0, certificates = 0;
  };
  length recorded() const { return {events_.size(), certificates_.size()}; }
  /// Drops what was recorded since; a part that it is of has to be begun anew.
  void forget(length since);

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  int& last(int v, side which) { return last_[at(static_cast<int>(which))][at(v)]; }

  void refute_from(variable_end end);
  bool noted();
  /// Two statements of one figure exclude each other: neither is kept.
  void forget_statements_of(int variable);

  void enqueue(int relation);

  /// Moves an end inwards where that is worth it. False when the ends have crossed.
  bool narrow(variable_end end, double value, event::cause by, int source, unsigned uses = 0);

  bool contract_sum(int r);

  struct ends_of_term {
    double least, most;
  };
  ends_of_term spread(const term& of) const;

  /// (x + p)(y + q) = k z, for z, x and y in turn.
  bool contract_product(int r);

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
  static unsigned corners(const bounds& a, const bounds& b, bool quotient);

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
  std::vector<int> refuting_, refuting_relations_;  // of the refutation that is being made
  std::vector<refutation> refutations_;
  bool goes_on_;
  std::function<void()> at_work_;
  unsigned visits_ = 0;
  std::vector<double> after_low_, after_high_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/solve/contraction-inl.hpp"
#endif
