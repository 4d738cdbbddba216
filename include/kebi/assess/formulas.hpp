#pragma once

#include "kebi/core/evaluate.hpp"
#include "kebi/core/percent.hpp"

namespace kebi {

namespace formula {

struct required_growth {  // (G - w g) / (1 - w)
  template <class N>
  constexpr N operator()(const N& target, const N& elapsed, const N& weight) const {
    return N(target - weight * elapsed) / N(1 - weight);
  }
};
struct completion {  // done / whole, in %
  template <class N>
  constexpr N operator()(const N& done, const N& whole) const {
    return N(done / whole) * 100;
  }
};
struct path_completion {  // (now - start) / (goal - start), in %: start moves it one way only
  template <class N>
  constexpr N operator()(const N& now, const N& start, const N& goal) const {
    return N(N(now - start) / N(goal - start)) * 100;
  }
};
struct remainder {  // whole - done
  template <class N>
  constexpr N operator()(const N& whole, const N& done) const {
    return whole - done;
  }
};

}  // namespace formula

namespace detail {
/// A target is exact as printed: nobody rounded it.
template <class N>
constexpr const N& exact(const N& target) {
  return target;
}
constexpr bounds exact(decimal target) { return enclosing(target); }
}  // namespace detail

namespace detail {
/// A weight is a share of the base year, and something of the year must be left.
template <class W>
constexpr W weight_of_part(const W& weight) {
  if (!(weight >= W{0}) || !(weight < W{1}))
    throw error{
        "the weight of the elapsed part is a share of the base year: at least 0 and below 1"};
  return weight;
}
constexpr bounds weight_of_part(const bounds& weight) {
  const bounds possible = weight & bounds{0, 1};
  if (possible.is_empty())
    throw error{"the weight of the elapsed part is a share of the base year: between 0 and 1"};
  return possible;
}
constexpr bounds weight_of_part(decimal weight) { return weight_of_part(rounding_interval(weight)); }
}  // namespace detail

/// The growth that the rest of a year needs, where the elapsed part grew by
/// `elapsed` and made up `weight` (0 to 1) of the base year: year-to-date growth
/// is the base-weighted mean of the growth of its parts (混合增长率). A printed target
/// is exact; a printed `elapsed` stands for its rounding interval. Throws `error`
/// for a weight that leaves nothing of the year.
template <class G, class E, class W>
constexpr auto required(const percent<G>& target, const percent<E>& elapsed, const W& weight) {
  return percent{evaluate(formula::required_growth{}, detail::exact(target.value()),
                          elapsed.value(), detail::weight_of_part(weight))};
}

/// How much of a target is done, in percent (完成进度).
template <class D, class W>
constexpr auto completion(const D& done, const W& target) {
  return percent{evaluate(formula::completion{}, done, detail::exact(target))};
}

/// What is left to do.
template <class W, class D>
constexpr auto remainder(const W& target, const D& done) {
  return evaluate(formula::remainder{}, detail::exact(target), done);
}

}  // namespace kebi
