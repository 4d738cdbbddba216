#include "kebi/series/parts/composition.hpp"

#include <string>
#include <vector>

#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/formula.hpp"
#include "kebi/series/parts/contributions.hpp"
#include "kebi/series/parts/shares.hpp"
#include "kebi/series/evaluate/alignment.hpp"
#include "printed.hpp"
#include "known.hpp"

using namespace kebi;

namespace {

/// Printed numbers, row by row, with their decimals one by one.
grid printed(Eigen::Index rows, const std::vector<std::string>& texts) {
  const auto columns = static_cast<int>(texts.size()) / static_cast<int>(rows);
  grid made = grid::blank(timeline{frequency::year, month_of(2019, 12).first(), columns}, rows);
  for (std::size_t k = 0; k < texts.size(); ++k) {
    const decimal number = read_decimal(texts[k]);
    made.decimals.push_back(number.decimals());
    made.set(static_cast<Eigen::Index>(k) / columns, static_cast<int>(k) % columns, number.value());
  }
  return made;
}

grid random_figures(Eigen::Index rows, std::int64_t low, std::int64_t span, std::uint64_t seed) {
  test::sequence next{seed};
  grid made = grid::blank(timeline{frequency::year, month_of(2012, 12).first(), 8}, rows);
  made.decimals.assign(static_cast<std::size_t>(rows), 1);
  for (Eigen::Index r = 0; r < rows; ++r)
    for (int t = 0; t < 8; ++t) made.set(r, t, decimal{low + next.below(span), 1}.value());
  return made;
}

decimal decimal_at(const grid& of, Eigen::Index r, int t) {
  return decimal{std::llround(of.values(r, t) * 10), 1};
}
percent<decimal> rate_at(const grid& of, Eigen::Index r, int t) {
  return percent{decimal_at(of, r, t)};
}

/// Whole numbers of both signs, as printed.
grid whole_numbers(std::int64_t size, test::sequence& next) {
  grid made = grid::blank(timeline{frequency::year, month_of(2012, 12).first(), 8}, 1);
  made.decimals = {0};
  for (int t = 0; t < 8; ++t) made.set(0, t, static_cast<double>(next.below(2 * size + 1) - size));
  return made;
}
/// The same moved within their print, in half units.
grid moved_by(const grid& printed, int halves) {
  grid made = printed;
  made.values.array() += 0.4999 * halves;
  return made;
}

/// Bounds hold the figures of all numbers within the print, and there are some just where one
/// of those is a figure. What only the very end of the print gives, which no number is moved to,
/// is no fault: a rest of nothing, say, that fell by all.
template <class Over>
void check_undefined_alike(const Over& over, const bounds_grid& within,
                           const std::vector<grid>& inputs, double at_the_end = -detail::infinity) {
  std::vector<bool> is_defined(8, false);
  int samples = 1;
  for (std::size_t k = 0; k < inputs.size(); ++k) samples *= 3;
  for (int sample = 0; sample < samples; ++sample) {
    std::vector<grid> moved;
    int rest = sample;
    for (const grid& each : inputs) {
      moved.push_back(moved_by(each, rest % 3 - 1));
      rest /= 3;
    }
    const grid found = over(moved);
    for (int t = 0; t < 8; ++t) {
      if (found.at(0, t) != observation_status::figure) continue;
      is_defined[static_cast<std::size_t>(t)] = true;
      REQUIRE(within.at(0, t) == observation_status::figure);
      const bounds held = within.value(0, t);
      const double value = found.values(0, t), slack = 1e-9 * (1 + std::abs(value));
      CHECK(held.lo() <= value + slack);
      CHECK(held.hi() >= value - slack);
    }
  }
  for (std::size_t t = 0; t < 8; ++t)
    if (!is_defined[t] && !(within.hi(0, static_cast<int>(t)) < at_the_end + 1e-9))
      CHECK(within.at(0, static_cast<int>(t)) != observation_status::figure);
}

/// The ends of printed figures in a grid are a step or two wider than those of the decimals.
void check_near(const bounds& found, const bounds& sharp) {
  CHECK(found.contains(sharp));
  const double slack = 1e-10 * (1 + std::abs(sharp.lo()) + std::abs(sharp.hi()));
  CHECK(width(found) - width(sharp) < slack);
}

}  // namespace

