#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/solve/contraction.hpp"

namespace kebi::detail {

KEBI_INLINE contraction::contraction(const network& of, const components& parts, bool goes_on,
                                     std::function<void()> at_work)
    : net_{of},
      parts_{parts},
      low_(of.variables(), -infinity),
      high_(of.variables(), infinity),
      last_{std::vector<int>(of.variables(), -1), std::vector<int>(of.variables(), -1)},
      queued_(of.relations().size(), false),
      goes_on_{goes_on},
      at_work_{std::move(at_work)} {}

KEBI_INLINE bool contraction::suppose(int v, const bounds& range) {
  const certificate none;
  return narrow_by({v, side::low}, range.lo(), none) &&
         narrow_by({v, side::high}, range.hi(), none);
}

KEBI_INLINE bool contraction::run() {
  std::size_t head = 0;
  for (; head < queue_.size(); ++head) {
    const int r = queue_[head];
    queued_[at(r)] = false;
    if (patience_ == 0) continue;  // the rest would only creep on
    --patience_;
    if (at_work_ && (++visits_ & 0xFFF) == 0) at_work_();
    if (!(net_.relations()[at(r)].is_product ? contract_product(r) : contract_sum(r))) {
      if (noted()) {
        queued_[at(r)] = true;  // and so is never taken up again
        continue;
      }
      for (; head < queue_.size(); ++head) queued_[at(queue_[head])] = false;
      queue_.clear();
      return false;
    }
  }
  queue_.clear();
  return true;
}

KEBI_INLINE bool contraction::narrow_by(variable_end end, double value, certificate proof) {
  certificates_.push_back(std::move(proof));
  patience_ += 20;
  eager_ = patience_ > 20 ? patience_ - 20 : 0;
  return narrow(end, value, event::cause::certificate,
                static_cast<int>(certificates_.size()) - 1) ||
         noted();
}

KEBI_INLINE bool contraction::refute_by(const certificate& proof) {
  for (const variable_end& each : proof.ends) refute_from(each);
  refuting_relations_ = proof.relations;
  return noted();
}

KEBI_INLINE bool contraction::noted() {
  refutations_.push_back({std::move(refuting_), std::move(refuting_relations_)});
  refuting_.clear();
  refuting_relations_.clear();
  return goes_on_;
}

KEBI_INLINE void contraction::forget_statements_of(int variable) {
  low_[at(variable)] = net_.domain(variable).lo();
  high_[at(variable)] = net_.domain(variable).hi();
  last(variable, side::low) = last(variable, side::high) = -1;
}

KEBI_INLINE int contraction::last_event(variable_end end) const {
  return last_[at(static_cast<int>(end.at))][at(end.variable)];
}

KEBI_INLINE void contraction::forget(length since) {
  events_.resize(since.events);
  certificates_.resize(since.certificates);
}

KEBI_INLINE void contraction::refute_from(variable_end end) {
  if (const int e = last_event(end); e >= 0) refuting_.push_back(e);
}

KEBI_INLINE void contraction::enqueue(int relation) {
  if (queued_[at(relation)]) return;
  queued_[at(relation)] = true;
  queue_.push_back(relation);
}

KEBI_INLINE bool contraction::narrow(variable_end end, double value, event::cause by, int source,
                                     unsigned uses) {
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
    last(v, end.at) = events_.back().before;  // it stands where it stood
    return false;
  }
  (end.at == side::low ? low : high) = value;
  for (const int r : parts_.relations_at(v)) enqueue(r);
  return true;
}

KEBI_INLINE bool contraction::contract_sum(int r) {
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

KEBI_INLINE contraction::ends_of_term contraction::spread(const term& of) const {
  const double a = low_[at(of.variable)], b = high_[at(of.variable)];
  return of.weight > 0 ? ends_of_term{multiply_down(of.weight, a), multiply_up(of.weight, b)}
                       : ends_of_term{multiply_down(of.weight, b), multiply_up(of.weight, a)};
}

KEBI_INLINE bool contraction::contract_product(int r) {
  const auto terms = net_.terms(r);
  const bounds scale = bounds::exactly(terms[2].weight);
  const auto shifted = [&](const term& t) { return box(t.variable) + bounds::exactly(t.weight); };

  const bounds x = shifted(terms[0]), y = shifted(terms[1]);
  if (!narrow_to(terms, r, 2, (x * y) / scale, [&] { return corners(x, y, false); })) return false;
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

KEBI_INLINE unsigned contraction::corners(const bounds& a, const bounds& b, bool quotient) {
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

}  // namespace kebi::detail
