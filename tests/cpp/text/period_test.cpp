#include <doctest/doctest.h>

#include <string>

#include "kebi/period/code.hpp"
#include "kebi/text/print_period.hpp"
#include "kebi/text/read_period.hpp"

using namespace kebi;

namespace {

std::string complaint(std::string_view words) {
  try {
    const period read = read_period(words);
    return "read as " + code(read);
  } catch (const error& e) {
    return e.what();
  }
}

}  // namespace

TEST_CASE("periods are read as reports name them") {
  const struct {
    const char *words, *expected;
  } cases[] = {
      {"2019年上半年", "2019H1"},          {"2019年", "2019"},
      {"2019年度", "2019"},                {"2019年三季度", "2019Q3"},
      {"2019年前三季度", "2019-01..2019-09"}, {"2019年第一季度", "2019Q1"},
      {"上半年", "2024H1"},                {"下半年", "2024H2"},
      {"全年", "2024"},                    {"前5个月", "2024-01..2024-05"},
      {"1-5月", "2024-01..2024-05"},       {"1—5月份", "2024-01..2024-05"},
      {"1至8月份", "2024-01..2024-08"},    {"1月-8月", "2024-01..2024-08"},
      {"6月末", "2024-06"},                {"六月底", "2024-06"},
      {"截至6月底", "2024H1"},             {"年末", "2024-12"},
      {"十二月", "2024-12"},               {"2019 年 1-5 月", "2019-01..2019-05"},
      {"２０１９年上半年", "2019H1"},       {"2017-2035年", "2017..2035"},
      {"2018年11月-2019年2月", "2018-11..2019-02"},
      {"“十三五”时期", "2016..2020"},      {"\"十四五\"期间", "2021..2025"},
      {"一五时期", "1953..1957"},          {"“三五”时期", "1966..1970"},
      {"“十五”时期", "2001..2005"},        {"十五五规划期", "2026..2030"},
      {"2019H1", "2019H1"},                {"2019-Q3", "2019Q3"},
      {"2019M06", "2019-06"},              {"2019-01/2019-05", "2019-01..2019-05"},
  };
  for (const auto& each : cases) {
    CAPTURE(each.words);
    CHECK(code(read_period(each.words, 2024)) == each.expected);
  }
}

TEST_CASE("a printed period reads back as itself") {
  for (int first = 0; first < 30; ++first)
    for (int last = first; last < 40; ++last) {
      const period p{month{2018 * 12 + first}, month{2018 * 12 + last}};
      CAPTURE(to_chinese(p));
      CHECK(read_period(to_chinese(p)) == p);
    }
  for (const int first : {1953, 1958, 1966, 1971, 2001, 2016, 2026}) {
    const period p = years_of(first, first + 4);
    CHECK(read_period(plan_name(p)) == p);
  }
}

TEST_CASE("a period is printed in English") {
  CHECK(to_english(half_of(2019, 1)) == "the first half of 2019");
  CHECK(to_english(quarter_of(2019, 3)) == "the third quarter of 2019");
  CHECK(to_english(months_of(2019, 1, 5)) == "January-May 2019");
  CHECK(to_english(years_of(2017, 2035)) == "2017-2035");
}

TEST_CASE("spans are read as SDMX and other offices write them") {
  CHECK(read_period("2020-S2") == half_of(2020, 2));
  CHECK(read_period("2020-A1") == year_of(2020));
  CHECK(read_period("2020-T1") == months_of(2020, 1, 4));
  CHECK(read_period("2019-01-01/P5M") == months_of(2019, 1, 5));
  CHECK(read_period("2019-11/P3M") == period{month_of(2019, 11).first(), month_of(2020, 1).last()});
  CHECK(read_period("2019-01-01/P1Y") == year_of(2019));
  for (const char* const written : {"1Q 2026", "Q1 2026", "1Q2026", "Q1/2026", "2026:Q1"}) CHECK(read_period(written) == quarter_of(2026, 1));
  for (const char* const none : {"2020-A2", "2020-Q5", "2020-T4", "2019-13/P1M", "2019-01/P0M", "5Q 2026"})
    CHECK_THROWS_AS(read_period(none), error);
}

TEST_CASE("what is no period is refused with what could have stood there") {
  CHECK(complaint("13月").find("months 1 to 12") != std::string::npos);
  CHECK(complaint("2019年13月").find("2019年13月") != std::string::npos);
  CHECK(complaint("5-3月").find("\"5-3月\"") != std::string::npos);
  CHECK(complaint("上半年").find("a year before it, such as 2019年上半年") != std::string::npos);
  CHECK(complaint("").find("found nothing") != std::string::npos);
  CHECK(complaint("不久").find("2019年上半年") != std::string::npos);
  CHECK_THROWS_AS(plan_name(years_of(2017, 2021)), error);
}
