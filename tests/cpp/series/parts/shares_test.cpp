#include "kebi/series/parts/shares.hpp"

#include "kebi/formula/contribution.hpp"
#include "kebi/series/parts/contributions.hpp"

#include <cmath>
#include <vector>

#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/series/growth/growth.hpp"
#include "printed.hpp"
#include "known.hpp"

using namespace kebi;

namespace {

grid random_years(int rows, std::uint64_t seed) {
  test::sequence next{seed};
  grid made = grid::blank(timeline{frequency::year, month_of(2015, 12).first(), 6}, rows);
  made.decimals.assign(static_cast<std::size_t>(rows), 1);
  for (Eigen::Index r = 0; r < rows; ++r)
    for (int t = 0; t < 6; ++t) made.set(r, t, decimal{100 + next.below(9'000), 1}.value());
  return made;
}

grid sum_of(const grid& parts) {
  grid whole = grid::blank(parts.time, 1);
  whole.decimals = {1};
  for (int t = 0; t < parts.columns(); ++t)
    whole.set(0, t, std::round(parts.values.col(t).sum() * 10) / 10);
  return whole;
}

std::vector<Eigen::Index> one_each(std::size_t parts) {
  return std::vector<Eigen::Index>(parts, 0);
}

}  // namespace

TEST_CASE("over a panel contributions make 100 percent and pulls the growth, every year") {
  const grid parts = random_years(7, 3), whole = sum_of(parts),
             wholes = rows_of(whole, one_each(7));
  const grid parts_pull = contribution_to_growth(parts, wholes), parts_contribute = share_of_growth(parts, wholes);
  const grid growth = year_over_year(whole), of_whole = share(parts, wholes);
  for (int t = 1; t < 6; ++t) {
    CHECK(parts_pull.values.col(t).sum() == doctest::Approx(growth.values(0, t)));
    CHECK(parts_contribute.values.col(t).sum() == doctest::Approx(100));
    CHECK(of_whole.values.col(t).sum() == doctest::Approx(100));
    CHECK(share_change(parts, wholes).values.col(t).sum() == doctest::Approx(0).scale(1));
  }
}

TEST_CASE("figures of other times are not put beside one another, whatever their shape") {
  const grid parts = random_years(3, 5);
  grid wholes = sum_of(parts);
  CHECK_NOTHROW(share(parts, wholes));
  wholes.time = timeline{frequency::year, month_of(2014, 12).first(), 6};
  CHECK_THROWS_AS(share(parts, wholes), error);
  CHECK_THROWS_AS(share.bounds(parts, wholes), error);
  CHECK_THROWS_AS(share_of_growth(parts, wholes), error);
  CHECK_THROWS_AS(contribution_to_growth(parts, wholes), error);
  CHECK_THROWS_AS(comparable_base(parts, [&] {
                    grid rates = parts;
                    rates.time = wholes.time;
                    return rates;
                  }()), error);
}

TEST_CASE(
    "bounds of contributions hold all corners, and lose their ends where a whole stood still") {
  const grid parts = random_years(3, 9), wholes = rows_of(sum_of(parts), one_each(3));
  const bounds_grid found = share_of_growth.bounds(parts, wholes), pulled = contribution_to_growth.bounds(parts, wholes);
  const auto exact = [](const grid& in, Eigen::Index r, int t, int half) {
    return test::exact(decimal{std::llround(in.values(r, t) * 10), 1}, half);
  };
  for (Eigen::Index r = 0; r < 3; ++r)
    for (int t = 1; t < 6; ++t) {
      mpq_class lo = 1'000'000, hi = -1'000'000;
      for (int corner = 0; corner < 16; ++corner) {
        const auto half = [corner](int bit) { return (corner >> bit & 1) != 0 ? 1 : -1; };
        const mpq_class value = formula::share_of_growth{}(
            exact(parts, r, t, half(0)), exact(parts, r, t - 1, half(1)),
            exact(wholes, r, t, half(2)), exact(wholes, r, t - 1, half(3)));
        if (value < lo) lo = value;
        if (value > hi) hi = value;
      }
      CHECK(test::holds_sharply(found.value(r, t), lo, hi, 1e5, 1000));
      CHECK(pulled.value(r, t).is_bounded());
    }
  grid still = wholes;
  still.values.col(2) = still.values.col(1);
  CHECK_FALSE(share_of_growth.bounds(parts, still).value(0, 2).is_bounded());
  CHECK(share_of_growth(parts, still).at(0, 2) == observation_status::undefined);
  still.values.col(2).array() += 0.3;
  CHECK(share_of_growth(parts, still).at(0, 2) == observation_status::unreliable);
  CHECK(share_of_growth.bounds(parts, still).value(0, 2).is_bounded());
  still.values.col(2).array() += 100;
  CHECK(share_of_growth(parts, still).at(0, 2) == observation_status::figure);
  // Numbers that nobody printed are exact, and only an increment of zero tells nothing.
  grid unprinted = wholes;
  unprinted.decimals.clear();
  unprinted.values.col(2) = unprinted.values.col(1).array() + 0.3;
  CHECK(share_of_growth(parts, unprinted).at(0, 2) == observation_status::figure);
}