TEST_CASE("over grids mixed growth is that of single numbers, with their sharp bounds") {
  const grid levels = random_figures(3, 200, 900, 1), wholes = random_figures(3, 5000, 3000, 2);
  const grid rates = random_figures(3, -300, 700, 3), others = random_figures(3, -200, 500, 4);
  const grid portions = random_figures(3, 50, 800, 5);
  const grid product = growth_of_product(rates, others), ratio = growth_of_ratio(rates, others),
             rest = growth_of_residual(levels, rates, wholes, others),
             added = increment(levels, rates), before = base_share(portions, rates, others),
             moved = share_change(portions, rates, others),
             brought = share_of_growth(levels, rates, wholes, others),
             pulled = contribution_to_growth(levels, rates, wholes, others);
  for (Eigen::Index r = 0; r < 3; ++r)
    for (int t = 0; t < 8; ++t) {
      const auto x = decimal_at(levels, r, t), w = decimal_at(wholes, r, t);
      const auto a = rate_at(rates, r, t), b = rate_at(others, r, t);
      const auto s = rate_at(portions, r, t);
      const percent<double> g{rates.values(r, t)}, h{others.values(r, t)};
      const percent<double> part{portions.values(r, t)};
      CHECK(product.values(r, t) == formulas::growth_of_product(g, h).value());
      CHECK(ratio.values(r, t) == formulas::growth_of_ratio(g, h).value());
      CHECK(rest.values(r, t) ==
            formulas::growth_of_residual(wholes.values(r, t), h, levels.values(r, t), g).value());
      CHECK(pulled.values(r, t) == formulas::contribution_to_growth(levels.values(r, t), g, wholes.values(r, t), h).value);
      check_near(contribution_to_growth.bounds(levels, rates, wholes, others).value(r, t),
                 formulas::contribution_to_growth(x, a, w, b).value);
      const auto sharp = formulas::share_of_growth(x, a, w, b);
      const bounds within =
          share_of_growth.bounds(levels, rates, wholes, others).value(r, t);
      CHECK((brought.at(r, t) == observation_status::figure) == (sharp.whole == reliability::reliable));
      const double plain =
          formulas::share_of_growth(levels.values(r, t), g, wholes.values(r, t), h).rate.value();
      CHECK(within.contains(plain));
      if (sharp.whole == reliability::reliable) {
        check_near(within, sharp.rate.value());
        CHECK(brought.values(r, t) == plain);
      } else {
        CHECK(brought.at(r, t) == observation_status::unreliable);
      }
      CHECK(added.values(r, t) == formulas::increment(levels.values(r, t), g));
      CHECK(before.values(r, t) == formulas::base_share(part, g, h).value());
      CHECK(moved.values(r, t) == formulas::share_change(part, g, h).value);
      check_near(growth_of_product.bounds(rates, others).value(r, t),
                 formulas::growth_of_product(a, b).value());
      check_near(growth_of_ratio.bounds(rates, others).value(r, t), formulas::growth_of_ratio(a, b).value());
      check_near(growth_of_residual.bounds(levels, rates, wholes, others).value(r, t),
                 formulas::growth_of_residual(w, b, x, a).value());
      check_near(increment.bounds(levels, rates).value(r, t), formulas::increment(x, a));
      check_near(base_share.bounds(portions, rates, others).value(r, t),
                 formulas::base_share(s, a, b).value());
      check_near(share_change.bounds(portions, rates, others).value(r, t),
                 formulas::share_change(s, a, b).value);
    }
}

TEST_CASE("sums of groups of rows grow as their parts say, sharply") {
  const grid levels = random_figures(5, 200, 900, 6), rates = random_figures(5, -300, 700, 7);
  const std::vector<Eigen::Index> groups{0, 1, 0, 1, 1};
  const grid found = growth_of_sum(levels, rates, groups);
  const bounds_grid within = growth_of_sum.bounds(levels, rates, groups);
  REQUIRE(found.rows() == 2);
  for (int t = 0; t < 8; ++t)
    for (Eigen::Index s = 0; s < 2; ++s) {
      std::vector<component<double>> plain;
      std::vector<component<decimal>> sharp;
      for (Eigen::Index r = 0; r < 5; ++r) {
        if (groups[static_cast<std::size_t>(r)] != s) continue;
        plain.push_back({levels.values(r, t), percent<double>{rates.values(r, t)}});
        sharp.push_back({decimal_at(levels, r, t), rate_at(rates, r, t)});
      }
      CHECK(found.values(s, t) == formulas::growth_of_sum(std::span<const component<double>>{plain}).value());
      check_near(within.value(s, t),
                 formulas::growth_of_sum(std::span<const component<decimal>>{sharp}).value());
    }
}

