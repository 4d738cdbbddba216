#include "kebi/series/hierarchy/roll_up.hpp"

#include <optional>
#include <string>
#include <vector>

#include "exact.hpp"
#include "kebi/series/parts/shares.hpp"

using namespace kebi;

namespace {

using node = hierarchy::node;

grid years(int rows, int columns) {
  grid made = grid::blank(timeline{frequency::year, month_of(2019, 12).first(), columns}, rows);
  made.decimals.assign(static_cast<std::size_t>(rows), 0);
  return made;
}

hierarchy nation() {
  return hierarchy{
      {{"全国", ""},
       {"东部", "全国"},
       {"西部", "全国"},
       {"上海", "东部"},
       {"江苏", "东部"},
       {"工业", "上海", false},
       {"其中汽车", "工业"}}
  };
}

/// A random tree with what each item truly is, how it is printed, and which print is kept.
struct random_case {
  hierarchy tree;
  std::vector<mpq_class> truth;
  std::vector<decimal> printed;
  std::vector<bool> kept;
};

random_case random_tree(exact::source& random) {
  const int size = random.between(1, 14), decimals = random.between(0, 3);
  std::vector<node> nodes;
  for (int i = 0; i < size; ++i) {
    const std::string whole =
        i == 0 || random.between(0, 9) == 0 ? "" : "n" + std::to_string(random.between(0, i - 1));
    nodes.push_back({"n" + std::to_string(i), whole, random.between(0, 6) != 0});
  }
  random_case made{hierarchy{nodes}, std::vector<mpq_class>(nodes.size()), {}, {}};
  for (std::size_t i = nodes.size(); i-- > 0;) {
    // Parts come after their whole, so they are known here. What # parts leave is the rest.
    const auto parts = made.tree.parts_of(i);
    for (const std::size_t part : parts) made.truth[i] += made.truth[part];
    if (parts.empty() || !nodes[i].parts_make_it_up)
      made.truth[i] += mpq_class{random.between(parts.empty() ? -300 : 0, 90'000)} / 997;
  }
  for (const mpq_class& each : made.truth) {
    const mpq_class scaled = each * exact::power_of_ten(decimals) + mpq_class{1, 2};
    mpz_class digits;
    mpz_fdiv_q(digits.get_mpz_t(), scaled.get_num_mpz_t(), scaled.get_den_mpz_t());
    made.printed.push_back(decimal{digits.get_si(), decimals});
    made.kept.push_back(random.between(0, 2) != 0);
  }
  return made;
}

using found = std::optional<exact::interval>;

/// The same by saying it again and again: from below as long as anything is found, then from above.
void settle(const random_case& of, std::vector<found>& known, bool down) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t whole = 0; whole < of.tree.size(); ++whole) {
      const auto parts = of.tree.parts_of(whole);
      if (parts.empty() || !of.tree.at(whole).parts_make_it_up) continue;
      std::vector<std::size_t> lacking;
      exact::interval sum{0, 0};
      for (const std::size_t part : parts) {
        if (!known[part])
          lacking.push_back(part);
        else
          sum = {sum.lo + known[part]->lo, sum.hi + known[part]->hi};
      }
      if (!known[whole] && lacking.empty() && !down) {
        known[whole] = sum;
        changed = true;
      } else if (known[whole] && lacking.size() == 1 && down) {
        known[lacking[0]] = exact::interval{known[whole]->lo - sum.hi, known[whole]->hi - sum.lo};
        changed = true;
      }
    }
  }
}

/// Every item in the middle column of three, printed where it is kept.
grid figures_of(const random_case& of) {
  grid made = years(static_cast<int>(of.tree.size()), 3);
  for (std::size_t i = 0; i < of.tree.size(); ++i) {
    made.decimals[i] = of.printed[i].decimals();
    if (of.kept[i])
      made.set(static_cast<Eigen::Index>(i), 1, of.printed[i].value());
    else
      made.clear(static_cast<Eigen::Index>(i), 1, observation_status::suppressed);
  }
  return made;
}

}  // namespace

TEST_CASE("parts roll up to wholes and wholes down to the one part that lacks") {
  const hierarchy tree = nation();
  grid levels = years(7, 2);
  levels.set(2, 0, 30);
  levels.set(3, 0, 10);
  levels.set(4, 0, 20);
  const grid up = roll_up(levels, tree);
  CHECK(up.values(1, 0) == 30);
  CHECK(up.values(0, 0) == 60);
  CHECK(up.at(0, 1) == observation_status::absent);
  CHECK_FALSE(up.is_printed());
  grid lacking = up;
  lacking.clear(4, 0, observation_status::suppressed);
  lacking.clear(2, 0, observation_status::suppressed);
  const grid down = roll_down(lacking, tree);
  CHECK(down.values(4, 0) == 20);
  CHECK(down.values(2, 0) == 30);
  CHECK_THROWS_AS(roll_up(grid::blank(levels.time, 3), tree), error);
  CHECK_THROWS_AS(roll_up(levels, tree, 0), error);
  CHECK_THROWS_AS(roll_up.bounds(up, tree), error);
}

