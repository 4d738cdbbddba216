#include "kebi/series/evaluate/parallel_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "kebi/series/growth/growth_kernels.hpp"
#include "kebi/series/year_to_date/month_kernels.hpp"
#include "printed.hpp"

using namespace kebi;

namespace {

constexpr int longest = 45, around = 16;

/// Figures above zero, some of them absent.
std::vector<double> figures_of(std::uint64_t seed) {
  test::sequence next{seed};
  std::vector<double> row(longest);
  for (double& each : row) {
    each = static_cast<double>(next.below(2000) + 20) / 10;
    if (next.below(7) == 0) each = detail::not_a_number;
  }
  return row;
}

/// A row that starts so many doubles after a line of the cache, with room before and after it.
class row_place {
 public:
  explicit row_place(int offset) : doubles_(longest + 2 * around + 16, untouched) {
    const auto off = reinterpret_cast<std::uintptr_t>(doubles_.data()) % 64 / sizeof(double);
    first_ = around + static_cast<int>((8 - off) % 8) + offset;
  }
  double* row() { return doubles_.data() + first_; }
  bool holds(const std::vector<double>& expected, int count) const {
    for (int t = -first_; first_ + t < static_cast<int>(doubles_.size()); ++t) {
      const double found = doubles_[static_cast<std::size_t>(first_ + t)];
      const double wanted = t >= 0 && t < count ? expected[static_cast<std::size_t>(t)] : untouched;
      if (std::isnan(wanted) ? !std::isnan(found) : found != wanted) return false;
    }
    return true;
  }

 private:
  static constexpr double untouched = 7;
  std::vector<double> doubles_;
  int first_;
};

/// Writes rows at all offsets in a line of the cache and of all lengths, with either store.
template <class Write>
void check_rows(const std::vector<double>& expected, const Write& write) {
  for (int offset = 0; offset < 8; ++offset)
    for (int count = 0; count <= longest; ++count) {
      CAPTURE(offset);
      CAPTURE(count);
      row_place past{offset}, through{offset};
      write(detail::past_cache{}, past.row(), count);
      write(detail::into_cache{}, through.row(), count);
      CHECK(past.holds(expected, count));
      CHECK(through.holds(expected, count));
    }
}

bool growth_is_odd(double level, double base, std::size_t at) {
  std::vector<double> levels(20, 3.0), bases(20, 2.0), out(20);
  levels[at] = level;
  bases[at] = base;
  return detail::growth_row<detail::into_cache>(levels.data(), bases.data(), out.data(), 20);
}
bool bounds_are_odd(double level, double base, std::size_t at) {
  std::vector<double> levels(20, 3.0), bases(20, 2.0), lo(20), hi(20);
  levels[at] = level;
  bases[at] = base;
  return detail::growth_bounds_row<detail::into_cache>(levels.data(), bases.data(), 0.05, 0.05,
                                                       lo.data(), hi.data(), 20);
}

}  // namespace

TEST_CASE("only whole lines of the cache go past it") {
  alignas(64) const double line[40] = {};
  CHECK(detail::lines_of<detail::into_cache>(line + 3, 20) == detail::lines{0, 20});
  if constexpr (detail::past_cache::by_lines) {
    const auto lines = [&](int offset, int count) {
      return detail::lines_of<detail::past_cache>(line + offset, count);
    };
    CHECK(lines(0, 40) == detail::lines{0, 40});
    CHECK(lines(3, 37) == detail::lines{5, 37});
    CHECK(lines(3, 20) == detail::lines{5, 13});
    CHECK(lines(7, 9) == detail::lines{1, 9});
    CHECK(lines(1, 14) == detail::lines{0, 0});
  }
}

TEST_CASE("rows of any length are written wherever they start, and nothing beside them") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const std::vector<double> levels = figures_of(seed), bases = figures_of(seed + 50);
    std::vector<double> rates, lows, highs, months;
    const detail::month_masks masks{month_of(2018, 3).first(), longest, seed % 2 == 0};
    for (std::size_t t = 0; t < longest; ++t) {
      rates.push_back((levels[t] / bases[t] - 1) * 100);
      const month end = month_of(2018, 3).first() + static_cast<int>(t);
      const bool both = seed % 2 == 0;
      if (end.in_year() == 1)
        months.push_back(both ? detail::not_a_number : levels[t]);
      else if (both && end.in_year() == 2)
        months.push_back(levels[t]);
      else
        months.push_back(t == 0 ? detail::not_a_number : levels[t] - levels[t - 1]);
    }
    check_rows(rates, [&]<class Store>(Store, double* row, int count) {
      CHECK_FALSE(detail::growth_row<Store>(levels.data(), bases.data(), row, count));
    });
    check_rows(months, [&]<class Store>(Store, double* row, int count) {
      detail::months_of_row<Store>(levels.data(), masks, row, count);
    });

    lows.resize(longest), highs.resize(longest);
    detail::growth_bounds_row<detail::into_cache>(levels.data(), bases.data(), 0.05, 0.5,
                                                  lows.data(), highs.data(), longest);
    for (std::size_t t = 0; t < longest; ++t)
      if (!std::isnan(rates[t])) {
        CHECK(lows[t] == doctest::Approx(100 * (levels[t] - 0.05) / (bases[t] + 0.5) - 100));
        CHECK(highs[t] == doctest::Approx(100 * (levels[t] + 0.05) / (bases[t] - 0.5) - 100));
      }
    for (int apart = 0; apart < 8; ++apart) {
      check_rows(lows, [&]<class Store>(Store, double* row, int count) {
        row_place other{apart};
        detail::growth_bounds_row<Store>(levels.data(), bases.data(), 0.05, 0.5, row, other.row(),
                                         count);
        CHECK(other.holds(highs, count));
      });
    }
  }
  check_rows(
      std::vector<double>(longest, detail::not_a_number),
      []<class Store>(Store, double* row, int count) { detail::put_absent<Store>(row, count); });
}

TEST_CASE("a row says when it has a figure next to zero or below it, wherever that stands") {
  const double absent = detail::not_a_number;
  for (std::size_t at = 0; at < 20; ++at) {
    CAPTURE(at);
    CHECK_FALSE(growth_is_odd(0.0, 1e-100, at));
    CHECK(growth_is_odd(-0.1, 2, at));
    for (const double base : {9e-101, 0.0, -0.0, -2.0}) CHECK(growth_is_odd(3, base, at));
    CHECK_FALSE(growth_is_odd(absent, 2, at));
    CHECK_FALSE(growth_is_odd(3, absent, at));

    CHECK_FALSE(bounds_are_odd(0.1, 0.1, at));
    for (const double small : {0.05, 0.0, -0.0, -0.1, -3.0}) {
      CHECK(bounds_are_odd(small, 2, at));
      CHECK(bounds_are_odd(3, small, at));
    }
    CHECK_FALSE(bounds_are_odd(absent, 2, at));
    CHECK_FALSE(bounds_are_odd(3, absent, at));
  }
}
