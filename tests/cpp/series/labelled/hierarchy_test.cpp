#include "kebi/series/hierarchy/roll_up.hpp"

#include "kebi/series/parts/ranks.hpp"
#include "kebi/series/parts/shift_share.hpp"

#include "series/labelled/tables.hpp"

using namespace kebi;
using test::table;

namespace {

const hierarchy& nation() {
  static const hierarchy tree{
      {{"全国", "", true}, {"甲", "全国", true}, {"乙", "全国", true}}
  };
  return tree;
}

}  // namespace

TEST_CASE("places are those of the grid, of the regions by each indicator") {
  const timeline time = test::years(3);
  const panel growths = table(measure::growth, time);
  const panel places = rank(growths);
  const std::vector<Eigen::Index> rivals{0, 1, 0, 1};
  CHECK(test::same(places.figures(), rank(growths.figures(), false, rank_among{rivals})));
  CHECK(test::same(rank(growths, true).figures(), rank(growths.figures(), true, rank_among{rivals})));
  CHECK(test::same(rank.bounds(growths).figures(),
                   rank.bounds(growths.figures(), false, rank_among{rivals})));
  CHECK(places.regions() == growths.regions());
  CHECK(places.indicators()[1] == panel_indicator{"进口", {}, {}, measure::rank});
}

TEST_CASE("a tree of regions is rolled up over a panel of some of them, in the order of the tree") {
  const timeline time = test::years(3);
  const panel levels = table(measure::level, time);
  const panel up = roll_up(levels, nation(), along::regions);
  CHECK(up.regions() == std::vector<std::string>{"全国", "甲", "乙"});
  CHECK(up.vintage() == "2020-08");
  CHECK(up.indicators()[1] == panel_indicator{"进口", unit{"亿元"}, {}, measure::level});
  for (const char* indicator : {"出口", "进口"})
    CHECK(up.at("全国", indicator).at(year_of(2019)).value() ==
          doctest::Approx(levels.at("甲", indicator).at(year_of(2019)).value() +
                          levels.at("乙", indicator).at(year_of(2019)).value()));
  const bounds_grid within = roll_up.bounds(levels, nation(), along::regions).figures();
  CHECK(within.rows() == 6);
  CHECK(width(within.within(0, 0)) == doctest::Approx(0.2));

  panel known = up;
  known.figures().decimals.assign(6, 1);
  known.figures().clear(4, 1, observation_status::absent);
  const panel down = roll_down(known, nation(), along::regions);
  CHECK(down.at("乙", "出口").at(year_of(2019)).value() ==
        doctest::Approx(levels.at("乙", "出口").at(year_of(2019)).value()));
  CHECK(width(roll_down.bounds(known, nation(), along::regions).figures().within(4, 1)) ==
        doctest::Approx(0.2));
  CHECK_THROWS_AS(roll_up(table(measure::growth, time), nation(), along::regions), error);
}

TEST_CASE("a tree of indicators is rolled up over a panel, in the unit of its parts") {
  const hierarchy trade{
      {{"进出口", "", true}, {"出口", "进出口", true}, {"进口", "进出口", true}}
  };
  panel levels = table(measure::level, test::years(2));
  const panel up = roll_up(levels, trade, along::indicators);
  CHECK(up.regions() == levels.regions());
  CHECK(up.indicators()[0] == panel_indicator{"进出口", unit{"亿元"}, {}, measure::level});
  CHECK(up.at("乙", "进出口").at(year_of(2018)).value() ==
        doctest::Approx(levels.figures().values(2, 0) + levels.figures().values(3, 0)));
  CHECK(test::same(roll_up.bounds(levels, trade, along::indicators).figures().lo.row(1),
                   bounds_of(levels.figures()).lo.row(0)));
}