TEST_CASE("growth of sums agrees with what was published") {
  // 国家统计局 2021年1—2月社会消费品零售总额: 商品 62651 +30.7, 餐饮 7085 +68.9, 总额 +33.8;
  // 财政部 2007年上半年财政收入, 人民日报 2007-07-24: 中央 14502.19 +32.6, 地方 11615.65 +28.1,
  // 全国 +30.6
  const grid levels = printed(2, {"62651", "14502.19", "7085", "11615.65"});
  const grid rates = printed(2, {"30.7", "32.6", "68.9", "28.1"});
  const grid found = growth_of_sum(levels, rates);
  const bounds_grid within = growth_of_sum.bounds(levels, rates);
  CHECK(found.rows() == 1);
  CHECK(found.values(0, 0) == doctest::Approx(33.8).epsilon(0.002));
  CHECK(found.values(0, 1) == doctest::Approx(30.6).epsilon(0.002));
  CHECK(within.value(0, 0).contains(33.8));
  CHECK(within.value(0, 1).contains(30.6));
}

TEST_CASE("a sum without one of its parts, or with one that has no growth, is none") {
  grid levels = random_figures(3, 200, 900, 8), rates = random_figures(3, -300, 700, 9);
  levels.clear(1, 0, observation_status::suppressed);
  rates.clear(2, 1, observation_status::not_yet_out);
  levels.set(0, 2, -5);
  rates.set(0, 3, -100);
  levels.values.col(4).setZero();
  const grid found = growth_of_sum(levels, rates);
  const bounds_grid within = growth_of_sum.bounds(levels, rates);
  const observation_status expected[] = {observation_status::suppressed, observation_status::not_yet_out, observation_status::undefined, observation_status::undefined};
  for (int t = 0; t < 4; ++t) {
    CHECK(found.at(0, t) == expected[t]);
    CHECK(within.at(0, t) == expected[t]);
  }
  CHECK(found.at(0, 4) == observation_status::undefined);
  CHECK_FALSE(within.value(0, 4).is_bounded());  // printed 0.0 may be 0.04
  CHECK(found.at(0, 5) == observation_status::figure);
  CHECK(growth_of_sum(levels, rates, sum_of{{0, 2, 2}}).at(1, 5) == observation_status::absent);  // a group of nothing
  CHECK_THROWS_AS(growth_of_sum(levels, random_figures(2, 1, 9, 1)), error);
  CHECK_THROWS_AS(growth_of_sum(levels, rates, sum_of{{0, 0}}), error);
}

TEST_CASE("increments and growth of all parts make those of the whole") {
  const grid levels = random_figures(4, 200, 900, 10), rates = random_figures(4, -300, 700, 11);
  const grid whole_growth = growth_of_sum(levels, rates);
  grid whole = grid::blank(levels.time, 1);
  for (int t = 0; t < 8; ++t) whole.set(0, t, levels.values.col(t).sum());
  const grid added = increment(levels, rates);
  for (int t = 0; t < 8; ++t)
    CHECK(added.values.col(t).sum() ==
          doctest::Approx(increment(whole, whole_growth).values(0, t)));
  // The rest of a whole without its last part is the sum of the others.
  const grid last = rows_of(levels, {3}), last_rate = rows_of(rates, {3});
  const grid rest = growth_of_residual(last, last_rate, whole, whole_growth);
  const grid others = growth_of_sum(rows_of(levels, {0, 1, 2}), rows_of(rates, {0, 1, 2}));
  // Today's share less its change is the share of a year before.
  const grid portions = share(levels, whole);
  const grid moved = share_change(portions, rates, rows_of(whole_growth, {0, 0, 0, 0}));
  const grid before = base_share(portions, rates, whole_growth);
  for (int t = 0; t < 8; ++t) {
    CHECK(rest.values(0, t) == doctest::Approx(others.values(0, t)));
    CHECK(before.values.col(t).sum() == doctest::Approx(100));
    for (Eigen::Index r = 0; r < 4; ++r)
      CHECK(portions.values(r, t) - moved.values(r, t) == doctest::Approx(before.values(r, t)));
  }
}

