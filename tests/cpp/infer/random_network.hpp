#pragma once

#include <gmpxx.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include "kebi/core/evaluate.hpp"
#include "kebi/infer/figures/network.hpp"

namespace kebi::test {

/// Draws that are the same on every platform.
class dice {
 public:
  explicit dice(std::uint64_t seed) : engine_{seed} {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
  int between(int lo, int hi) { return lo + below(hi - lo + 1); }
  bool one_in(int n) { return below(n) == 0; }

 private:
  std::mt19937_64 engine_;
};

/// How a variable follows from those before it.
struct recipe {
  bool is_product = false, is_quotient = false;  // z from x and y, or x from z and y
  std::vector<term> terms;                       // of the relation, the new variable last
};

/// A network with a solution known in exact rationals. The first variables are
/// free; each later one follows from those before it by one relation. Some are
/// published: rounded to a few decimals.
struct random_network {
  kebi::network net;
  std::size_t free = 0;
  std::vector<recipe> recipes;  // of the variables after the free ones
  std::vector<mpq_class> truth;
  std::vector<decimal> printed;  // of each statement
};

inline mpq_class tenths(std::int64_t digits, int decimals) {
  mpz_class scale;
  mpz_ui_pow_ui(scale.get_mpz_t(), 10, static_cast<unsigned long>(decimals));
  mpq_class result{mpz_class{std::to_string(digits)}, scale};
  result.canonicalize();
  return result;
}

/// The decimal that a true value is printed as.
inline decimal printed_as(const mpq_class& value, int decimals) {
  const mpq_class scaled = value * tenths(1, 0) / tenths(1, decimals) + mpq_class{1, 2};
  mpz_class whole;
  mpz_fdiv_q(whole.get_mpz_t(), scaled.get_num_mpz_t(), scaled.get_den_mpz_t());
  return decimal{whole.get_si(), decimals};
}

inline random_network draw(dice& any, int most_free, int most_derived, bool linear_only) {
  random_network result;
  result.free = static_cast<std::size_t>(any.between(1, most_free));
  std::vector<bool> is_rate;
  for (std::size_t i = 0; i < result.free; ++i) {
    is_rate.push_back(any.one_in(2));
    result.net.add_variable(is_rate.back() ? bounds::at_least(-100) : bounds::entire());
    result.truth.push_back(is_rate.back() ? tenths(any.between(-2000, 4000), 2) : tenths(any.between(10000, 900000), 3));
  }
  for (int n = any.between(1, most_derived); n > 0; --n) {
    const int x = any.below(static_cast<int>(result.truth.size())), y = any.below(static_cast<int>(result.truth.size()));
    const auto at = [&](int v) -> const mpq_class& { return result.truth[static_cast<std::size_t>(v)]; };
    recipe how;
    mpq_class value;
    const bool product = !linear_only && !any.one_in(3) && at(x) != 0;
    const int made = result.net.add_variable();
    if (product) {
      const double q = is_rate[static_cast<std::size_t>(y)] ? 100 : 0;
      const mpq_class other = at(y) + mpq_class{q};
      how.is_product = true;
      if (other > 0 && any.one_in(2)) {  // base = 100 level / (100 + growth)
        how.is_quotient = true;
        value = 100 * at(x) / other;
        how.terms = {{0, made}, {q, y}, {100, x}};
      } else {  // level = base (100 + growth) / 100
        value = at(x) * other / 100;
        how.terms = {{0, x}, {q, y}, {100, made}};
      }
      result.net.add_product(how.terms[0], how.terms[1], how.terms[2]);
    } else {
      const double a = any.one_in(3) ? -1 : 1, b = any.one_in(2) ? -1 : 1;
      how.terms = {{a, x}};
      value = mpq_class{a} * at(x);
      if (y != x) {
        how.terms.push_back({b, y});
        value += mpq_class{b} * at(y);
      }
      how.terms.push_back({-1, made});
      result.net.add_sum(how.terms, bounds::exactly(0));
    }
    is_rate.push_back(false);
    result.truth.push_back(value);
    result.recipes.push_back(how);
  }
  for (std::size_t v = 0; v < result.truth.size(); ++v) {
    if (v >= result.free && any.one_in(2)) continue;
    const double size = std::fabs(result.truth[v].get_d());
    const int decimals = size > 1e6 ? 0 : any.between(size > 1000 ? 0 : 1, 2);
    result.printed.push_back(printed_as(result.truth[v], decimals));
    result.net.add_statement(static_cast<int>(v), rounding_interval(result.printed.back()));
  }
  return result;
}

inline bool holds(const bounds& range, const mpq_class& value) {
  return (std::isinf(range.lo()) || mpq_class{range.lo()} <= value) &&
         (std::isinf(range.hi()) || value <= mpq_class{range.hi()});
}

/// How often a long check runs: more where the environment asks for it.
inline int times(int usual) {
#if defined(__SANITIZE_ADDRESS__)
  usual = (usual + 9) / 10;  // they take ten times as long
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
  usual = (usual + 9) / 10;
#endif
#endif
  const char* asked = std::getenv("KEBI_LONG_TESTS");
  return asked ? usual * std::atoi(asked) : usual;
}

}  // namespace kebi::test
