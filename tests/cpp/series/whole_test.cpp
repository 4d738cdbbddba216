#include "kebi/series/whole.hpp"

#include <cmath>
#include <vector>

#include "kebi/series/growth.hpp"
#include "kebi/series/hierarchy.hpp"
#include "kebi/series/shift_share.hpp"
#include "series/exact.hpp"
#include "series/known.hpp"

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
  const grid parts = random_years(7, 3), whole = sum_of(parts), wholes = rows_of(whole, one_each(7));
  const grid parts_pull = pulls(parts, wholes), parts_contribute = contributions(parts, wholes);
  const grid growth = growth_of(whole, step_back::year), of_whole = shares(parts, wholes);
  for (int t = 1; t < 6; ++t) {
    CHECK(parts_pull.values.col(t).sum() == doctest::Approx(growth.values(0, t)));
    CHECK(parts_contribute.values.col(t).sum() == doctest::Approx(100));
    CHECK(of_whole.values.col(t).sum() == doctest::Approx(100));
    CHECK(share_changes(parts, wholes).values.col(t).sum() == doctest::Approx(0).scale(1));
  }
}

TEST_CASE("bounds of contributions hold all corners, and lose their ends where a whole stood still") {
  const grid parts = random_years(3, 9), wholes = rows_of(sum_of(parts), one_each(3));
  const bounds_grid found = contribution_bounds(parts, wholes), pulled = pull_bounds(parts, wholes);
  const auto exact = [](const grid& in, Eigen::Index r, int t, int half) {
    return test::exact(decimal{std::llround(in.values(r, t) * 10), 1}, half);
  };
  for (Eigen::Index r = 0; r < 3; ++r)
    for (int t = 1; t < 6; ++t) {
      mpq_class lo = 1'000'000, hi = -1'000'000;
      for (int corner = 0; corner < 16; ++corner) {
        const auto half = [corner](int bit) { return (corner >> bit & 1) != 0 ? 1 : -1; };
        const mpq_class value = formula::contribution_of_levels{}(
            exact(parts, r, t, half(0)), exact(parts, r, t - 1, half(1)), exact(wholes, r, t, half(2)),
            exact(wholes, r, t - 1, half(3)));
        if (value < lo) lo = value;
        if (value > hi) hi = value;
      }
      CHECK(test::holds_sharply(found.value(r, t), lo, hi, 1e5, 1000));
      CHECK(pulled.value(r, t).is_bounded());
    }
  grid still = wholes;
  still.values.col(2) = still.values.col(1);
  CHECK_FALSE(contribution_bounds(parts, still).value(0, 2).is_bounded());
  CHECK(contributions(parts, still).at(0, 2) == cell::undefined);
  CHECK(footing_at(still, 0, 2) == footing::none);
  still.values.col(2).array() += 0.3;
  CHECK(footing_at(still, 0, 2) == footing::shaky);
  still.values.col(2).array() += 100;
  CHECK(footing_at(still, 0, 2) == footing::firm);
}

TEST_CASE("parts roll up to wholes and wholes down to the one part that lacks") {
  const hierarchy tree{{{"全国", ""}, {"东部", "全国"}, {"西部", "全国"}, {"上海", "东部"}, {"江苏", "东部"},
                        {"工业", "上海", false}, {"其中汽车", "工业"}}};
  grid levels = grid::blank(timeline{frequency::year, month_of(2019, 12).first(), 2}, 7);
  levels.decimals.assign(7, 0);
  levels.set(2, 0, 30);
  levels.set(3, 0, 10);
  levels.set(4, 0, 20);
  const grid up = rolled_up(tree, levels);
  CHECK(up.values(1, 0) == 30);
  CHECK(up.values(0, 0) == 60);
  CHECK(up.at(0, 1) == cell::absent);
  grid lacking = up;
  lacking.clear(4, 0, cell::suppressed);
  lacking.clear(2, 0, cell::suppressed);
  const grid down = rolled_down(tree, lacking);
  CHECK(down.values(4, 0) == 20);
  CHECK(down.values(2, 0) == 30);
  CHECK(disagreements(tree, down).empty());
  grid wrong = up;
  wrong.set(0, 0, 62);  // 30 and 30, each good to a half, reach 61 at most
  const auto found = disagreements(tree, wrong);
  REQUIRE(found.size() == 1);
  CHECK(found[0].whole == 0);
  CHECK_THROWS_AS(rolled_up(tree, grid::blank(levels.time, 3)), error);
}

TEST_CASE("an item printed under # is no more than its whole") {
  const hierarchy tree{{{"工业", "", false}, {"汽车", "工业"}}};
  grid levels = grid::blank(timeline{frequency::year, month_of(2019, 12).first(), 1}, 2);
  levels.decimals = {0, 0};
  levels.set(0, 0, 100);
  levels.set(1, 0, 40);
  CHECK(disagreements(tree, levels).empty());
  levels.set(1, 0, 140);
  CHECK(disagreements(tree, levels).size() == 1);
  levels.clear(0, 0, cell::absent);
  CHECK(rolled_up(tree, levels).at(0, 0) == cell::absent);
}

TEST_CASE("a hierarchy is a tree") {
  using node = hierarchy::node;
  CHECK_THROWS_AS((hierarchy{{node{"a", ""}, node{"a", ""}}}), error);
  CHECK_THROWS_AS((hierarchy{{node{"a", "b"}}}), error);
  CHECK_THROWS_AS((hierarchy{{node{"a", "b"}, node{"b", "a"}}}), error);
}

TEST_CASE("the three parts of shift-share make the change of each industry of each region") {
  test::sequence next{17};
  block before(6, 4), after(6, 4);
  for (Eigen::Index k = 0; k < before.size(); ++k) {
    before.data()[k] = static_cast<double>(1 + next.below(500));
    after.data()[k] = static_cast<double>(1 + next.below(700));
  }
  const shift_share found = shift_share_of(before, after);
  CHECK((found.national + found.industry + found.regional - (after - before)).cwiseAbs().maxCoeff() < 1e-9);
  CHECK(found.industry.sum() == doctest::Approx(0).scale(1));
  CHECK(found.regional.colwise().sum().cwiseAbs().maxCoeff() < 1e-9);
  CHECK(found.national.sum() == doctest::Approx(after.sum() - before.sum()));

  // One region that grows as all do has nothing of its own.
  const block twice = before * 2;
  const shift_share alike = shift_share_of(before, twice);
  CHECK(alike.regional.cwiseAbs().maxCoeff() < 1e-9);
  CHECK_THROWS_AS(shift_share_of(before, after.topRows(3)), error);
  before.col(1).setZero();
  CHECK_THROWS_AS(shift_share_of(before, after), error);
}