TEST_CASE("names that the tree has not are refused where items of it are lacking") {
  const timeline time = test::years(2);
  test::labels of;
  of.regions = {"甲", "乙省"};
  CHECK_THROWS_WITH_AS(roll_up(table(measure::level, time, of), nation(), along::regions),
                       "the panel has no \"乙\", and it has \"乙省\", which the hierarchy has not: "
                       "call both by one name, or give a panel of the items of the hierarchy alone",
                       error);
  CHECK_THROWS_WITH_AS(
      roll_up.bounds(table(measure::level, time), nation(), along::indicators),
      "no item of the hierarchy is in the panel: it has \"出口\". Is the hierarchy "
      "along the other names?",
      error);
  of.regions = {"甲", "乙", "丙"};  // one more is left out, as no item is lacking
  CHECK(roll_up(table(measure::level, time, of), nation(), along::regions).regions().size() == 3);
}

TEST_CASE("wholes that their parts cannot give stand at their place, with bounds") {
  const timeline time = test::years(1);
  panel levels{
      {"甲",  "全国", "乙"},
      {{"产值", unit{"亿元"}, 1}},
      "2020-08", time
  };
  levels.figures().set(0, 0, 68);
  levels.figures().set(1, 0, 112);
  levels.figures().set(2, 0, 42);
  const panel wrong = discrepancy(levels, nation(), along::regions);
  CHECK(wrong.at("全国", "产值").at(year_of(2018)).value() == doctest::Approx(2));
  CHECK(wrong.indicators()[0].unit == unit{"亿元"});
  const bounds_grid within = discrepancy.bounds(levels, nation(), along::regions).figures();
  CHECK(within.within(0, 0).contains(2));
  CHECK(width(within.within(0, 0)) == doctest::Approx(0.3));
}

TEST_CASE("the components of shift-share are those of the grid, in the unit of the levels") {
  const timeline time = test::years(3);
  const panel levels = table(measure::level, time);
  const shift_spans spans{year_of(2018), year_of(2020)}, columns{2, 0, 2};
  for (const auto* component : {&national_component, &industry_component, &regional_component}) {
    const panel made = (*component)(levels, spans);
    CHECK(test::same(made.figures(), (*component)(levels.figures(), columns)));
    CHECK(test::same(component->bounds(levels, spans).figures(),
                     component->bounds(levels.figures(), columns)));
    CHECK(made.time().span(0) == year_of(2020));
    CHECK(made.regions() == levels.regions());
    CHECK(made.indicators()[1] == panel_indicator{"进口", unit{"亿元"}, {}, measure::change});
  }
  CHECK_THROWS_WITH_AS(
      national_component(levels, shift_spans{year_of(2018), year_of(2022)}),
      "the panel has no figures for 2022: it has 3 of a year from 2018 to 2020", error);
  CHECK_THROWS_AS(national_component(table(measure::growth, time),
                                     shift_spans{year_of(2018), year_of(2019)}),
                  error);
  const panel mixed{
      {"甲"                      },
      { {"产值", unit{"亿元"}}, {"产量", unit{"万吨"}}},
      time
  };
  CHECK_THROWS_AS(national_component(mixed, shift_spans{year_of(2018), year_of(2019)}),
                  error);
}

TEST_CASE("shift-share of a panel calls regions and industries by their names") {
  panel levels = table(measure::level, test::years(3));
  const auto refused = [&](const char* sentence) {
    const shift_spans spans{year_of(2018), year_of(2020)};
    CHECK_THROWS_WITH_AS(national_component(levels, spans), sentence, error);
    CHECK_THROWS_WITH_AS(national_component.bounds(levels, spans), sentence, error);
  };
  const std::size_t regions = levels.regions().size();
  for (std::size_t r = 0; r < regions; ++r) levels.figures().set(levels.row(r, 1), 0, -1);
  refused("\"进口\" had nothing to grow from in any region: give the others");
  levels.figures().clear(levels.row(1, 0), 2, observation_status::absent);
  refused("shift-share needs every figure of both spans: \"出口\" of \"乙\" has none for 2020");
}
