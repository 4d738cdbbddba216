#include <doctest/doctest.h>

#include <random>
#include <string>

#include "kebi/text/print_sentence.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "text/told.hpp"

using namespace kebi;

namespace {

const catalogue& known() {
  static const catalogue all = standard_catalogue();
  return all;
}

report_context district() {
  report_context about;
  about.region = "某区";
  about.parent_region = "某市";
  about.period = half_of(2024, 1);
  about.known = &known();
  return about;
}

/// Facts that sentences can say, at random.
class maker {
 public:
  explicit maker(unsigned seed) : random_{seed} {}

  fact one() {
    fact f;
    f.region = any(5) == 0 ? "某市" : "某区";
    f.period = period_at_random();
    f.status = any(6) == 0 ? status::target : any(6) == 0 ? (f.period == half_of(2024, 1) ? status::estimate : status::forecast) : status::actual;
    switch (f.status == status::actual ? any(9) : any(2)) {
      case 0: level(f); break;
      case 1: growth(f); break;
      case 2: share(f); break;
      case 3: change(f); break;
      case 4: gap(f); break;
      case 5: amount(f, measure::contribution, "%"), f.whole = "经济增长"; break;
      case 6: amount(f, measure::pull, "个百分点"), f.whole = "全市工业", maybe_negative(f); break;
      case 7: amount(f, measure::progress, "%"), f.whole = "年度计划"; break;
      default: ratio(f); break;
    }
    return f;
  }