TEST_CASE("rests of wholes have levels and comparable growth, or none on a base below zero") {
  // seed-industrial-inv-nontech: 嘉定区2019年上半年, 工业投资 48.2亿元 +50.3%, 技改 39.7亿元 +73.3%
  const grid whole = printed(1, {"48.2", "10.0"}), rate = printed(1, {"50.3", "0.0"});
  const grid part = printed(1, {"39.7", "12.0"}), part_rate = printed(1, {"73.3", "0.0"});
  CHECK(residual(whole, part).values(0, 0) == doctest::Approx(8.5));
  const grid found = growth_of_residual(part, part_rate, whole, rate);
  const bounds_grid within = growth_of_residual.bounds(part, part_rate, whole, rate);
  CHECK(found.values(0, 0) == doctest::Approx(-7.21).epsilon(0.001));
  CHECK(within.value(0, 0).contains(-7.21));
  CHECK(found.at(0, 1) == observation_status::undefined);
  CHECK(within.at(0, 1) == observation_status::undefined);
  const grid nothing = printed(1, {"0.0", "-3.0"});
  CHECK(contribution_to_growth(part, part_rate, nothing, rate).at(0, 0) == observation_status::undefined);
  CHECK(contribution_to_growth(part, part_rate, nothing, rate).at(0, 1) == observation_status::undefined);
  const bounds_grid pulled = contribution_to_growth.bounds(part, part_rate, nothing, rate);
  CHECK(pulled.value(0, 0).lo() > 1000);  // printed 0.0 may be 0.04, a base of less than that
  CHECK_FALSE(pulled.value(0, 0).is_bounded());
  CHECK(pulled.at(0, 1) == observation_status::undefined);
  CHECK(share_of_growth(part, part_rate, whole, rate).at(0, 1) == observation_status::undefined);
  CHECK_FALSE(share_of_growth.bounds(part, part_rate, whole, rate).value(0, 1).is_bounded());
  CHECK(growth_of_ratio(rate, printed(1, {"-100.0", "1.0"})).at(0, 0) == observation_status::undefined);
}

TEST_CASE("a whole below zero, or that fell by more than all of it, has no pulls within bounds") {
  const grid part = printed(1, {"66", "66"}), part_rate = printed(1, {"20", "20"});
  const grid whole = printed(1, {"-110", "110"}), rate = printed(1, {"10", "-110"});
  for (int t = 0; t < 2; ++t) {
    CHECK(contribution_to_growth(part, part_rate, whole, rate).at(0, t) == observation_status::undefined);
    CHECK(contribution_to_growth.bounds(part, part_rate, whole, rate).at(0, t) == observation_status::undefined);
    CHECK(growth_of_residual(part, part_rate, whole, rate).at(0, t) == observation_status::undefined);
    CHECK(growth_of_residual.bounds(part, part_rate, whole, rate).at(0, t) == observation_status::undefined);
  }
}

TEST_CASE(
    "where no number within the print has a figure there are no bounds, and else they hold it") {
  test::sequence next{23};
  for (int round = 0; round < 150; ++round) {
    const grid parts = whole_numbers(40, next), wholes = whole_numbers(40, next);
    const grid rates = whole_numbers(125, next), others = whole_numbers(125, next);
    check_undefined_alike([](const auto& of) { return contribution_to_growth(of[0], of[1]); },
                          contribution_to_growth.bounds(parts, wholes), {parts, wholes});
    check_undefined_alike(
        [](const auto& of) { return contribution_to_growth(of[0], of[1], of[2], of[3]); },
        contribution_to_growth.bounds(parts, rates, wholes, others), {parts, rates, wholes, others});
    check_undefined_alike(
        [](const auto& of) { return growth_of_residual(of[0], of[1], of[2], of[3]); },
        growth_of_residual.bounds(parts, rates, wholes, others), {parts, rates, wholes, others},
        -100);
    check_undefined_alike([](const auto& of) { return share_change(of[0], of[1], of[2], of[3]); },
                          share_change.bounds(parts, wholes, rates, others),
                          {parts, wholes, rates, others});
    check_undefined_alike([](const auto& of) { return increment(of[0], of[1]); },
                          increment.bounds(parts, rates), {parts, rates});
    check_undefined_alike([](const auto& of) { return comparable_base(of[0], of[1]); },
                          comparable_base.bounds(parts, rates), {parts, rates});
    check_undefined_alike([](const auto& of) { return growth_of_product(of[0], of[1]); },
                          growth_of_product.bounds(rates, others), {rates, others});
    check_undefined_alike([](const auto& of) { return growth_of_ratio(of[0], of[1]); },
                          growth_of_ratio.bounds(rates, others), {rates, others});
    check_undefined_alike([](const auto& of) { return base_share(of[0], of[1], of[2]); },
                          base_share.bounds(parts, rates, others), {parts, rates, others});
    check_undefined_alike(
        [](const auto& of) { return share_change(of[0], of[1], of[2]); },
        share_change.bounds(parts, rates, others), {parts, rates, others});
  }
}
