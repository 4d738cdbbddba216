#include "kebi/series/vintage.hpp"

#include "series/known.hpp"

using namespace kebi;

namespace {

/// A city whose 2018 was revised downwards between two yearbooks, as happened in 2020.
series gdp(double of_2018, double of_2019) {
  series made = series::blank({"地区生产总值", "甲市", unit{"亿元"}}, timeline{frequency::year, month_of(2018, 12).first(), 2}, 2);
  made.set(year_of(2018), of_2018);
  if (of_2019 > 0) made.set(year_of(2019), of_2019);
  else made.clear(year_of(2019), cell::not_yet_out);
  return made;
}

release_history yearbooks() {
  release_history made;
  made.add("2020", gdp(4763.7, 5133.4));
  made.add("2019", gdp(5107.6, 0));
  return made;
}

}  // namespace

TEST_CASE("as of a date, a series is what was published by then") {
  const release_history history = yearbooks();
  CHECK(history.as_of("2019-12-31").at(year_of(2018)).value() == 5107.6);
  CHECK(history.as_of("2019-12-31").at(year_of(2019)).cause() == missing::not_yet_out);
  CHECK(history.as_of("2026").at(year_of(2018)).value() == 4763.7);
  CHECK_THROWS_AS(history.as_of("2018"), error);
}

TEST_CASE("revisions tell how a figure was told and retold") {
  const release_history history = yearbooks();
  const auto found = history.revisions(year_of(2018));
  REQUIRE(found.size() == 2);
  CHECK(found[0].date == "2019");
  CHECK(found[1].change == doctest::Approx(-343.9));
  CHECK(history.revisions(year_of(2019))[0].figure.cause() == missing::not_yet_out);
  CHECK(history.revised() == std::vector<period>{year_of(2018)});
}

TEST_CASE("a growth takes both its ends from one vintage") {
  const release_history history = yearbooks();
  const series &early = history.as_of("2019"), &late = history.as_of("2020");
  CHECK(growth_across(late, late).values(0, 1) == doctest::Approx(7.76).epsilon(0.001));
  CHECK_THROWS_AS(growth_across(late, early), error);
  CHECK(growth_across(late, early, vintages::mixed).values(0, 1) == doctest::Approx(0.5).epsilon(0.02));
}

TEST_CASE("a release has one date, and a date is one") {
  release_history history = yearbooks();
  CHECK_THROWS_AS(history.add("2019", gdp(1, 2)), error);
  CHECK_THROWS_AS(history.add("last year", gdp(1, 2)), error);
  CHECK_THROWS_AS(history.add("2019/03", gdp(1, 2)), error);
}
