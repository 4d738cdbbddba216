#pragma once

#include <numeric>
#include <span>

#include "kebi/core/percent.hpp"
#include "kebi/core/root.hpp"
#include "kebi/period/code.hpp"
#include "kebi/period/rates.hpp"

namespace kebi {

/// A rate of growth and the two periods that it leads between. That is all that
/// sets 同比, 环比, 定基 and 两年平均 apart: where they start. N is the kind of number.
template <class N = double>
struct growth {
  period from;
  period to;
  percent<N> rate;

  friend bool operator==(const growth&, const growth&) = default;
};

template <class N>
growth(period, period, percent<N>) -> growth<N>;

namespace formula {

struct inverse {  // 1 / (1 + g) - 1
  template <class N>
  constexpr N operator()(const N& rate) const {
    return N(100 / (1 + rate / 100)) - 100;
  }
};
struct chain {  // (1 + g1)(1 + g2) ... - 1
  template <class N>
  constexpr N operator()(std::span<const N> rates) const {
    N factor{1};
    for (const N& rate : rates) factor = N(factor * (1 + detail::down_to_nothing(rate) / 100));
    return N(factor - 1) * 100;
  }
};
struct per_step {  // (1 + g)^(up / steps) - 1
  int up, steps;
  template <class N>
  N operator()(const N& rate) const {
    const N factor = 1 + detail::down_to_nothing(rate) / 100;
    const N raised = power(factor, up);
    if (steps == 1) return N(raised - 1) * 100;
    if constexpr (requires { root(raised, steps); }) return (root(raised, steps) - 1) * 100;
    else throw error{"this kind of number has no roots"};
  }
};

}  // namespace formula

namespace detail {
template <class N>
constexpr growth<evaluated<N>> same_ends(const growth<N>& g, const evaluated<N>& rate) {
  return {g.from, g.to, percent{rate}};
}
}  // namespace detail

/// The growth that takes it back. Throws `error` for a fall by 100% or below it.
template <class N>
constexpr growth<evaluated<N>> inverse(const growth<N>& g) {
  return {g.to, g.from, percent{evaluate(formula::inverse{}, detail::still_there(g.rate))}};
}

/// The growth over links that join end to end (定基 from 环比), such as three months of 环比, or
/// one quarter's 同比 in two years running. Throws `error` for links with a gap, for a growth
/// below -100% and for a link after a fall to nothing.
template <class N>
growth<evaluated<N>> chain(std::span<const growth<N>> links) {
  if (links.empty()) throw error{"cannot chain: there are no links"};
  std::vector<N> rates;
  const growth<N>* before = nullptr;
  for (const growth<N>& link : links) {
    if (before && link.from != before->to)
      throw error{"cannot chain: a link starts at " + code(link.from) +
                  ", the one before it ends at " + code(before->to)};
    if (before) detail::require_something_left(rates.back());
    rates.push_back(detail::require_no_swing(link.rate));
    before = &link;
  }
  return {links.front().from, links.back().to,
          percent{evaluate_rising(formula::chain{}, std::span<const N>{rates})}};
}
template <class N>
growth<evaluated<N>> chain(const std::vector<growth<N>>& links) {
  return chain(std::span<const growth<N>>{links});
}
template <class N, std::same_as<growth<N>>... More>
growth<evaluated<N>> chain(const growth<N>& first, const growth<N>& second, const More&... more) {
  const growth<N> links[] = {first, second, more...};
  return chain(std::span<const growth<N>>{links});
}

/// The growth of each of `steps` equal steps that lead to the same end (年均;
/// 两年平均 for two steps of a year). Steps are counted, not years listed: from
/// 2015 to 2020 there are five. The bureau's two-year average of 2021 is the
/// geometric mean of two years' growth, on the base of 2019 (NBS, 16 April 2021).
template <class N>
growth<evaluated<N>> average(const growth<N>& over, int steps) {
  if (steps < 1)
    throw error{"cannot average over " + std::to_string(steps) + " steps: at least one is needed"};
  return detail::same_ends(
      over, evaluate(formula::per_step{1, steps}, detail::require_no_swing(over.rate)));
}

/// The growth that a year of the same pace would bring: 5% in a quarter is
/// 21.6% a year (BEA). Throws `error` unless `to` lies after `from`.
template <class N>
growth<evaluated<N>> annualise(const growth<N>& over) {
  const int months = over.to.last() - over.from.last();
  if (months <= 0)
    throw error{"cannot annualise: " + code(over.to) + " does not lie after " + code(over.from)};
  const N rate = detail::require_no_swing(over.rate);
  const int common = std::gcd(12, months);
  return detail::same_ends(
      over, evaluate(formula::per_step{12 / common, months / common}, rate));
}

}  // namespace kebi
