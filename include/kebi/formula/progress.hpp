#pragma once

#include "kebi/period/growth.hpp"

/// Progress of an indicator from a base year towards the target of a later year. A base, a current
/// value and a target of `N`s; how many years are gone of how many. The base enters more
/// than once, so bounds of printed numbers are guaranteed, and sharp only over narrow bases.
namespace kebi::formula {

struct annual_growth {  // (x_t / x_0)^(1 / years) - 1, in % a year
  int years;
  template <class N>
  N operator()(const N& base, const N& now) const {
    return per_step{1, years}(growth_rate{}(now, base));
  }
};

/// The growth observed a year over the growth required a year: 1 is on the way to the target.
struct growth_on_required {
  int gone, all;
  template <class N>
  N operator()(const N& base, const N& now, const N& target) const {
    return annual_growth{gone}(base, now) / annual_growth{all}(base, target);
  }
};

/// How much of the way from base to target is covered in the target year at the growth observed:
/// (x_t (1 + g)^rest - x_0) / (x_T - x_0).
struct projected_on_required {
  int gone, all;
  template <class N>
  N operator()(const N& base, const N& now, const N& target) const {
    const N growth = N(now / base - 1) * 100;
    const N ahead = 1 + per_step{all - gone, gone}(growth) / 100;
    return N(now * ahead - base) / N(target - base);
  }
};

/// The change observed a year over the change required a year.
struct change_on_required {
  int gone, all;
  template <class N>
  N operator()(const N& base, const N& now, const N& target) const {
    return N(N(now - base) / N(target - base)) * all / gone;
  }
};

}  // namespace kebi::formula