 private:
  int any(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  template <std::size_t n>
  const char* pick(const char* const (&of)[n]) { return of[any(static_cast<int>(n))]; }

  period period_at_random() {
    const int year = 2015 + any(10);
    switch (any(6)) {
      case 0: return year_of(year);
      case 1: return half_of(year, 1 + any(2));
      case 2: return quarter_of(year, 1 + any(4));
      case 3: return month_of(year, 1 + any(12));
      case 4: return months_of(year, 1, 2 + any(10));
      default: return half_of(2024, 1);
    }
  }
  decimal number() {
    const int decimals = any(3);
    return decimal{1 + any(decimals == 0 ? 300 : decimals == 1 ? 3000 : 90000), decimals};
  }
  void bind(fact& f) {
    static constexpr bound bounds[] = {bound::exact, bound::exact, bound::about, bound::at_least, bound::at_most,
                                       bound::more_than, bound::less_than, bound::nearly, bound::range};
    f.bound = bounds[any(9)];
    const decimal value = number();
    if (f.bound == bound::range) {
      f.lo = value;
      f.hi = decimal{value.digits() + 1 + any(50), value.decimals()};
      return;
    }
    f.value = value;
    if (f.bound == bound::at_least || f.bound == bound::more_than) f.lo = value;
    if (f.bound == bound::at_most || f.bound == bound::less_than || f.bound == bound::nearly) f.hi = value;
  }
  void amount(fact& f, measure what, const char* in) {
    static constexpr const char* names[] = {"规模以上工业增加值", "固定资产投资", "社会消费品零售总额", "一般公共预算收入", "高技术制造业增加值"};
    f.indicator = pick(names);
    f.measure = what;
    f.unit = unit{in};
    bind(f);
  }
  /// A fall: the sign of everything turns, and with it what bounds from where.
  void maybe_negative(fact& f) {
    if (any(2) == 0) return;
    if (f.value) f.value = -*f.value;
    const auto lo = f.lo, hi = f.hi;
    f.lo.reset(), f.hi.reset();
    if (hi) f.lo = -*hi;
    if (lo) f.hi = -*lo;
    if (f.bound == bound::at_least) f.bound = bound::at_most;
    else if (f.bound == bound::at_most) f.bound = bound::at_least;
    else if (f.bound == bound::more_than) f.bound = bound::less_than;
    else if (f.bound == bound::less_than) f.bound = bound::more_than;
  }
  void level(fact& f) {
    static constexpr const char* names[][2] = {{"地区生产总值", "亿元"}, {"城镇新增就业", "万人"}, {"城镇登记失业率", "%"}, {"PM2.5平均浓度", "微克/立方米"},
                                               {"常住人口城镇化率", "%"}, {"实际使用外资", "亿美元"}, {"粮食产量", "万吨"}, {"居民人均可支配收入", "元"}};
    const auto& chosen = names[any(8)];
    f.indicator = chosen[0];
    f.unit = unit{chosen[1]};
    bind(f);
  }
  void growth(fact& f) {
    amount(f, measure::growth, "%");
    maybe_negative(f);
    static constexpr basis bases[] = {basis::yoy, basis::yoy, basis::mom, basis::average, basis::average2};
    f.basis = bases[any(5)];
    static constexpr comparable footings[] = {comparable::price, comparable::scope, comparable::nominal, comparable::unspecified};
    if (any(4) == 0) f.comparable = footings[any(4)];
  }
  void share(fact& f) {
    amount(f, measure::share, "%");
    f.whole = any(2) == 0 ? "全市工业增加值" : "地区生产总值";
  }
  void change(fact& f) {
    amount(f, measure::change, "个百分点");
    f.subject = measure::growth;
    maybe_negative(f);
    f.reference = any(2) == 0 ? "一季度" : "1-5月";
  }
  void gap(fact& f) {
    amount(f, measure::gap, "个百分点");
    f.subject = measure::growth;
    maybe_negative(f);
    f.reference = any(2) == 0 ? "全国" : "全市平均";
  }
  void ratio(fact& f) {
    amount(f, measure::ratio, any(2) == 0 ? "%" : "倍");
    f.reference = "2019年同期";
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("a fact is written as the sentence of a report") {
  fact f;
  f.indicator = "一般公共预算收入";
  f.region = "某区";
  f.period = half_of(2024, 1);
  f.measure = measure::growth;
  f.basis = basis::yoy;
  f.value = decimal{11, 1};
  f.unit = unit{"%"};
  CHECK(to_sentence(f, district()) == "2024年上半年,全区一般公共预算收入同比增长1.1%。");
  f.status = status::forecast;
  f.period = year_of(2024);
  f.bound = bound::about;
  CHECK(to_sentence(f, district()) == "2024年,全区一般公共预算收入预计同比增长1.1%左右。");
}

TEST_CASE("a sentence reads back as the fact it was written from") {
  const report_context about = district();
  maker make{20240630};
  int same = 0;
  for (int i = 0; i < 100'000; ++i) {
    const fact f = make.one();
    const std::string sentence = to_sentence(f, about);
    const reading read = read_report(sentence, about);
    if (read.report.facts.size() == 1 && same_statement(read.report.facts.front(), f)) {
      ++same;
      continue;
    }
    for (const fact& each : read.report.facts)
      MESSAGE(sentence << " read as " << each.indicator << ": " << test::told(each));
    FAIL_CHECK(sentence << " is about " << f.indicator << ": " << test::told(f));
  }
  CHECK(same == 100'000);
}

TEST_CASE("what one sentence cannot say is refused") {
  fact f;
  f.indicator = "工业投资";
  f.region = "别处";
  f.value = decimal{5};
  f.unit = unit{"亿元"};
  CHECK_THROWS_AS(to_sentence(f, district()), error);
  f.region = "某区";
  f.parent = "固定资产投资";
  CHECK_THROWS_AS(to_sentence(f, district()), error);
}

TEST_CASE("a sentence that would be read as another statement is refused") {
  fact f;
  f.indicator = "税收收入占一般公共预算收入比重";  // a name of the catalogue that is read as a share
  f.region = "某区";
  f.period = year_of(2024);
  f.status = status::target;
  f.measure = measure::growth;
  f.value = decimal{173, 1};
  f.unit = unit{"%"};
  CHECK_THROWS_AS(to_sentence(f, district()), error);
}

TEST_CASE("a change in points says what it is against") {
  fact f;
  f.indicator = "常住人口城镇化率";
  f.region = "某区";
  f.period = half_of(2024, 1);
  f.measure = measure::change;
  f.subject = measure::level;
  f.basis = basis::yoy;
  f.value = decimal{8};
  f.unit = unit{"个百分点"};
  CHECK(to_sentence(f, district()) == "2024年上半年,全区常住人口城镇化率同比增加8个百分点。");
  f.basis = basis::average;
  CHECK_THROWS_AS(to_sentence(f, district()), error);
}
