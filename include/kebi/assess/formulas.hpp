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

/// The growth that the rest of a year needs, where the elapsed part grew by
/// `elapsed` and made up `weight` (0 to 1) of the base year: year-to-date growth
/// is the base-weighted mean of the growth of its parts. A printed target is
/// exact; a printed `elapsed` stands for its rounding interval.
template <class G, class E, class W>
constexpr auto required(const percent<G>& target, const percent<E>& elapsed, const W& weight) {
  return percent{evaluate(formula::required_growth{}, detail::exact(target.value()),
                          elapsed.value(), weight)};
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
