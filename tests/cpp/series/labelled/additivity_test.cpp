#include "kebi/series/storage/additivity.hpp"

#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/series/hierarchy/roll_up.hpp"
#include "kebi/series/parts/shares.hpp"
#include "kebi/series/parts/contributions.hpp"
#include "kebi/series/prices/carry_over.hpp"
#include "kebi/series/year_to_date/growth_of_spans.hpp"
#include "kebi/series/year_to_date/single_month_growth.hpp"
#include "series/labelled/tables.hpp"

using namespace kebi;

namespace {

series of_kind(std::optional<kind> what, const timeline& time, const char* unit = nullptr) {
  heading of{"指标"};
  of.additivity.kind = what;
  if (unit != nullptr) of.unit = kebi::unit{unit};
  series made = series::blank(of, time, 1);
  for (int t = 0; t < time.length(); ++t)
    made.set(time.span(t), 100 + 10 * time.end(t).in_year() + 0.1 * t);
  return made;
}
series growth_of(const timeline& time) {
  heading of{"指标"};
  of.measure = measure::growth;
  series made = series::blank(of, time, 1);
  for (int t = 0; t < time.length(); ++t) made.set(time.span(t), 5 + 0.1 * t);
  return made;
}

template <class Call>
bool is_refused(const Call& call) {
  try {
    call();
    return false;
  } catch (const error&) {
    return true;
  }
}

constexpr std::optional<kind> kinds[] = {std::nullopt,  kind::flow, kind::stock, kind::count,
                                         kind::ratio,   kind::rate, kind::index, kind::average};
bool is_any(std::optional<kind> what, std::initializer_list<kind> of) {
  return what && std::find(of.begin(), of.end(), *what) != of.end();
}

}  // namespace

TEST_SUITE("kinds") {
  TEST_CASE("an operation takes the kinds that have it, and refuses others") {
    const timeline months = test::months(36), to_date = test::to_date(36);
    for (const std::optional<kind> what : kinds) {
      CAPTURE((what ? static_cast<int>(*what) : -1));
      const bool needs_weights = is_any(what, {kind::ratio, kind::rate, kind::index, kind::average});
      const bool stands = is_any(what, {kind::stock, kind::count});
      const series level = of_kind(what, months), year = of_kind(what, to_date);
      const series growth = growth_of(months), year_growth = growth_of(to_date);
      CHECK(is_refused([&] { to_frequency(level, frequency::quarter); }) == needs_weights);
      CHECK(is_refused([&] { growth_of_spans(level, growth, frequency::quarter); }) ==
            needs_weights);
      CHECK(is_refused([&] { cumulated(level); }) == (needs_weights || stands));
      CHECK(is_refused([&] { single_months(year); }) == (needs_weights || stands));
      CHECK(is_refused([&] { single_month_growth(year, year_growth); }) ==
            (needs_weights || stands));
      CHECK(is_refused([&] { share(level, level); }) == needs_weights);
      CHECK(is_refused([&] { share_of_growth(level, level); }) == needs_weights);
      CHECK(is_refused([&] { contribution_to_growth(level, growth, level, growth); }) ==
            needs_weights);
      const bool is_rate = what == kind::rate;
      CHECK(is_refused([&] { year_over_year(level); }) == is_rate);
      CHECK(is_refused([&] { period_over_period(level); }) == is_rate);
      CHECK(is_refused([&] { growth_since(level, growth_base{2018}); }) == is_rate);
      CHECK(is_refused([&] { comparable_base(level, growth); }) == is_rate);
      CHECK(is_refused([&] { increment(level, growth); }) == is_rate);
      CHECK(is_refused([&] { overhang(level); }) == is_rate);
      CHECK_FALSE(is_refused([&] { change_of_level(level, step_back::year); }));
      for (const over_time rule : {over_time::sum, over_time::mean, over_time::last})
        CHECK_FALSE(is_refused([&] { to_frequency(level, frequency::year, span_rule{rule}); }));
    }
  }

  TEST_CASE("longer spans of a stock are its last figures, and grow as those do") {
    const timeline months = test::months(12);
    const series stock = of_kind(kind::stock, months), growth = growth_of(months);
    const series quarters = to_frequency(stock, frequency::quarter);
    const series rates = growth_of_spans(stock, growth, frequency::quarter);
    for (int k = 0; k < 4; ++k) {
      CHECK(*quarters.at(quarter_of(2018, k + 1)) == *stock.at(month_of(2018, 3 * k + 3)));
      CHECK(*rates.at(quarter_of(2018, k + 1)) == *growth.at(month_of(2018, 3 * k + 3)));
    }
    CHECK(quarters.of().additivity.kind == kind::stock);
  }

  TEST_CASE("a mean that is asked for weighs each month alike") {
    const series rate = of_kind(kind::rate, test::months(3), "%");
    const series mean = to_frequency(rate, frequency::quarter, over_time::mean);
    CHECK(*mean.at(quarter_of(2018, 1)) == doctest::Approx((110 + 120.1 + 130.2) / 3));
    CHECK_THROWS_WITH_AS(
        to_frequency(rate, frequency::quarter),
        "cannot add up 指标 over time, which is a rate: the months of a span do not make it up. Ask "
        "for the rule 'mean', 'last' or 'sum' where one of them is right",
        error);
    CHECK_THROWS_AS(
        to_frequency(of_kind(kind::rate, test::to_date(3)), frequency::quarter, over_time::mean),
        error);
  }

  TEST_CASE("what is told in percent moves by points, whatever is known of its kind") {
    const series rate = of_kind({}, test::years(2), "%");
    CHECK_THROWS_WITH_AS(year_over_year(rate),
                         "cannot take growth of 指标, which is told in percent and moves by points: "
                         "see change_of_level, leave it out, or ask for growth from levels by "
                         "name",
                         error);
    const series change = change_of_level(rate, step_back::year);
    CHECK(*change.at(year_of(2019)) == doctest::Approx(0.1));
    CHECK(change.of().unit == unit{"个百分点"});
    CHECK(change.of().measure == measure::change);
  }

  TEST_CASE("the kind of an indicator comes from a catalogue, and a ratio in percent is a rate") {
    catalogue known;
    indicator what;
    what.name = "比重";
    what.kind = kind::ratio;
    what.units = {unit{"%"}};
    known.add(what);
    what.name = "人均产值";
    what.units = {unit{"元"}};
    what.parts = parts::mean;
    known.add(what);
    CHECK(additivity_of(known, "比重").kind == kind::rate);
    CHECK(additivity_of(known, "人均产值").kind == kind::ratio);
    CHECK(additivity_of(known, "别的") == additivity{});
    CHECK(additivity_of(known, "") == additivity{});
    CHECK_FALSE(adds_up_over_parts(additivity_of(known, "人均产值"), {}));
  }

  TEST_CASE("incomes per head add up over months and not over regions") {
    const additivity income{kind::flow, parts::mean};
    CHECK(rule_over_time(income, {}) == over_time::sum);
    CHECK_FALSE(adds_up_over_parts(income, {}));
    CHECK(std::string{called(income, {})} == "a figure per head or per unit");
  }
}
