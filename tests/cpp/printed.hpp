#pragma once

#include <gmpxx.h>

#include <array>
#include <cstdint>

#include "kebi/core/bounds.hpp"
#include "kebi/core/decimal.hpp"

namespace test {

/// The true value of a printed number, and the ends of its rounding interval.
inline mpq_class exact(kebi::decimal printed, int half_units = 0) {
  mpz_class ten;
  const int places = printed.decimals();
  mpz_ui_pow_ui(ten.get_mpz_t(), 10, static_cast<unsigned long>(places < 0 ? -places : places));
  const mpq_class twice{mpz_class{2 * printed.digits() + half_units}, mpz_class{2}};
  mpq_class value = places < 0 ? mpq_class{twice * ten} : mpq_class{twice / ten};
  value.canonicalize();
  return value;
}

/// Whether bounds hold an exact interval and are at most `steps` 2^-52 wider a side,
/// relative to `scale`.
inline bool holds_sharply(const kebi::bounds& found, const mpq_class& lo, const mpq_class& hi,
                          double steps, double scale = 0) {
  if (mpq_class{found.lo()} > lo || mpq_class{found.hi()} < hi) return false;
  const auto slack = [&](const mpq_class& end) {
    const mpq_class size = abs(end) > scale ? mpq_class{abs(end)} : mpq_class{scale};
    return mpq_class{size * mpq_class{steps * 0x1p-52}};
  };
  return lo - mpq_class{found.lo()} <= slack(lo) && mpq_class{found.hi()} - hi <= slack(hi);
}

/// A plain sequence of whole numbers for test figures: the same on every machine.
class sequence {
 public:
  explicit sequence(std::uint64_t seed) : state_{seed} {}
  std::int64_t below(std::int64_t end) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::int64_t>((state_ >> 33) % static_cast<std::uint64_t>(end));
  }

 private:
  std::uint64_t state_;
};

}  // namespace test
