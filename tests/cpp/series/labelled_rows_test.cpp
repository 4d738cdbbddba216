#include "kebi/series/labelled/hierarchy.hpp"

#include "series/labelled_tables.hpp"

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
  const panel places = ranks(growths);
  const std::vector<Eigen::Index> rivals{0, 1, 0, 1};
  CHECK(test::same(places.figures(), ranks(growths.figures(), false, rivals)));
  CHECK(test::same(ranks(growths, true).figures(), ranks(growths.figures(), true, rivals)));
  CHECK(test::same(rank_bounds(growths), rank_bounds(growths.figures(), false, rivals)));
  CHECK(places.regions() == growths.regions());
  CHECK(places.indicators()[1] == panel_indicator{"进口", {}, {}, measure::rank});
}

TEST_CASE("a tree of regions is rolled up over a panel of some of them, in the order of the tree") {
  const timeline time = test::years(3);
  const panel levels = table(measure::level, time);
  const panel up = rolled_up(nation(), levels, along::regions);
  CHECK(up.regions() == std::vector<std::string>{"全国", "甲", "乙"});
  CHECK(up.vintage() == "2020-08");
  CHECK(up.indicators()[1] == panel_indicator{"进口", unit{"亿元"}, {}, measure::level});
  for (const char* indicator : {"出口", "进口"})
    CHECK(up.at("全国", indicator).at(year_of(2019)).value() ==
          doctest::Approx(levels.at("甲", indicator).at(year_of(2019)).value() +
                          levels.at("乙", indicator).at(year_of(2019)).value()));
  const bounds_grid within = rolled_up_bounds(nation(), levels, along::regions);
  CHECK(within.rows() == 6);
  CHECK(width(within.within(0, 0)) == doctest::Approx(0.2));

  panel known = up;
  known.figures().decimals.assign(6, 1);
  known.figures().clear(4, 1, cell::absent);
  const panel down = rolled_down(nation(), known, along::regions);
  CHECK(down.at("乙", "出口").at(year_of(2019)).value() ==
        doctest::Approx(levels.at("乙", "出口").at(year_of(2019)).value()));
  CHECK(width(rolled_down_bounds(nation(), known, along::regions).within(4, 1)) ==
        doctest::Approx(0.2));
  CHECK_THROWS_AS(rolled_up(nation(), table(measure::growth, time), along::regions), error);
}

TEST_CASE("a tree of indicators is rolled up over a panel, in the unit of its parts") {
  const hierarchy trade{
      {{"进出口", "", true}, {"出口", "进出口", true}, {"进口", "进出口", true}}
  };
  panel levels = table(measure::level, test::years(2));
  const panel up = rolled_up(trade, levels, along::indicators);
  CHECK(up.regions() == levels.regions());
  CHECK(up.indicators()[0] == panel_indicator{"进出口", unit{"亿元"}, {}, measure::level});
  CHECK(up.at("乙", "进出口").at(year_of(2018)).value() ==
        doctest::Approx(levels.figures().values(2, 0) + levels.figures().values(3, 0)));
  CHECK(test::same(rolled_up_bounds(trade, levels, along::indicators).lo.row(1),
                   bounds_of(levels.figures()).lo.row(0)));
}

TEST_CASE("names that the tree has not are refused where items of it are lacking") {
  const timeline time = test::years(2);
  test::labels of;
  of.regions = {"甲", "乙省"};
  CHECK_THROWS_WITH_AS(rolled_up(nation(), table(measure::level, time, of), along::regions),
                       "the panel has no \"乙\", and it has \"乙省\", which the hierarchy has not: "
                       "call both by one name, or give a panel of the items of the hierarchy alone",
                       error);
  CHECK_THROWS_WITH_AS(
      rolled_up_bounds(nation(), table(measure::level, time), along::indicators),
      "no item of the hierarchy is in the panel: it has \"出口\". Is the hierarchy "
      "along the other names?",
      error);
  of.regions = {"甲", "乙", "丙"};  // one more is left out, as no item is lacking
  CHECK(rolled_up(nation(), table(measure::level, time, of), along::regions).regions().size() == 3);
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
  const panel wrong = disagreements(nation(), levels, along::regions);
  CHECK(wrong.at("全国", "产值").at(year_of(2018)).value() == doctest::Approx(2));
  CHECK(wrong.indicators()[0].unit == unit{"亿元"});
  const bounds_grid within = disagreement_bounds(nation(), levels, along::regions);
  CHECK(within.within(0, 0).contains(2));
  CHECK(width(within.within(0, 0)) == doctest::Approx(0.3));
}

TEST_CASE("the components of shift-share are those of the grid, in the unit of the levels") {
  const timeline time = test::years(3);
  const panel levels = table(measure::level, time);
  for (const auto what :
       {shift_component::national, shift_component::industry, shift_component::regional}) {
    const panel made = shift_components(what, levels, year_of(2018), year_of(2020));
    CHECK(test::same(made.figures(), shift_components(what, levels.figures(), 2, 0, 2)));
    CHECK(test::same(shift_component_bounds(what, levels, year_of(2018), year_of(2020)),
                     shift_component_bounds(what, levels.figures(), 2, 0, 2)));
    CHECK(made.time().span(0) == year_of(2020));
    CHECK(made.regions() == levels.regions());
    CHECK(made.indicators()[1] == panel_indicator{"进口", unit{"亿元"}, {}, measure::change});
  }
  CHECK_THROWS_WITH_AS(
      shift_components(shift_component::national, levels, year_of(2018), year_of(2022)),
      "the panel has no figures for 2022: it has 3 of a year from 2018 to 2020", error);
  CHECK_THROWS_AS(shift_components(shift_component::national, table(measure::growth, time),
                                   year_of(2018), year_of(2019)),
                  error);
  const panel mixed{
      {"甲"                      },
      { {"产值", unit{"亿元"}}, {"产量", unit{"万吨"}}},
      time
  };
  CHECK_THROWS_AS(shift_components(shift_component::national, mixed, year_of(2018), year_of(2019)),
                  error);
}

TEST_CASE("shift-share of a panel calls regions and industries by their names") {
  panel levels = table(measure::level, test::years(3));
  const auto refused = [&](const char* sentence) {
    const auto national = shift_component::national;
    CHECK_THROWS_WITH_AS(shift_components(national, levels, year_of(2018), year_of(2020)), sentence,
                         error);
    CHECK_THROWS_WITH_AS(shift_component_bounds(national, levels, year_of(2018), year_of(2020)),
                         sentence, error);
  };
  const std::size_t regions = levels.regions().size();
  for (std::size_t r = 0; r < regions; ++r) levels.figures().set(levels.row(r, 1), 0, -1);
  refused("\"进口\" had nothing to grow from in any region: give the others");
  levels.figures().clear(levels.row(1, 0), 2, cell::absent);
  refused("shift-share needs every figure of both spans: \"出口\" of \"乙\" has none for 2020");
}
