#include "kebi/series/releases/release_history.hpp"

#include "kebi/series/releases/across_releases.hpp"

#include "exact.hpp"
#include "known.hpp"

using namespace kebi;

namespace {

/// A city whose 2018 was revised downwards between two yearbooks, as happened in 2020.
series gdp(double of_2018, double of_2019) {
  series made = series::blank({"地区生产总值", "甲市", unit{"亿元"}}, timeline{frequency::year, month_of(2018, 12).first(), 2}, 2);
  made.set(year_of(2018), of_2018);
  if (of_2019 > 0) made.set(year_of(2019), of_2019);
  else made.clear(year_of(2019), observation_status::not_yet_out);
  return made;
}

release_history yearbooks() {
  release_history made;
  made.add("2020", gdp(4763.7, 5133.4));
  made.add("2019", gdp(5107.6, 0));
  return made;
}

}  // namespace

TEST_CASE("the release of a date is the last that was published by then, alone") {
  const release_history history = yearbooks();
  CHECK(history.release_of("2019-12-31").at(year_of(2018)).value() == 5107.6);
  CHECK(history.release_of("2019-12-31").at(year_of(2019)).cause() == missing::not_yet_out);
  CHECK(history.release_of("2026").at(year_of(2018)).value() == 4763.7);
  CHECK_THROWS_AS(history.release_of("2018"), error);
}

TEST_CASE("revisions tell how a figure was told and retold") {
  const release_history history = yearbooks();
  const auto found = history.revisions(year_of(2018));
  REQUIRE(found.size() == 2);
  CHECK(found[0].date == "2019");
  CHECK_FALSE(found[0].change.has_value());
  CHECK(found[1].change.value() == doctest::Approx(-343.9));
  CHECK_FALSE(history.revisions(year_of(2019))[1].change.has_value());
  CHECK(history.revisions(year_of(2019))[0].figure.cause() == missing::not_yet_out);
  CHECK(history.revised() == std::vector<period>{year_of(2018)});
}

TEST_CASE("a growth takes both its ends from one vintage") {
  const release_history history = yearbooks();
  const series &early = history.release_of("2019"), &late = history.release_of("2020");
  CHECK(growth_across_releases(late, late).figures().values(0, 1) == doctest::Approx(7.76).epsilon(0.001));
  CHECK_THROWS_AS(growth_across_releases(late, early), error);
  CHECK(growth_across_releases(late, early, vintages::mixed).figures().values(0, 1) == doctest::Approx(0.5).epsilon(0.02));
}

TEST_CASE("a growth across releases is of one series") {
  const timeline years{frequency::year, month_of(2018, 12).first(), 2};
  const auto of = [&](const char* indicator, const char* region) {
    return series::blank({indicator, region}, years, 1);
  };
  CHECK_NOTHROW(growth_across_releases(of("出口", "甲"), of("出口", "")));
  for (const series& other : {of("进口", "甲"), of("出口", "乙")}) {
    CHECK_THROWS_AS(growth_across_releases(of("出口", "甲"), other), error);
    CHECK_THROWS_AS(growth_across_releases_bounds(of("出口", "甲"), other), error);
  }
}

TEST_CASE("a release has one date, and a date is one") {
  release_history history = yearbooks();
  CHECK_THROWS_AS(history.add("2019", gdp(1, 2)), error);
  CHECK_THROWS_AS(history.add("last year", gdp(1, 2)), error);
  CHECK_THROWS_AS(history.add("2019/03", gdp(1, 2)), error);
}

TEST_CASE("a date that may be before or after another is not taken for either") {
  release_history history = yearbooks();
  CHECK_THROWS_AS(history.add("2020-03", gdp(1, 2)), error);
  CHECK_THROWS_AS(history.release_of("2020-06"), error);
  CHECK(history.release_of("2020-12-31").of().vintage == "2020");
  CHECK_THROWS_AS(history.release_of("2019-01-01"), error);
}

