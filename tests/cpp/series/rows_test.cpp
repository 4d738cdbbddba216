#include "kebi/series/rows.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cstdint>
#include <vector>

#include "kebi/series/growth_rows.hpp"
#include "kebi/series/year_to_date.hpp"
#include "series/exact.hpp"

using namespace kebi;

namespace {

constexpr int longest = 45, room = 64;

/// A row of figures, some of them absent, below zero or next to it.
std::vector<double> figures_of(std::uint64_t seed) {
  test::sequence next{seed};
  std::vector<double> row(longest);
  for (double& each : row) {
    each = static_cast<double>(next.below(2000) + 1) / 10;
    if (next.below(7) == 0) each = detail::not_a_number;
    if (seed % 3 == 0 && next.below(20) == 0) each = static_cast<double>(next.below(3)) - 1;
  }
  return row;
}

std::vector<std::uint64_t> bits_of(const std::vector<double>& row) {
  std::vector<std::uint64_t> bits;
  for (const double each : row) bits.push_back(std::bit_cast<std::uint64_t>(each));
  return bits;
}

/// What `write` leaves of a row that starts so many doubles after a place of 64 bytes, and of
/// its surroundings.
template <class Write>
std::vector<std::uint64_t> written(int offset, const Write& write) {
  std::vector<double> place(3 * room, 7);
  const auto at = reinterpret_cast<std::uintptr_t>(place.data()) % 64 / sizeof(double);
  const auto first = place.begin() + static_cast<std::ptrdiff_t>((8 - at) % 8);
  write(&first[8 + offset]);
  return bits_of({first, first + 180});
}

/// Tries a kernel of rows at all offsets in a line of the cache and for all lengths.
template <class Kernel>
void check_stores(const Kernel& kernel) {
  for (int offset = 0; offset < 8; ++offset)
    for (int count = 0; count <= longest; ++count) {
      CAPTURE(offset);
      CAPTURE(count);
      CHECK(written(offset, [&](double* row) { kernel(detail::past_cache{}, row, count); }) ==
            written(offset, [&](double* row) { kernel(detail::into_cache{}, row, count); }));
    }
}

}  // namespace

TEST_CASE("only whole lines of the cache go past it") {
  alignas(64) const double line[40] = {};
  const auto lines = [&](int offset, int count) {
    return detail::lines_of<detail::past_cache>(line + offset, count);
  };
  CHECK(lines(0, 40) == detail::whole_lines{0, 40});
  CHECK(lines(3, 37) == detail::whole_lines{5, 37});
  CHECK(lines(3, 20) == detail::whole_lines{5, 13});
  CHECK(lines(7, 9) == detail::whole_lines{1, 9});
  CHECK(lines(1, 14) == detail::whole_lines{0, 0});
  CHECK(detail::lines_of<detail::into_cache>(line + 3, 20) == detail::whole_lines{0, 20});
}

TEST_CASE("rows written past the cache are those written through it, and nothing beside them") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const std::vector<double> levels = figures_of(seed), bases = figures_of(seed + 50);
    check_stores([&]<class Store>(Store, double* row, int count) {
      row[count] = detail::growth_row<Store>(levels.data(), bases.data(), row, count);
    });
    check_stores([&]<class Store>(Store, double* row, int count) {
      const detail::month_masks masks{month_of(2018, 3).first(), longest, seed % 2 == 0};
      detail::months_of_row<Store>(levels.data(), masks, row, count);
    });
    for (int apart : {longest + 3, room})
      check_stores([&]<class Store>(Store, double* row, int count) {
        row[count] = detail::growth_bounds_row<Store>(levels.data(), bases.data(), 0.05, 0.5, row,
                                                      row + apart, count);
      });
  }
  check_stores(
      []<class Store>(Store, double* row, int count) { detail::put_absent<Store>(row, count); });
}

TEST_CASE("a row says when it has a figure next to zero or below it, wherever that stands") {
  for (int count = 1; count <= 20; ++count)
    for (int odd = -1; odd < count; ++odd)
      for (const bool of_base : {false, true}) {
        std::vector<double> levels(20, 3.0), bases(20, 2.0), lo(20), hi(20);
        if (odd >= 0) (of_base ? bases : levels)[static_cast<std::size_t>(odd)] = -0.5;
        CAPTURE(count);
        CAPTURE(odd);
        CHECK(detail::growth_row<detail::into_cache>(levels.data(), bases.data(), lo.data(),
                                                     count) == (odd >= 0));
        CHECK(detail::growth_bounds_row<detail::into_cache>(levels.data(), bases.data(), 0.05, 0.05,
                                                            lo.data(), hi.data(),
                                                            count) == (odd >= 0));
      }
}
