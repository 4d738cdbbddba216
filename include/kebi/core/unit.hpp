#pragma once

#include <array>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>

#include "kebi/core/decimal.hpp"
#include "kebi/core/evaluate.hpp"
#include "kebi/core/read_decimal.hpp"

namespace kebi {

namespace detail {

/// A positive rational in lowest terms.
struct factor {
  std::int64_t over = 1, under = 1;

  friend constexpr bool operator==(factor, factor) = default;
  friend constexpr factor operator*(factor a, factor b) {
    const std::int64_t cross_1 = std::gcd(a.over, b.under), cross_2 = std::gcd(b.over, a.under);
    factor product;
    if (__builtin_mul_overflow(a.over / cross_1, b.over / cross_2, &product.over) ||
        __builtin_mul_overflow(a.under / cross_2, b.under / cross_1, &product.under))
      throw error{"the scale of a unit is too large or too small for any statistic"};
    return product;
  }
  friend constexpr factor operator/(factor a, factor b) { return a * factor{b.under, b.over}; }
};

struct base_unit {
  std::string_view symbol, kind;
  factor scale;
};

/// Units that are more than themselves; a kind is named by its base unit. All
/// other symbols (家, 个, 项, 条段, 套(间) …) count things of their own kind.
inline constexpr std::array base_units{
    base_unit{"元人民币", "元", {}},
    base_unit{"千克", "千克", {}},
    base_unit{"公斤", "千克", {}},
    base_unit{"吨", "千克", {1000, 1}},
    base_unit{"斤", "千克", {1, 2}},
    base_unit{"克", "千克", {1, 1000}},
    base_unit{"毫克", "千克", {1, 1'000'000}},
    base_unit{"微克", "千克", {1, 1'000'000'000}},
    base_unit{"吨标准煤", "千克标准煤", {1000, 1}},
    base_unit{"吨标煤", "千克标准煤", {1000, 1}},
    base_unit{"千克标准煤", "千克标准煤", {}},
    base_unit{"克标准煤", "千克标准煤", {1, 1000}},
    base_unit{"千瓦时", "千瓦时", {}},
    base_unit{"兆瓦时", "千瓦时", {1000, 1}},
    base_unit{"千瓦", "千瓦", {}},
    base_unit{"兆瓦", "千瓦", {1000, 1}},
    base_unit{"米", "米", {}},
    base_unit{"公里", "米", {1000, 1}},
    base_unit{"千米", "米", {1000, 1}},
    base_unit{"平方米", "平方米", {}},
    base_unit{"公顷", "平方米", {10'000, 1}},
    base_unit{"亩", "平方米", {2000, 3}},  // 15 亩 are a hectare
    base_unit{"平方公里", "平方米", {1'000'000, 1}},
    base_unit{"平方千米", "平方米", {1'000'000, 1}},
    base_unit{"立方米", "立方米", {}},
    base_unit{"升", "立方米", {1, 1000}},
    base_unit{"天", "天", {}},
    base_unit{"日", "天", {}},
    base_unit{"小时", "天", {1, 24}},
    base_unit{"分钟", "天", {1, 1440}},
    base_unit{"%", "倍", {1, 100}},
    base_unit{"‰", "倍", {1, 1000}},
    base_unit{"倍", "倍", {}},
    base_unit{"个百分点", "个百分点", {}},
    base_unit{"百分点", "个百分点", {}},
    base_unit{"个千分点", "个百分点", {1, 10}},
    base_unit{"千分点", "个百分点", {1, 10}},
};

struct multiplier {
  std::string_view sign;
  std::int64_t times;
};
inline constexpr std::array multipliers{
    multiplier{"十", 10},      multiplier{"百", 100},         multiplier{"千", 1000},
    multiplier{"万", 10'000},  multiplier{"亿", 100'000'000},
    multiplier{"萬", 10'000},  multiplier{"億", 100'000'000},
};

}  // namespace detail

/// What a number counts, with its scale: 亿元, 万人次, 微克/立方米, 个百分点.
///
/// The symbol stays as it was printed, but for blanks and full-width signs;
/// units of one kind convert exactly. % and 个百分点 are of different kinds: one
/// is a position, the other a distance.
class unit {
 public:
  /// Throws `error` when the symbol is empty or holds a digit.
  explicit unit(std::string_view symbol);

  const std::string& symbol() const { return symbol_; }  // 亿元
  const std::string& kind() const { return kind_; }      // 元
  /// One of it in units of its kind.
  detail::factor scale() const { return scale_; }

  friend bool operator==(const unit& a, const unit& b) { return a.symbol_ == b.symbol_; }

 private:
  struct measure {
    std::string_view kind;
    detail::factor scale;
  };

  static std::string fold(std::string_view printed);

  static measure measure_of(std::string_view symbol);

  std::string symbol_, kind_;
  detail::factor scale_;
};

inline bool same_kind(const unit& a, const unit& b) { return a.kind() == b.kind(); }

namespace detail {
factor conversion(const unit& from, const unit& to);

/// value * over / under, for any kind of number.
struct scaled {
  factor by;
  template <class N>
  constexpr N operator()(const N& value) const {
    return value * whole<N>(by.over) / whole<N>(by.under);
  }
  template <class N>
  static constexpr N whole(std::int64_t n) {
    if constexpr (std::same_as<N, bounds>) return bounds::exactly(static_cast<double>(n));
    else if constexpr (std::same_as<N, ball>) return ball::of(n);
    else if constexpr (std::same_as<N, double>) return static_cast<double>(n);
    else return N{static_cast<long>(n)};
  }
};
}  // namespace detail

/// The same amount in another unit of its kind. Throws `error` for another kind.
template <class N>
N convert(const N& value, const unit& from, const unit& to) {
  return evaluate(detail::scaled{detail::conversion(from, to)}, value);
}

/// The same printed number in another unit: its digits stay, its point moves,
/// so it is as good as before. 172.8 亿元 are 1728000 万元, good to 500. Throws
/// `error` where the units differ by more than a power of ten: take bounds then.
decimal convert(decimal value, const unit& from, const unit& to);

/// A printed number with its unit.
struct amount {
  decimal value;
  kebi::unit unit;

  friend bool operator==(const amount&, const amount&) = default;
};

amount convert(const amount& of, const unit& to);

inline std::string to_string(const amount& of) { return to_string(of.value) + of.unit.symbol(); }

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/core/unit-inl.hpp"
#endif
