#include "kebi/series/parts/shares.hpp"

#include "kebi/series/parts/contributions.hpp"

#include "series/labelled/tables.hpp"

using namespace kebi;
using test::bounds_of;
using test::table;
using test::values_of;

namespace {

template <class Check>
void each_of_parts(const Check& check) {
  check("比重", measure::share, false, values_of(share), bounds_of(share));
  check("比重变化", measure::change, false, values_of(share_change), bounds_of(share_change));
  check("贡献率", measure::contribution, false, values_of(share_of_growth), bounds_of(share_of_growth));
  check("拉动", measure::pull, false, values_of(contribution_to_growth), bounds_of(contribution_to_growth));
  check(
      "其余部分", measure::level, true,
      [](const auto& a, const auto& b) { return residual(b, a); },
      [](const auto& a, const auto& b) { return residual.bounds(b, a); });
}

panel three_times(const panel& of) {
  panel made = of;
  made.figures().values *= 3;
  return made;
}

}  // namespace

TEST_CASE("parts in their wholes are those of the grids, labelled like the parts") {
  const timeline time = test::years(4);
  const panel parts = table(measure::level, time), wholes = three_times(parts);
  each_of_parts(
      [&](const char* id, measure what, bool has_unit, const auto& over, const auto& within) {
        test::check_labels(id, what, has_unit, over, within, parts, wholes);
        test::check_refuses_strangers(id, measure::level, time,
                                      [&](const panel& each) { return over(parts, each); });
        test::check_refuses_strangers(id, measure::level, time,
                                      [&](const panel& each) { return within(each, wholes); });
      });
  CHECK_THROWS_WITH_AS(share(table(measure::growth, time), wholes),
                       "cannot take shares of 出口: these are not levels, and rates neither add up "
                       "nor subtract to a rate",
                       error);
}

TEST_CASE("one series is the whole of all rows, whatever it is called") {
  const timeline time = test::years(4);
  const panel parts = table(measure::level, time);
  series whole = three_times(parts).at("甲", "出口");
  whole = series{
      heading{"地区生产总值", "全国", unit{"亿元"}, measure::level, "2020-08"},
      whole.figures()
  };
  each_of_parts([&](const char* id, measure, bool, const auto& over, const auto& within) {
    CAPTURE(id);
    CHECK(test::same(over(parts, whole).figures(), over(parts.figures(), whole.figures())));
    CHECK(over(parts, whole).regions() == parts.regions());
    CHECK(test::same(within(parts, whole).figures(), within(parts.figures(), whole.figures())));
    CHECK(over(parts.at("乙", "进口"), whole).of().region == "乙");
  });
  CHECK_THROWS_AS(share(parts, series::blank({"总额"}, test::years(4, 2019))), error);
}

TEST_CASE("wholes are told in the unit of their parts") {
  const timeline time = test::years(2);
  series part = series::blank({"出口", "甲", unit{"万元"}}, time, 1);
  series whole = series::blank({"进出口", "甲", unit{"亿元"}}, time, 1);
  // Units of one kind are converted if they differ by a power of ten, which rounds nothing.
  part.set(year_of(2018), 172.8);
  whole.set(year_of(2018), 0.3);
  CHECK(share(part, whole).at(year_of(2018)).value() == 172.8 / 3000 * 100);
  CHECK(share.bounds(part, whole).at(year_of(2018)).value() ==
        share.bounds(part.figures(), [&] {
          grid in_unit = whole.figures();
          in_unit.values *= 10'000;
          in_unit.decimals = {-3};
          return in_unit;
        }()).within(0, 0));
  CHECK(residual(whole, part).at(year_of(2018)).value() == 3000 - 172.8);
  CHECK(residual(whole, part).of().unit == unit{"万元"});
  CHECK(share(panel{{"甲"}, {{"出口", unit{"万元"}, 1}}, time}, whole).regions().size() == 1);
  for (const char* other : {"万吨", "亩"})
    CHECK_THROWS_WITH_AS(
        share(series::blank({"出口", "甲", unit{other}}, time, 1),
              series::blank({"进出口", "甲", unit{"公顷"}}, time, 1)),
        doctest::Contains("figures that go together have one unit: found 出口 in "), error);
  CHECK_NOTHROW(share(part, series::blank({"进出口", "甲"}, time, 1)));
}

TEST_CASE("the whole of each row is the region or the indicator of its name") {
  const timeline time = test::years(2);
  test::labels of;
  of.regions = {"全国", "甲"};
  of.indicators = {"出口", "进出口"};
  const panel all = table(measure::level, time, of);
  const panel nation = whole_in(all, "全国"), trade = whole_in(all, "进出口");
  CHECK(nation.at("甲", "进出口").at(year_of(2019)).value() ==
        all.at("全国", "进出口").at(year_of(2019)).value());
  CHECK(trade.at("甲", "出口").at(year_of(2019)).value() ==
        all.at("甲", "进出口").at(year_of(2019)).value());
  CHECK(share(all, nation).at("全国", "出口").at(year_of(2018)).value() == doctest::Approx(100));
  CHECK(share(all, trade).at("甲", "进出口").at(year_of(2018)).value() == doctest::Approx(100));
  CHECK(share.bounds(all, trade)
            .figures()
            .within(0, 0)
            .contains(100 * all.figures().values(0, 0) / all.figures().values(1, 0)));
  CHECK_THROWS_WITH_AS(whole_in(all, "总额"),
                       "the panel has no region or indicator \"总额\" to be the whole: it has the regions "
                       "\"全国\", \"甲\" and the indicators \"出口\", \"进出口\"",
                       error);
  of.regions = {"全国", "出口"};
  CHECK_THROWS_AS(whole_in(table(measure::level, time, of), "出口"), error);
}