TEST_CASE("what is below half a unit or told together is told already") {
  const hierarchy tree{
      {{"全国", ""}, {"东", "全国"}, {"西", "全国"}}
  };
  for (const observation_status known : {observation_status::below_unit, observation_status::together}) {
    grid levels = years(3, 1);
    levels.set(0, 0, 10);
    levels.set(1, 0, 10);
    levels.clear(2, 0, known);
    CHECK(roll_down(levels, tree).at(2, 0) == known);
    levels.set(2, 0, 1);
    levels.clear(0, 0, known);
    CHECK(roll_up(levels, tree).at(0, 0) == known);
  }
}

TEST_CASE("on random trees figures and bounds are those of exact rationals, and hold the truth") {
  exact::source random{29};
  int filled = 0, agreeing = 0;
  for (int round = 0; round < 600; ++round) {
    const random_case of = random_tree(random);
    std::vector<found> exactly(of.tree.size()), middle(of.tree.size());
    for (std::size_t i = 0; i < of.tree.size(); ++i) {
      if (!of.kept[i]) continue;
      const auto [lo, hi] = exact::ends(of.printed[i]);
      exactly[i] = exact::interval{lo, hi};
      middle[i] = exact::interval{exact::value(of.printed[i]), exact::value(of.printed[i])};
    }
    const grid levels = figures_of(of), up = roll_up(levels, of.tree),
               down = roll_down(up, of.tree);
    const bounds_grid up_bounds = roll_up.bounds(levels, of.tree);
    const bounds_grid down_bounds = roll_down.bounds(up_bounds, of.tree);
    for (const bool is_down : {false, true}) {
      settle(of, exactly, is_down);
      settle(of, middle, is_down);
      const grid& figures = is_down ? down : up;
      const bounds_grid& within = is_down ? down_bounds : up_bounds;
      for (std::size_t i = 0; i < of.tree.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        CAPTURE(round);
        CAPTURE(i);
        REQUIRE((figures.at(row, 1) == observation_status::figure) == exactly[i].has_value());
        REQUIRE(within.at(row, 1) == figures.at(row, 1));
        if (!exactly[i]) {
          CHECK(figures.at(row, 1) == observation_status::suppressed);
          continue;
        }
        filled += of.kept[i] ? 0 : 1;
        const mpq_class slack = mpq_class{1} / 1'000'000'000;
        CHECK(exact::encloses(within.within(row, 1), *exactly[i]));
        CHECK(exact::is_sharp(within.within(row, 1), *exactly[i], 40, slack));
        CHECK(abs(exact::value(figures.values(row, 1)) - middle[i]->lo) < slack);
        CHECK(exact::encloses(within.within(row, 1), of.truth[i]));
        CHECK(within.within(row, 1).contains(figures.values(row, 1)));
      }
    }
    // Nothing more can be found, and rounding alone is no disagreement.
    CHECK(roll_up(down, of.tree).status == down.status);
    bool positive = true;
    for (const mpq_class& each : of.truth) positive = positive && each >= 0;
    if (positive) CHECK(discrepancies(levels, of.tree).empty());
    agreeing += positive;
  }
  CHECK(filled > 200);
  CHECK(agreeing > 200);
}

TEST_CASE(
    "parts that are complete make the whole in every column, whatever rows a panel puts beside") {
  const hierarchy tree = nation();
  exact::source random{31};
  // Two groups of regions x indicators: 7 items with 3 rows each, twice.
  grid levels = years(2 * 7 * 3, 5);
  for (Eigen::Index r = 0; r < levels.rows(); ++r)
    for (int t = 0; t < 5; ++t)
      if (random.between(0, 3) != 0 && r / 3 % 7 > 1) levels.set(r, t, random.between(1, 900));
  const grid all = roll_down(roll_up(levels, tree, 3), tree, 3);
  int complete = 0;
  for (Eigen::Index group = 0; group < 6; ++group) {
    std::vector<Eigen::Index> rows;
    for (Eigen::Index i = 0; i < 7; ++i) rows.push_back(group / 3 * 21 + i * 3 + group % 3);
    const grid one = rows_of(levels, rows), alone = roll_down(roll_up(one, tree), tree);
    CHECK(rows_of(all, rows).status == alone.status);
    for (int t = 0; t < 5; ++t) {
      if (alone.at(1, t) != observation_status::figure || alone.at(2, t) != observation_status::figure) continue;
      ++complete;
      CHECK(all.values(rows[0], t) == doctest::Approx(alone.values(1, t) + alone.values(2, t)));
      CHECK(alone.values(1, t) == doctest::Approx(alone.values(3, t) + alone.values(4, t)));
    }
  }
  CHECK(complete > 5);
}

