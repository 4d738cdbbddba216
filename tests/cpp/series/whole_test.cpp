#include "kebi/series/whole.hpp"

#include <cmath>
#include <vector>

#include "kebi/series/labelled.hpp"
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

TEST_CASE("rests of wholes have levels and comparable growth") {
  // seed-industrial-inv-nontech: 嘉定区2019年上半年, 工业投资 48.2亿元 +50.3%, 技改 39.7亿元 +73.3%
  grid whole = grid::blank(timeline{frequency::half, month_of(2019, 6).first(), 1}, 1), rate = whole, part = whole,
       part_rate = whole;
  for (grid* each : {&whole, &rate, &part, &part_rate}) each->decimals = {1};
  whole.set(0, 0, 48.2);
  rate.set(0, 0, 50.3);
  part.set(0, 0, 39.7);
  part_rate.set(0, 0, 73.3);
  CHECK(residuals(whole, part).values(0, 0) == doctest::Approx(8.5));
  CHECK(residual_growth(whole, rate, part, part_rate).values(0, 0) == doctest::Approx(-7.21).epsilon(0.001));
  CHECK(residual_growth_bounds(whole, rate, part, part_rate).value(0, 0).contains(-7.21));
}

TEST_CASE("places are shared by equals and go to figures only") {
  grid of = grid::blank(timeline{frequency::year, month_of(2019, 12).first(), 1}, 5);
  of.set(0, 0, 3);
  of.set(1, 0, 7);
  of.set(2, 0, 7);
  of.clear(3, 0, cell::suppressed);
  of.set(4, 0, 1);
  const grid found = ranks(of), reversed = ranks(of, true);
  CHECK(found.values(1, 0) == 1);
  CHECK(found.values(2, 0) == 1);
  CHECK(found.values(0, 0) == 3);
  CHECK(found.values(4, 0) == 4);
  CHECK(found.at(3, 0) == cell::suppressed);
  CHECK(reversed.values(4, 0) == 1);
}

TEST_CASE("series and panels refuse what their figures are not") {
  const timeline time{frequency::year_to_date, month_of(2019, 1).first(), 12};
  series levels = series::blank({"固定资产投资", "全国", unit{"亿元"}, measure::level, "2020-01"}, time, 0);
  series growths = series::blank({"固定资产投资", "全国", {}, measure::growth, "2020-01"}, time, 1);
  series older = series::blank({"固定资产投资", "全国", {}, measure::growth, "2019-01"}, time, 1);
  levels.set(year_of(2019), 551478);
  growths.set(year_of(2019), 5.4);
  CHECK(comparable_base(levels, growths).at(year_of(2019)).value() == doctest::Approx(523224).epsilon(1e-5));
  CHECK(comparable_base(levels, growths).of().measure == measure::level);
  CHECK_THROWS_AS(comparable_base(levels, older), error);
  CHECK_THROWS_AS(comparable_base(growths, levels), error);
  CHECK_THROWS_AS(single_months(growths), error);
  CHECK_THROWS_AS(cumulated(growths), error);
  CHECK_THROWS_AS(year_over_year(growths), error);
  CHECK(single_months(levels).time().frequency() == frequency::month);

  panel rates{{"全国"}, {{"投资", {}, 1, measure::growth}}, time};
  CHECK_THROWS_AS(single_months(rates), error);
  panel plain{{"全国"}, {{"投资", unit{"亿元"}, 0}}, time};
  CHECK_NOTHROW(linked(plain, rates, 2019));
  CHECK(year_over_year(plain).indicators()[0].measure == measure::growth);
}

TEST_CASE("levels and growth of panels go together by their names, not by their number") {
  const timeline years{frequency::year, year_of(2018).last(), 2};
  const auto made = [&](std::vector<std::string> regions, std::string one, std::string other, measure what) {
    return panel{std::move(regions), {{std::move(one), {}, {}, what}, {std::move(other), {}, {}, what}}, years};
  };
  const panel levels = made({"甲", "乙"}, "出口", "进口", measure::level);
  CHECK_NOTHROW(comparable_base(levels, made({"甲", "乙"}, "出口", "进口", measure::growth)));
  CHECK_THROWS_AS(comparable_base(levels, made({"甲", "乙"}, "进口", "出口", measure::growth)), error);
  CHECK_THROWS_WITH_AS(comparable_base(levels, made({"乙", "甲"}, "出口", "进口", measure::growth)),
                       "levels and growth must be of the same regions, indicators and times, in the same order: "
                       "take both from one table", error);
}