TEST_CASE("what was known is figure by figure the last release that tells it") {
  exact::source random{43};
  for (int round = 0; round < 60; ++round) {
    std::vector<grid> releases;
    for (int k = random.between(1, 4); k > 0; --k) {
      grid each = grid::blank(timeline{frequency::month, month_of(2019, random.between(1, 6)).first(), random.between(1, 9)}, 2);
      each.decimals = {random.between(0, 2), random.between(0, 2)};
      for (Eigen::Index r = 0; r < 2; ++r)
        for (int t = 0; t < each.columns(); ++t) {
          if (random.between(0, 2) != 0) each.set(r, t, random.between(1, 99));
          else if (random.between(0, 1) == 0) each.clear(r, t, observation_status::suppressed);
        }
      releases.push_back(each);
    }
    std::vector<const grid*> all;
    for (const grid& each : releases) all.push_back(&each);
    const grid known = latest_release(std::span<const grid* const>{all});
    std::vector<bounds_grid> certain;
    for (const grid& each : releases) certain.push_back(bounds_of(each));
    std::vector<const bounds_grid*> all_certain;
    for (const bounds_grid& each : certain) all_certain.push_back(&each);
    const bounds_grid within = latest_release(std::span<const bounds_grid* const>{all_certain});
    for (Eigen::Index r = 0; r < 2; ++r)
      for (int t = 0; t < known.columns(); ++t) {
        const grid* last = nullptr;
        for (const grid& each : releases) {
          const auto column = each.time.column(known.time.span(t));
          if (column && each.at(r, *column) == observation_status::figure) last = &each;
        }
        REQUIRE((known.at(r, t) == observation_status::figure) == (last != nullptr));
        REQUIRE(within.at(r, t) == known.at(r, t));
        if (last == nullptr) continue;
        const int column = *last->time.column(known.time.span(t));
        CHECK(known.values(r, t) == last->values(r, column));
        CHECK(known.decimals_at(r, t) == last->decimals_at(r, column));
        CHECK(within.within(r, t) == last->within(r, column));
      }
  }
  const grid month = grid::blank(timeline{frequency::month, month_of(2019, 1).first(), 1}, 1);
  const grid year = grid::blank(timeline{frequency::year, month_of(2019, 12).first(), 1}, 1);
  const std::vector<const grid*> both{&month, &year};
  CHECK_THROWS_AS(latest_release(std::span<const grid* const>{both}), error);
  CHECK_THROWS_AS(latest_release(std::span<const grid* const>{}), error);
}

TEST_CASE("a February told alone does not stand for January and February together") {
  const auto months = [](int first, int length, bool together) {
    return grid::blank(timeline{frequency::month, month_of(2018, first).first(), length, together}, 1);
  };
  grid joint = months(2, 2, true), alone = months(1, 2, false);
  joint.set(0, 0, 9);
  joint.set(0, 1, 4);
  alone.set(0, 0, 1);
  alone.clear(0, 1, observation_status::not_yet_out);
  for (const std::vector<const grid*>& both : {std::vector<const grid*>{&joint, &alone}, {&alone, &joint}}) {
    const grid known = latest_release(std::span<const grid* const>{both});
    REQUIRE(known.time.span(1) == period{month_of(2018, 1).first(), month_of(2018, 2).first()});
    CHECK(known.values(0, 0) == 1);
    CHECK(known.values(0, 1) == 9);
    CHECK(known.values(0, 2) == 4);
  }
  alone.set(0, 1, 6);
  for (const std::vector<const grid*>& both : {std::vector<const grid*>{&joint, &alone}, {&alone, &joint}})
    CHECK_THROWS_WITH_AS(latest_release(std::span<const grid* const>{both}),
                         "one release gives January and February as one figure and another gives 2018-02 alone: pass "
                         "releases that treat them alike, or figures of the year to date", error);
  // Months that no February is among go with either.
  grid march = months(3, 1, false);
  march.set(0, 0, 5);
  const std::vector<const grid*> later{&joint, &march};
  const grid known = latest_release(std::span<const grid* const>{later});
  CHECK(known.values(0, 0) == 9);
  CHECK(known.values(0, 1) == 5);
}

TEST_CASE("panels of two releases grow series by series, whatever their order, and only when asked to") {
  const timeline years{frequency::year, month_of(2018, 12).first(), 2};
  panel late{{"甲", "乙"}, {{"产值", {}, 1}}, "2020", years}, early{{"乙", "甲"}, {{"产值", {}, 1}}, "2019", years};
  late.figures().set(0, 1, 110);
  late.figures().set(1, 1, 60);
  early.figures().set(1, 0, 100);
  early.figures().set(0, 0, 50);
  CHECK_THROWS_WITH_AS(growth_across_releases(late, early),
                       "cannot compare a panel as published in 2020 with 2019: take both from one vintage, or ask "
                       "for mixed vintages", error);
  const panel made = growth_across_releases(late, early, vintages::mixed);
  CHECK(made.vintage() == "2020");
  CHECK(made.indicators()[0] == panel_indicator{"产值", {}, {}, measure::growth});
  const grid& grown = made.figures();
  CHECK(grown.values(0, 1) == doctest::Approx(10));
  CHECK(grown.values(1, 1) == doctest::Approx(20));
  CHECK(grown.at(0, 0) == observation_status::absent);
  const bounds_grid within = growth_across_releases_bounds(late, early, vintages::mixed).figures();
  CHECK(within.within(0, 1).contains(10));
  CHECK(within.lo(0, 1) == doctest::Approx(100 * (109.95 / 100.05 - 1)));
  const panel alone{{"甲"}, {{"产值", {}, 1}}, "2019", years};
  CHECK(growth_across_releases(late, alone, vintages::mixed).figures().at(1, 1) == observation_status::absent);
}
