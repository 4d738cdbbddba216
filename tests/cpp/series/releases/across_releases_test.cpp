#include "kebi/series/releases/across_releases.hpp"

#include <doctest/doctest.h>

#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/series/growth/compound.hpp"
#include "kebi/series/hierarchy/roll_up.hpp"
#include "kebi/series/parts/contributions.hpp"
#include "kebi/series/parts/shares.hpp"
#include "kebi/series/releases/release_history.hpp"
#include "kebi/series/year_to_date/growth_of_spans.hpp"

using namespace kebi;

namespace {

grid years(int first, std::vector<double> figures) {
  grid made = grid::blank({frequency::year, year_of(first).last(), static_cast<int>(figures.size())}, 1);
  made.decimals = {1};
  for (std::size_t t = 0; t < figures.size(); ++t) made.set(0, static_cast<int>(t), figures[t]);
  return made;
}

/// 2017 and 2018 of one release, 2018 anew and 2019 of another, 2020 alone of a third.
struct releases {
  grid first = years(2017, {100, 110}), second = years(2018, {105, 120}), third = years(2020, {130});
  std::vector<const grid*> all{&first, &second, &third};
  std::vector<release_date> dates{release_date{"2019"}, release_date{"2020-03-20"},
                                  release_date{"2021-03"}};
};

std::vector<observation_status> status_of_row(const grid& of) {
  std::vector<observation_status> all;
  for (int t = 0; t < of.columns(); ++t) all.push_back(of.at(0, t));
  return all;
}

constexpr auto figure = observation_status::figure, absent = observation_status::absent,
               across = observation_status::across_releases;

}  // namespace

TEST_SUITE("figures of several releases") {
  TEST_CASE("growth goes over one release, and where level and base are of two there is none") {
    const releases of;
    const grid latest = latest_release(of.all, of.dates);
    CHECK(latest.releases == detail::release_list{20191231, 20200320, 20200320, 20210331});
    using row = std::vector<observation_status>;
    CHECK(status_of_row(year_over_year(latest)) == row{absent, across, figure, across});
    CHECK(year_over_year.bounds(latest).at(0, 3) == across);
    CHECK(year_over_year.bounds(bounds_of(latest)).at(0, 1) == across);
    CHECK(status_of_row(growth_since(latest, growth_base{2018})) ==
          row{across, figure, figure, across});
    CHECK(status_of_row(change_of_level(latest, step_back::year)) ==
          row{absent, across, figure, across});
    // Without dates, or where all are of one, they count as of one release.
    CHECK(status_of_row(year_over_year(latest_release(of.all))) == row{absent, figure, figure, figure});
    const std::vector<const grid*> one{&of.second};
    CHECK(latest_release(one, std::vector{of.dates[1]}).releases.empty());
  }

  TEST_CASE("shares and contributions take parts and wholes of one release") {
    const releases of;
    const grid latest = latest_release(of.all, of.dates);
    const std::vector<const grid*> wholes{&of.first, &of.second};
    grid whole = latest_release(wholes, std::vector{of.dates[0], of.dates[1]});
    whole = columns_of(whole, latest.time, {0, 1, 2, -1});
    whole.set(0, 3, 300);
    whole.releases[3] = 20200320;
    CHECK(share(latest, whole).at(0, 2) == figure);
    CHECK(share(latest, whole).at(0, 3) == across);
    CHECK(share.bounds(latest, whole).at(0, 3) == across);
    CHECK(contribution_to_growth(latest, whole).at(0, 1) == across);
    CHECK(contribution_to_growth(latest, whole).at(0, 2) == figure);
  }

  TEST_CASE("a rate is of its own release, and chains with rates of others") {
    const releases of;
    const grid rates = latest_release(of.all, of.dates);
    CHECK(interval_growth(rates).at(0, 3) == figure);
    CHECK(acceleration(rates, step_back::year).at(0, 3) == figure);
  }

  TEST_CASE("a sum over time or over parts keeps the release of its figures, where it is one") {
    grid months = grid::blank({frequency::month, month_of(2018, 1).first(), 24}, 1);
    for (int t = 0; t < 24; ++t) {
      months.set(0, t, 100 + t);
      months.releases.push_back(t < 14 ? 20190131 : 20200131);
    }
    const grid quarters = to_frequency(months, frequency::quarter);
    CHECK(quarters.releases[3] == 20190131);
    CHECK(quarters.releases[4] == detail::several);
    CHECK(quarters.at(0, 4) == figure);
    CHECK(year_over_year(quarters).at(0, 4) == across);
    CHECK(year_over_year(quarters).at(0, 5) == across);
    const hierarchy tree{{{"全国", ""}, {"东部", "全国"}, {"西部", "全国"}}};
    grid parts = grid::blank({frequency::year, year_of(2019).last(), 1}, 3);
    parts.set(1, 0, 60);
    parts.set(2, 0, 40);
    parts.releases = {0, 20200320, 20200320};
    CHECK(roll_up(parts, std::cref(tree)).releases[0] == 20200320);
    parts.releases = {0, 20200320, 20190320};
    CHECK(roll_up(parts, std::cref(tree)).releases[0] == detail::several);
  }

  TEST_CASE("a month of two years to date is of one release or none") {
    grid to_date = grid::blank({frequency::year_to_date, month_of(2019, 1).first(), 3}, 1);
    to_date.decimals = {1};
    for (int t = 0; t < 3; ++t) to_date.set(0, t, 100 * (t + 1));
    to_date.releases = {20190228, 20190331, 20190331};
    CHECK(single_months(to_date).at(0, 0) == figure);
    CHECK(single_months(to_date).at(0, 1) == across);
    CHECK(single_months.bounds(to_date).at(0, 1) == across);
    CHECK(single_months(to_date).at(0, 2) == figure);
  }

  TEST_CASE("bases of another release are taken in the unit of the levels, or refused") {
    const series levels{{"产值", {}, unit{"亿元"}}, years(2019, {120})};
    const series bases{{"产值", {}, unit{"万元"}}, years(2018, {1'000'000})};
    CHECK(*growth_across_releases(levels, bases).at(year_of(2019)) == doctest::Approx(20));
    const panel level_panel{{{""}, {{"产值", unit{"亿元"}, 1}}}, levels.figures()};
    const panel base_panel{{{""}, {{"产值", unit{"万元"}, 1}}}, bases.figures()};
    CHECK(growth_across_releases(level_panel, base_panel).figures().values(0, 0) ==
          doctest::Approx(20));
    const series tons{{"产值", {}, unit{"吨"}}, years(2018, {100})};
    CHECK_THROWS_AS(growth_across_releases(levels, tons), error);
    CHECK_THROWS_AS(growth_between(levels, tons), error);
  }
}
