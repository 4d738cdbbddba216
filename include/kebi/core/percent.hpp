#pragma once

#include <compare>
#include <concepts>

#include "kebi/core/decimal.hpp"
#include "kebi/core/read_decimal.hpp"

namespace kebi {

/// A distance between two rates, in percentage points (百分点). N is the kind of
/// number: double, bounds, a printed decimal, or an exact rational.
template <class N = double>
struct points {
  static_assert(!std::integral<N>, "whole numbers divide as such: 7 / 100 would be 0");

  N value{};

  friend bool operator==(const points&, const points&) = default;
  friend constexpr auto operator<=>(const points& a, const points& b)
    requires std::three_way_comparable<N>
  {
    return a.value <=> b.value;
  }
  friend constexpr points operator+(const points& a, const points& b)
    requires requires(N n) { n + n; }
  {
    return {a.value + b.value};
  }
  friend constexpr points operator-(const points& a, const points& b)
    requires requires(N n) { n - n; }
  {
    return {a.value - b.value};
  }
  friend constexpr points operator-(const points& a) { return {-a.value}; }
};

template <class N>
points(N) -> points<N>;
template <std::integral I>
points(I) -> points<double>;

/// A rate, in percent: percent{5.2} and 5.2_pct read "5.2%".
///
/// A rate is a place on a scale, points are steps along it: the step from one rate
/// to another is their difference, and a step leads from a rate to a rate. A sum
/// of two rates is not offered, because it is the rate of nothing. Two printed rates have no
/// printed difference either, because it is good to twice the half unit only;
/// take them as bounds first.
template <class N = double>
class percent {
  static_assert(!std::integral<N>, "whole numbers divide as such: 7 / 100 would be 0");

 public:
  constexpr percent()
    requires std::default_initializable<N>
  = default;
  constexpr explicit percent(N value) : value_{value} {}

  constexpr const N& value() const { return value_; }  // 5.2

  friend bool operator==(const percent&, const percent&) = default;
  friend constexpr auto operator<=>(const percent& a, const percent& b)
    requires std::three_way_comparable<N>
  {
    return a.value_ <=> b.value_;
  }
  friend constexpr percent operator-(const percent& a) { return percent{-a.value_}; }
  friend constexpr points<N> operator-(const percent& a, const percent& b)
    requires requires(N n) { n - n; }
  {
    return {a.value_ - b.value_};
  }
  friend constexpr percent operator+(const percent& a, const points<N>& by)
    requires requires(N n) { n + n; }
  {
    return percent{a.value_ + by.value};
  }
  friend constexpr percent operator-(const percent& a, const points<N>& by)
    requires requires(N n) { n - n; }
  {
    return percent{a.value_ - by.value};
  }

 private:
  N value_{};
};

template <class N>
percent(N) -> percent<N>;
template <std::integral I>
percent(I) -> percent<double>;

/// 5.2% as the number 0.052.
template <class N>
constexpr N ratio(const percent<N>& of)
  requires requires(N n) { n / 100; }
{
  return of.value() / 100;
}

namespace literals {
/// 5.2_pct is a rate as printed, good to 0.05 points.
constexpr percent<decimal> operator""_pct(const char* printed) {
  return percent{read_decimal(printed)};
}
/// 0.3_pp is a distance between rates as printed.
constexpr points<decimal> operator""_pp(const char* printed) {
  return points{read_decimal(printed)};
}
}  // namespace literals

}  // namespace kebi