TEST_CASE("a disagreement is a difference that no rounding explains") {
  const hierarchy tree = nation();
  grid levels = years(7, 2);
  levels.set(0, 0, 62);  // 30 and 30, each good to a half, reach 61 and a half is left
  levels.set(1, 0, 30);
  levels.set(2, 0, 30);
  CHECK(discrepancy(levels, tree).values(0, 0) == 2);
  CHECK(discrepancy.bounds(levels, tree).lo(0, 0) == doctest::Approx(0.5));
  levels.set(0, 0, 61);
  CHECK(discrepancy(levels, tree).at(0, 0) == observation_status::absent);
  levels.set(0, 1, 50);  // some parts lack, and the one that is there is more than the whole
  levels.set(2, 1, 60);
  const auto listed = discrepancies(levels, tree);
  REQUIRE(listed.size() == 1);
  CHECK(listed[0].whole == 0);
  CHECK(listed[0].column == 1);
  CHECK(discrepancy(levels, tree).values(0, 1) == -10);
  CHECK(discrepancy.bounds(levels, tree).hi(0, 1) == doctest::Approx(-9));
  levels.set(2, 1, -60);  // levels that can be negative say nothing by a part
  CHECK(discrepancies(levels, tree).empty());
  CHECK_THROWS_AS(discrepancy(roll_up(levels, tree), tree), error);
}

TEST_CASE("an item printed under # is no more than its whole, and does not make it up") {
  const hierarchy tree{
      {{"工业", "", false}, {"汽车", "工业"}}
  };
  grid levels = years(2, 1);
  levels.set(0, 0, 100);
  levels.set(1, 0, 40);
  CHECK(discrepancies(levels, tree).empty());
  levels.set(1, 0, 140);
  CHECK(discrepancies(levels, tree).size() == 1);
  levels.clear(0, 0, observation_status::absent);
  CHECK(roll_up(levels, tree).at(0, 0) == observation_status::absent);
  levels.set(0, 0, 100);
  levels.clear(1, 0, observation_status::absent);
  CHECK(roll_down(levels, tree).at(1, 0) == observation_status::absent);
}

TEST_CASE("rows that a table lacks are absent in the order of the hierarchy") {
  grid levels = years(2, 1);
  levels.set(0, 0, 1);
  levels.set(1, 0, 2);
  const grid rows = rows_of(levels, {1, -1, 0});
  CHECK(rows.values(0, 0) == 2);
  CHECK(rows.at(1, 0) == observation_status::absent);
  CHECK(rows.values(2, 0) == 1);
  CHECK(rows_of(bounds_of(levels), {-1, 0}).at(0, 0) == observation_status::absent);
  CHECK(rows_of(bounds_of(levels), {-1, 0}).lo(1, 0) == doctest::Approx(0.5));
  CHECK_THROWS_AS(rows_of(levels, {-2}), error);
}

TEST_CASE("a hierarchy is a tree") {
  CHECK_THROWS_AS((hierarchy{
                      {node{"a", ""}, node{"a", ""}}
  }),
                  error);
  CHECK_THROWS_AS((hierarchy{{node{"a", "b"}}}), error);
  CHECK_THROWS_AS((hierarchy{
                      {node{"a", "b"}, node{"b", "a"}}
  }),
                  error);
}

