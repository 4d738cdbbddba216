#include "kebi/assess/assess.hpp"

#include <doctest/doctest.h>

#include "assess/made.hpp"

using namespace made;

TEST_SUITE("assess") {
  TEST_CASE("growth is held against what was asked, by which way is better") {
    const auto judged = [](bound b, decimal asked, decimal came, better way) {
      return only({target("x", measure::growth, b, asked, "%"), outcome("x", measure::growth, came, "%")},
                  {known("x", kind::flow, way)}).verdict;
    };
    const struct {
      const char* said;
      bound how;
      decimal asked, came;
      better way;
      verdict expected;
    } rows[] = {
        {"about 10, 16.5", bound::about, 10_p, 16.5_p, better::higher, verdict::ahead},
        {"about 10, 10.5", bound::about, 10_p, 10.5_p, better::higher, verdict::on_course},
        {"about 10, 9.5", bound::about, 10_p, 9.5_p, better::higher, verdict::on_course},
        {"about 10, 5.7", bound::about, 10_p, 5.7_p, better::higher, verdict::behind},
        {"6, 6.0", bound::exact, 6_p, 6.0_p, better::higher, verdict::on_course},
        {"6, 5.9", bound::exact, 6_p, 5.9_p, better::higher, verdict::behind},
        {"fall of 3, fall of 3.2", bound::exact, -3_p, -3.2_p, better::lower, verdict::on_course},
        {"fall of 3, fall of 1", bound::exact, -3_p, -1_p, better::lower, verdict::behind},
        {"fall of 3, fall of 4", bound::exact, -3_p, -4_p, better::lower, verdict::ahead},
        {"more than 0, 0.0", bound::more_than, 0_p, 0.0_p, better::higher, verdict::behind},
        {"about 3 of prices, 1.2", bound::about, 3_p, 1.2_p, better::neither, verdict::outside},
        {"at most 3 of prices, 1.2", bound::at_most, 3_p, 1.2_p, better::neither, verdict::within},
        {"at most 3 of prices, 3.1", bound::at_most, 3_p, 3.1_p, better::neither, verdict::breached},
        {"flat, -1.6", bound::flat, 0_p, -1.6_p, better::higher, verdict::behind},
        {"flat, 0.4", bound::flat, 0_p, 0.4_p, better::higher, verdict::on_course},
    };
    for (const auto& row : rows) {
      CAPTURE(row.said);
      CHECK(judged(row.how, row.asked, row.came, row.way) == row.expected);
    }
  }

  TEST_CASE("a range accepts both its ends") {
    fact range = target("x", measure::growth, bound::range, {}, "%");
    range.lo = 6.0_p;
    range.hi = 6.5_p;
    const auto judged = [&](decimal came) {
      return only({range, outcome("x", measure::growth, came, "%")}).verdict;
    };
    CHECK(judged(5.9_p) == verdict::behind);
    CHECK(judged(6.0_p) == verdict::on_course);
    CHECK(judged(6.5_p) == verdict::on_course);
    CHECK(judged(7.1_p) == verdict::ahead);
  }

  TEST_CASE("flat is measured from last year's level, not from the edge of what flat allows") {
    const auto a = only({target("x", measure::growth, bound::flat, {}, ""), outcome("x", measure::growth, -1.6_p, "%")},
                        {known("x", kind::flow)});
    CHECK(a.verdict == verdict::behind);
    CHECK(a.margin->value == doctest::Approx(-1.6));
    CHECK(a.margin_in == unit{"个百分点"});
  }

  TEST_CASE("who asks for a fall of something unknown wants less of it") {
    const auto a = only({target("信访总量", measure::growth, bound::exact, -10_p, "%"), outcome("信访总量", measure::growth, -4_p, "%")});
    CHECK(a.verdict == verdict::behind);
    CHECK(a.need->bound == bound::at_most);
  }

  TEST_CASE("a figure of another measure is shown, and the missing one named") {
    const auto a = only({target("x", measure::growth, bound::exact, 6_p, "%"), outcome("x", measure::level, 12_p, "亿元")});
    CHECK(a.verdict == verdict::undetermined);
    CHECK(a.lacking == lacking::outcome);
    CHECK(a.lacking_measure == measure::growth);
    CHECK(a.outcome->value == 12_p);
  }

  TEST_CASE("what is left is good to the last digit of the outcome and no less") {
    const auto left = [](decimal asked, decimal done, const char* in) {
      const auto a = only({target("x", measure::level, bound::exact, asked, "亿元"), outcome("x", measure::level, done, in)},
                          {known("x", kind::flow)});
      return *a.need;
    };
    CHECK(left(500_p, 392.4_p, "亿元").lo.within.hi() <= 107.65000000000001);
    CHECK(left(500_p, 392.4_p, "亿元").lo.within.lo() >= 107.54999999999998);
    const need other_scale = left(2_p, 7800_p, "万元");  // 0.7800 亿元
    CHECK(other_scale.decimals == 4);
    CHECK(other_scale.lo.value == doctest::Approx(1.22));
    CHECK(other_scale.lo.within.contains(1.22));
  }

  TEST_CASE("a weight for what no target asks is refused") {
    settings how;
    how.weights.emplace("y", bounds{0.4, 0.5});
    CHECK_THROWS_WITH_AS(only({target("x", measure::growth, bound::exact, 6_p, "%")}, {}, how),
                         "a weight is given for y, but no target speaks of it", error);
    settings whole;
    whole.weights.emplace("x", bounds{0.4, 1.0});
    CHECK_THROWS_AS(only({target("x", measure::growth, bound::exact, 6_p, "%")}, {}, whole), error);
  }

  TEST_CASE("half of a flow at half time is on course, and the rest is exact") {
    const auto a = only({target("固定资产投资", measure::level, bound::at_least, 300_p, "亿元"),
                         outcome("固定资产投资", measure::level, 152.7_p, "亿元")},
                        {known("固定资产投资", kind::flow)});
    CHECK(a.verdict == verdict::on_course);
    CHECK(a.rule == rule::schedule);
    REQUIRE(a.pace);
    CHECK(a.pace->completion.value == doctest::Approx(50.9));
    CHECK(a.pace->lead.value == doctest::Approx(0.9));
    REQUIRE(a.need);
    CHECK(a.need->lo.value == doctest::Approx(147.3));
    CHECK(a.need->lo.within.contains(147.3));
    CHECK(a.need->over == half_of(2019, 2));
  }

  TEST_CASE("the schedule turns at the elapsed time and at the lead that counts as ahead") {
    const auto judged = [](decimal done) {
      return only({target("x", measure::level, bound::exact, 200_p, "亿元"), outcome("x", measure::level, done, "亿元")},
                  {known("x", kind::flow)});
    };
    CHECK(judged(99_p).verdict == verdict::behind);
    CHECK(judged(100_p).verdict == verdict::on_course);
    CHECK(judged(100_p).at_edge);
    CHECK(judged(110_p).verdict == verdict::on_course);
    CHECK(judged(111_p).verdict == verdict::ahead);
  }

  TEST_CASE("outcomes in another scale of the unit are converted") {
    const auto a = only({target("x", measure::level, bound::at_least, 3_p, "亿元"), outcome("x", measure::level, 16000_p, "万元")},
                        {known("x", kind::flow)});
    CHECK(a.pace->completion.value == doctest::Approx(53.333333));
    CHECK(a.need->lo.value == doctest::Approx(1.4));
  }

  TEST_CASE("an outcome of another kind of unit is told, not compared") {
    const auto a = only({target("x", measure::level, bound::at_least, 3_p, "亿元"), outcome("x", measure::level, 2_p, "亿美元")},
                        {known("x", kind::flow)});
    CHECK(a.verdict == verdict::undetermined);
    CHECK(a.lacking == lacking::unit);
    CHECK_FALSE(a.need);
  }

  TEST_CASE("a cap is headroom, never pro rata") {
    const auto a = only({target("城镇登记失业人数", measure::level, bound::at_most, 5650_p, "人"),
                         outcome("城镇登记失业人数", measure::level, 4872_p, "人")},
                        {known("城镇登记失业人数", kind::stock, better::lower)});
    CHECK(a.verdict == verdict::within);
    CHECK(a.margin->value == 778);
    CHECK_FALSE(a.pace);
    CHECK(a.need->bound == bound::at_most);
  }

  TEST_CASE("a stock on its way is judged from the end of last year, and not without it") {
    const fact asked = target("高新技术企业数", measure::level, bound::more_than, 1300_p, "家");
    const fact now = outcome("高新技术企业数", measure::level, 1200_p, "家");
    const std::vector<indicator> stock{known("高新技术企业数", kind::count)};
    const auto open = only({asked, now}, stock);
    CHECK(open.verdict == verdict::undetermined);
    CHECK(open.lacking == lacking::year_start);
    CHECK(open.lacking_period == year_of(2018));

    const auto told = only({asked, now, outcome("高新技术企业数", measure::level, 1000_p, "家", year_of(2018))}, stock);
    CHECK(told.verdict == verdict::ahead);
    CHECK(told.pace->completion.value == doctest::Approx(200.0 / 3));
    CHECK(told.rule == rule::path);
  }

  TEST_CASE("an indicator that nobody knows is not assumed to add up") {
    const auto a = only({target("怪指标", measure::level, bound::at_least, 10_p, "个"), outcome("怪指标", measure::level, 6_p, "个")});
    CHECK(a.verdict == verdict::undetermined);
    CHECK(a.lacking == lacking::kind);
  }

  TEST_CASE("stability needs last year's figure, and names it") {
    const fact asked = target("比重", measure::level, bound::stable, {}, "");
    const fact now = outcome("比重", measure::level, 33.5_p, "%");
    const std::vector<indicator> ratio{known("比重", kind::ratio)};
    const auto open = only({asked, now}, ratio);
    CHECK(open.verdict == verdict::undetermined);
    CHECK(open.lacking == lacking::last_year);
    CHECK(open.lacking_indicator == "比重");
    CHECK(open.lacking_period == half_of(2018, 1));

    const auto judged = [&](decimal before) {
      return only({asked, now, outcome("比重", measure::level, before, "%", half_of(2018, 1))}, ratio).verdict;
    };
    CHECK(judged(33.2_p) == verdict::on_course);
    CHECK(judged(31.0_p) == verdict::ahead);
    CHECK(judged(35.0_p) == verdict::behind);
  }

  TEST_CASE("the printed change since last year serves as well") {
    fact change = outcome("比重", measure::change, 0.3_p, "个百分点");
    change.subject = measure::level;
    change.basis = basis::yoy;
    const auto a = only({target("比重", measure::level, bound::stable, {}, ""), outcome("比重", measure::level, 33.5_p, "%"), change},
                        {known("比重", kind::ratio)});
    CHECK(a.verdict == verdict::on_course);
    CHECK(a.margin->value == doctest::Approx(0.3));
  }

  TEST_CASE("keeping step is a comparison with the other's growth, by any of its names") {
    indicator whole = known("地区生产总值", kind::flow);
    whole.aliases = {"增加值", "经济增长"};
    fact asked = target("收入", measure::growth, bound::sync, {}, "");
    asked.reference = "经济增长";
    const auto a = only({asked, outcome("收入", measure::growth, 8.8_p, "%"), outcome("增加值", measure::growth, -0.9_p, "%")},
                        {whole, known("收入", kind::flow)});
    CHECK(a.verdict == verdict::ahead);
    CHECK(a.margin->value == doctest::Approx(9.7));
    CHECK(only({asked, outcome("收入", measure::growth, 8.8_p, "%")}, {whole}).lacking == lacking::reference);
  }

  TEST_CASE("the weight of the elapsed part comes from figures where there are some") {
    const auto asked = target("x", measure::growth, bound::exact, 6_p, "%");
    const auto now = outcome("x", measure::growth, 1.1_p, "%");
    const auto assumed = only({asked, now});
    CHECK(assumed.need->weight_assumed);
    CHECK(assumed.need->weight->within.contains(bounds{0.45, 0.55}));
    CHECK(assumed.need->lo.value == doctest::Approx(10.9));

    const auto figures = only({asked, now, outcome("x", measure::level, 60.0_p, "亿元", half_of(2018, 1)),
                               outcome("x", measure::level, 100.0_p, "亿元", year_of(2018))});
    CHECK_FALSE(figures.need->weight_assumed);
    CHECK(figures.need->weight->within.contains(0.6));
    CHECK(width(figures.need->weight->within) < 0.002);
    CHECK(figures.need->lo.within.contains(required(percent{6.0}, percent{1.1}, 0.6).value()));

    settings how;
    how.weights.emplace("x", bounds{0.7, 0.8});
    CHECK(only({asked, now}, {}, how).need->weight->within == bounds{0.7, 0.8});
  }

  TEST_CASE("with the year over there is nothing left to need") {
    const auto judged = [](decimal came) {
      return only({target("x", measure::growth, bound::exact, 6_p, "%"), outcome("x", measure::growth, came, "%", year_of(2019))});
    };
    CHECK(judged(6.1_p).verdict == verdict::met);
    CHECK(judged(5.2_p).verdict == verdict::missed);
    CHECK_FALSE(judged(6.1_p).need);
  }

  TEST_CASE("what cannot be judged says what it lacks") {
    CHECK(only({target("x", measure::growth, bound::exact, 6_p, "%")}).lacking == lacking::outcome);
    CHECK(only({target("x", measure::level, bound::assigned, {}, "")}).lacking == lacking::quota);
    CHECK(only({target("x", measure::level, bound::none, {}, "")}).lacking == lacking::measurable);
  }

  TEST_CASE("figures of another region, or of a forecast, answer nothing") {
    fact elsewhere = outcome("x", measure::growth, 7_p, "%");
    elsewhere.region = "邻区";
    fact hoped = outcome("x", measure::growth, 7_p, "%");
    hoped.status = status::forecast;
    CHECK(only({target("x", measure::growth, bound::exact, 6_p, "%"), elsewhere, hoped}).lacking == lacking::outcome);
  }

  TEST_CASE("the latest figure answers, and the first stated of those") {
    const auto a = only({target("x", measure::growth, bound::exact, 6_p, "%"),
                         outcome("x", measure::growth, 9_p, "%", quarter_of(2019, 1)),
                         outcome("x", measure::growth, 5_p, "%"), outcome("x", measure::growth, 8_p, "%")});
    CHECK(a.outcome->value == 5_p);
  }

  TEST_CASE("a comparison that rounding could turn is marked") {
    const auto edge = [](decimal came) {
      return only({target("x", measure::growth, bound::exact, 6_p, "%"), outcome("x", measure::growth, came, "%")}).at_edge;
    };
    CHECK(edge(6.0_p));
    CHECK_FALSE(edge(5.9_p));
    CHECK_FALSE(edge(6.1_p));
  }

  fact keeping(bound how, const char* versus, std::optional<direction> way = {}) {
    fact f = target("收入", measure::growth, how, {}, "");
    f.reference = versus;
    f.direction = way;
    return f;
  }

  TEST_CASE("a target that names another's growth is judged by the distance to it") {
    const auto judged = [](const fact& asked, decimal own, decimal other) {
      return only({asked, outcome("收入", measure::growth, own, "%"), outcome("经济增长", measure::growth, other, "%")},
                  {known("收入", kind::flow), known("经济增长", kind::flow)}).verdict;
    };
    CHECK(judged(keeping(bound::sync, "经济增长"), 5.0_p, 6.0_p) == verdict::behind);
    CHECK(judged(keeping(bound::sync, "经济增长"), 5.6_p, 6.0_p) == verdict::on_course);
    CHECK(judged(keeping(bound::exceed, "经济增长"), 6.0_p, 6.0_p) == verdict::behind);
    CHECK(judged(keeping(bound::exceed, "经济增长"), 6.2_p, 6.0_p) == verdict::on_course);
    CHECK(judged(keeping(bound::exceed, "经济增长", direction::down), 4.0_p, 6.0_p) == verdict::ahead);
    CHECK(judged(keeping(bound::exceed, "经济增长", direction::down), 6.4_p, 6.0_p) == verdict::behind);
    CHECK(judged(keeping(bound::flat, "经济增长"), 6.0_p, 6.1_p) == verdict::on_course);
  }

  TEST_CASE("a part takes the figures of its own whole, and never those of itself as a whole") {
    const auto part = [](fact f, const char* whole) {
      f.parent = whole;
      return f;
    };
    const fact asked = target("民营", measure::growth, bound::exact, 5_p, "%");
    const fact six = outcome("民营", measure::growth, 6_p, "%"), three = outcome("民营", measure::growth, 3_p, "%");
    report r;
    r.facts = {part(asked, "工业"), part(six, "工业"), part(asked, "投资"), part(three, "投资")};
    const auto both = assess(r, catalogue{});
    CHECK(both[0].verdict == verdict::ahead);
    CHECK(both[1].verdict == verdict::behind);
    CHECK(only({part(asked, "民营"), six}).lacking == lacking::outcome);
    CHECK(only({asked, part(six, "工业")}).verdict == verdict::ahead);  // 其中 in the text, not in the table
  }

  TEST_CASE("only figures since the start of the year answer for what adds up") {
    const fact asked = target("投资", measure::level, bound::exact, 300_p, "亿元");
    const std::vector<indicator> flow{known("投资", kind::flow)};
    CHECK(only({asked, outcome("投资", measure::level, 80_p, "亿元", quarter_of(2019, 2))}, flow).lacking == lacking::outcome);
    CHECK(only({asked, outcome("投资", measure::level, 20_p, "亿元", month_of(2019, 12)),
                outcome("投资", measure::level, 320_p, "亿元", year_of(2019))}, flow).verdict == verdict::met);
    CHECK(only({target("投资", measure::growth, bound::exact, 5_p, "%"), outcome("投资", measure::growth, 8_p, "%", half_of(2019, 2))},
               flow).lacking == lacking::outcome);
    CHECK(only({target("人口", measure::level, bound::exact, 80_p, "万人"), outcome("人口", measure::level, 81_p, "万人", month_of(2019, 6))},
               {known("人口", kind::stock)}).verdict == verdict::on_course);
  }

  TEST_CASE("an outcome that is itself only a bound is no number to compare") {
    fact over = outcome("投资", measure::level, 300_p, "亿元", year_of(2019));
    over.bound = bound::less_than;
    over.hi = over.value;
    const auto a = only({target("投资", measure::level, bound::exact, 300_p, "亿元"), over}, {known("投资", kind::flow)});
    CHECK(a.verdict == verdict::undetermined);
    CHECK(a.outcome->text == over.text);
  }

  TEST_CASE("progress that the report prints serves where no level does, but never a cap") {
    fact done = outcome("投资", measure::progress, 53.5_p, "%");
    CHECK(only({target("投资", measure::level, bound::exact, 300_p, "亿元"), done}, {known("投资", kind::flow)}).pace->lead.value ==
          doctest::Approx(3.5));
    CHECK(only({target("投资", measure::level, bound::at_most, 300_p, "亿元"), done}, {known("投资", kind::flow)}).verdict ==
          verdict::undetermined);
  }

  TEST_CASE("less of what should be little is no delay") {
    const auto a = only({target("能耗", measure::level, bound::about, 100_p, "万吨标准煤"), outcome("能耗", measure::level, 60_p, "万吨标准煤")},
                        {known("能耗", kind::flow, better::lower)});
    CHECK_FALSE(a.pace);
    CHECK(a.verdict == verdict::ahead);
    CHECK(a.better_by.way == better::lower);
  }

  TEST_CASE("a stable target that names a number is judged by that number") {
    fact asked = target("耕地", measure::level, bound::stable, 3.77_p, "亿亩");
    const std::vector<indicator> stock{known("耕地", kind::stock)};
    CHECK(only({asked, outcome("耕地", measure::level, 3.00_p, "亿亩")}, stock).verdict == verdict::behind);
    CHECK(only({asked, outcome("耕地", measure::level, 3.76_p, "亿亩")}, stock).verdict == verdict::on_course);
  }

  TEST_CASE("a change since last year is held against its own kind of slack") {
    fact fewer = outcome("人数", measure::change, -20_p, "人");
    fewer.subject = measure::level;
    fewer.basis = basis::yoy;
    const auto a = only({target("人数", measure::level, bound::stable, {}, ""), outcome("人数", measure::level, 10000_p, "人"), fewer},
                        {known("人数", kind::stock)});
    CHECK(a.verdict == verdict::on_course);
    CHECK(a.margin_in == unit{"人"});
  }

  TEST_CASE("a change that is to stay below a fall is a goal, not a cap") {
    fact asked = target("强度", measure::change, bound::at_most, -0.5_p, "个百分点");
    fact came = outcome("强度", measure::change, -0.3_p, "个百分点");
    CHECK(only({asked, came}, {known("强度", kind::ratio, better::lower)}).verdict == verdict::behind);
  }

  TEST_CASE("a count that equals its cap is within it, and rounding has no say") {
    indicator people = known("人数", kind::stock, better::lower);
    people.units = {unit{"人"}};
    const auto a = only({target("人数", measure::level, bound::at_most, 5650_p, "人"), outcome("人数", measure::level, 5650_p, "人")}, {people});
    CHECK(a.verdict == verdict::within);
    CHECK_FALSE(a.at_edge);
  }

  TEST_CASE("the weight is not taken from a base that was recut") {
    fact grew = outcome("x", measure::growth, 1.1_p, "%");
    grew.comparable = comparable::scope;
    const auto a = only({target("x", measure::growth, bound::exact, 6_p, "%"), grew, outcome("x", measure::level, 60.0_p, "亿元"),
                         outcome("x", measure::level, 100.0_p, "亿元", year_of(2018))});
    CHECK(a.need->weight_assumed);
  }

  TEST_CASE("figures that say otherwise are told, and settings that make no sense refused") {
    const auto a = only({target("x", measure::growth, bound::exact, 6_p, "%"), outcome("x", measure::growth, 5_p, "%"),
                         outcome("x", measure::growth, 8_p, "%")});
    REQUIRE(a.disputed);
    CHECK(a.disputed->value == 8_p);
    settings how;
    how.flat_points = -1_p;
    CHECK_THROWS_AS(only({target("x", measure::growth, bound::exact, 6_p, "%")}, {}, how), error);
  }

  TEST_CASE("a change that is asked for over the year is held against the time that has passed") {
    const auto net = [](fact f) {
      f.subject = measure::level;
      return f;
    };
    const auto a = only({net(target("开票销售", measure::change, bound::exact, 150_p, "亿元")),
                         net(outcome("开票销售", measure::change, 90_p, "亿元"))});
    REQUIRE(a.pace);
    CHECK(a.pace->completion.value == doctest::Approx(60));
    CHECK(a.verdict == verdict::ahead);
  }
}
