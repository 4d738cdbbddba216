#include "kebi/series/labelled/shares.hpp"

#include "series/labelled_tables.hpp"

using namespace kebi;
using test::table;

namespace {

template <class Check>
void each_of_parts(const Check& check) {
  check(
      "比重", measure::share, false, [](const auto& a, const auto& b) { return shares(a, b); },
      [](const auto& a, const auto& b) { return share_bounds(a, b); });
  check(
      "比重变化", measure::change, false,
      [](const auto& a, const auto& b) { return share_changes(a, b); },
      [](const auto& a, const auto& b) { return share_change_bounds(a, b); });
  check(
      "贡献率", measure::contribution, false,
      [](const auto& a, const auto& b) { return contributions(a, b); },
      [](const auto& a, const auto& b) { return contribution_bounds(a, b); });
  check(
      "拉动", measure::pull, false, [](const auto& a, const auto& b) { return pulls(a, b); },
      [](const auto& a, const auto& b) { return pull_bounds(a, b); });
  check(
      "其余部分", measure::level, true,
      [](const auto& a, const auto& b) { return residuals(b, a); },
      [](const auto& a, const auto& b) { return residual_bounds(b, a); });
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
  CHECK_THROWS_WITH_AS(shares(table(measure::growth, time), wholes),
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
    CHECK(test::same(within(parts, whole), within(parts.figures(), whole.figures())));
    CHECK(over(parts.at("乙", "进口"), whole).of().region == "乙");
  });
  CHECK_THROWS_AS(shares(parts, series::blank({"总额"}, test::years(4, 2019))), error);
}

TEST_CASE("wholes are told in the unit of their parts") {
  const timeline time = test::years(2);
  const series part = series::blank({"出口", "甲", unit{"万元"}}, time, 1);
  const series whole = series::blank({"进出口", "甲", unit{"亿元"}}, time, 1);
  CHECK_THROWS_WITH_AS(
      shares(part, whole),
      "figures that go together are told in one unit: found 出口 in 万元 beside 亿元. "
      "Convert one of them first",
      error);
  CHECK_NOTHROW(shares(part, series::blank({"进出口", "甲"}, time, 1)));
}

TEST_CASE("the whole of each row is the region or the indicator of its name") {
  const timeline time = test::years(2);
  test::labels of;
  of.regions = {"全国", "甲"};
  of.indicators = {"出口", "进出口"};
  const panel all = table(measure::level, time, of);
  const panel nation = wholes_called(all, "全国"), trade = wholes_called(all, "进出口");
  CHECK(nation.at("甲", "进出口").at(year_of(2019)).value() ==
        all.at("全国", "进出口").at(year_of(2019)).value());
  CHECK(trade.at("甲", "出口").at(year_of(2019)).value() ==
        all.at("甲", "进出口").at(year_of(2019)).value());
  CHECK(shares(all, nation).at("全国", "出口").at(year_of(2018)).value() == doctest::Approx(100));
  CHECK(shares(all, trade).at("甲", "进出口").at(year_of(2018)).value() == doctest::Approx(100));
  CHECK(share_bounds(all, trade)
            .within(0, 0)
            .contains(100 * all.figures().values(0, 0) / all.figures().values(1, 0)));
  CHECK_THROWS_WITH_AS(wholes_called(all, "总额"),
                       "a whole is a region or an indicator of the panel: \"总额\" is neither",
                       error);
  of.regions = {"全国", "出口"};
  CHECK_THROWS_AS(wholes_called(table(measure::level, time, of), "出口"), error);
}