TEST_CASE("a figure goes all the way through a chain of thousands of wholes, up and down") {
  const int length = 5000;
  std::vector<node> nodes;
  // Every third stands before its whole, and the others behind it.
  for (int i = 0; i < length; ++i)
    nodes.push_back({"c" + std::to_string(i), i == 0 ? "" : "c" + std::to_string(i - 1), true});
  for (int i = 3; i < length; i += 3)
    std::swap(nodes[static_cast<std::size_t>(i)], nodes[static_cast<std::size_t>(i - 1)]);
  const hierarchy chain{nodes};
  const auto top = static_cast<Eigen::Index>(chain.index("c0"));
  const auto bottom = static_cast<Eigen::Index>(chain.index("c" + std::to_string(length - 1)));
  CHECK(chain.from_below().front() == static_cast<std::size_t>(bottom));
  CHECK(chain.from_below().back() == static_cast<std::size_t>(top));

  grid of_bottom = years(length, 1), of_top = years(length, 1);
  of_bottom.set(bottom, 0, 7);
  of_top.set(top, 0, 7);
  CHECK((roll_up(of_bottom, chain).values.array() == 7).all());
  CHECK((roll_down(of_top, chain).values.array() == 7).all());
  CHECK((fill_missing(of_top, chain).values.array() == 7).all());
  const bounds_grid within = fill_missing.bounds(of_bottom, chain);
  CHECK((within.lo.array() == within.lo(bottom, 0)).all());
  of_top.set(static_cast<Eigen::Index>(chain.index("c1")), 0, 9);
  CHECK(discrepancies(of_top, chain).size() == 1);

  nodes.front().whole = "c" + std::to_string(length - 1);
  const std::string told = "no item is a part of itself: found \"c0\", a part of \"c" +
                           std::to_string(length - 1) +
                           "\", which leads back to it. Leave the whole of one of them empty";
  CHECK_THROWS_WITH_AS(hierarchy{nodes}, told.c_str(), error);
  const std::vector<hierarchy::node> on_a_circle = {
      {"part", "a"},
      {"a",    "b"},
      {"b",    "a"},
  };
  CHECK_THROWS_WITH_AS(hierarchy{on_a_circle},
                       "no item is a part of itself: found \"a\", a part of \"b\", which leads "
                       "back to it. Leave the whole of one of them empty",
                       error);
}

TEST_CASE("what its parts and its whole both tell is what both leave possible") {
  const hierarchy tree{
      {{"A", ""}, {"B", "A"}, {"C", "A"}, {"D", "B"}, {"E", "B"}}
  };
  grid levels = years(5, 1);
  levels.decimals = {1, 0, 1, 0, 0};
  levels.set(0, 0, 100);
  levels.set(2, 0, 40);
  levels.set(3, 0, 30);
  levels.set(4, 0, 30);
  const bounds found = fill_missing.bounds(levels, tree).within(1, 0);
  CHECK(found.lo() == doctest::Approx(59.9));
  CHECK(found.hi() == doctest::Approx(60.1));
  CHECK(fill_missing(levels, tree).values(1, 0) == 60);
  CHECK(fill_missing.bounds(levels, tree).within(0, 0) == levels.within(0, 0));
  levels.set(0, 0, 110);  // a disagreement: the parts are believed
  CHECK(fill_missing.bounds(levels, tree).within(1, 0) == roll_up.bounds(levels, tree).within(1, 0));
  CHECK(fill_missing.bounds(levels, tree).within(1, 0).lo() == doctest::Approx(59));
  // What stands below is narrowed by what was narrowed above it.
  const hierarchy deep{
      {{"A", ""}, {"B", "A"}, {"C", "A"}, {"D", "B"}, {"E", "B"}, {"F", "D"}, {"G", "D"}}
  };
  grid more = years(7, 1);
  more.decimals = {1, 0, 1, 0, 1, 0, 0};
  more.set(0, 0, 100);
  more.set(2, 0, 40);
  more.set(4, 0, 30);
  more.set(5, 0, 10);
  more.set(6, 0, 20);
  const bounds lower = fill_missing.bounds(more, deep).within(3, 0);
  CHECK(lower.lo() == doctest::Approx(29.85));
  CHECK(lower.hi() == doctest::Approx(30.15));
}

TEST_CASE(
    "on random trees filling finds what rolling up and down finds, in no wider bounds that hold "
    "the truth") {
  exact::source random{61};
  int narrower = 0;
  for (int round = 0; round < 400; ++round) {
    const random_case of = random_tree(random);
    const grid levels = figures_of(of);
    const grid one = roll_down(roll_up(levels, of.tree), of.tree),
               made = fill_missing(levels, of.tree);
    const bounds_grid up = roll_up.bounds(levels, of.tree),
                      both = roll_down.bounds(up, of.tree),
                      within = fill_missing.bounds(levels, of.tree);
    for (Eigen::Index r = 0; r < made.rows(); ++r) {
      REQUIRE(made.at(r, 1) == one.at(r, 1));
      REQUIRE(within.at(r, 1) == one.at(r, 1));
      if (made.at(r, 1) != observation_status::figure) continue;
      CHECK(made.values(r, 1) == doctest::Approx(one.values(r, 1)));
      CHECK(both.within(r, 1).contains(within.within(r, 1)));
      CHECK(exact::encloses(within.within(r, 1), of.truth[static_cast<std::size_t>(r)]));
      narrower += both.within(r, 1) == within.within(r, 1) ? 0 : 1;
    }
  }
  CHECK(narrower > 10);
}
