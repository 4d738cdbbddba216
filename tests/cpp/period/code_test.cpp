#include "kebi/period/code.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace kebi;

TEST_SUITE("period code") {
  TEST_CASE("a period is written in its shortest code") {
    const struct {
      period span;
      const char* code;
    } rows[] = {
        {year_of(2019),       "2019"                                   },
        {                                                     half_of(2019,                 1),                                  "2019H1"},
        {                                                     half_of(2019,                 2),                                  "2019H2"},
        {                                                     quarter_of(2019,                 1),                                  "2019Q1"},
        {                                                     quarter_of(2019,                 4),                                  "2019Q4"},
        {                                                     month_of(2019,                 6),                                 "2019-06"},
        {                                                     month_of(2019,                12),                                 "2019-12"},
        {                                                     months_of(2019,                  1,                                        5), "2019-01..2019-05"},
        {                                   months_of(2019,      2,                                         4), "2019-02..2019-04"}, // three months, no quarter
        {                months_of(2019,                   4,                                               9), "2019-04..2019-09"}, // six months, no half
        {                                                                years_of(2017, 2035),                                          "2017..2035"},
        {                  period{month_of(2018, 7).first(), month_of(2019, 6).last()},       "2018-07..2019-06"      },
        {period{month_of(2018, 12).first(), month_of(2019, 2).last()},                   "2018-12..2019-02"},
        {                            year_of(7),          "0007"                                   },
        {                         month_of(800,                 1),                                 "0800-01"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.code);
      CHECK(code(row.span) == row.code);
      CHECK(period_of_code(row.code) == row.span);
    }
  }
  // ISO 8601 intervals, and the reporting periods of SDMX (section 4.2.6 of its
  // technical notes).
  TEST_CASE("ISO 8601 and SDMX spellings are read") {
    const struct {
      const char* code;
      period span;
    } rows[] = {
        {"2019-01/2019-05", months_of(2019,      1, 5)},
        {"2018/2019",               years_of(2018,                                  2019)},
        {"2019-Q3",quarter_of(2019,3)},
        {"2019-S1",         half_of(2019,                        1)},
        {"2019-M06",                 month_of(2019,                            6)},
        {"2019M06",               month_of(2019,           6)},
        {"2019M6",month_of(2019,6)},
        {"2019Q1..2019Q3",         months_of(2019, 1, 9)},
        {"2019-01..2019H1",                 half_of(2019,                             1)},
        {"2019..2019",               year_of(2019)                                                        },
    };
    for (const auto& row : rows) {
      CAPTURE(row.code);
      CHECK(period_of_code(row.code) == row.span);
    }
  }

  TEST_CASE("durations of ISO 8601 and the spans that SDMX alone has are read") {
    const std::pair<const char*, period> rows[] = {
        {"2019-01-01/P5M", months_of(2019, 1, 5)   },
        {"2019-04/P3M",    quarter_of(2019, 2)     },
        {"2018/P2Y",       years_of(2018, 2019)    },
        {"2019-01-01/P1Y", year_of(2019)           },
        {"2019-07/P1Y6M",  {month_of(2019, 7).first(), month_of(2020, 12).last()}},
        {"2019-A1",        year_of(2019)           },
        {"2019A1",         year_of(2019)           },
        {"2019-T2",        months_of(2019, 5, 8)   },
    };
    for (const auto& [text, span] : rows) {
      CAPTURE(text);
      CHECK(period_of_code(text) == span);
    }
    for (const char* const text : {"2019-01-15/P5M", "2019-01-01/P", "2019-01-01/P0M", "2019-01-01/P7D",
                                   "2019-01-01/P5", "2019Q1/P1M", "2019-A2", "2019-T4", "2019-T0"}) {
      CAPTURE(text);
      CHECK_THROWS_AS(period_of_code(text), read_error);
    }
  }
  TEST_CASE("a week lies in no month, and the way out is named") {
    for (const char* const text : {"2019-W05", "2019W5", "2019-W52"}) {
      CAPTURE(text);
      CHECK_THROWS_WITH_AS(period_of_code(text),
                           doctest::Contains("a period of whole months, in which no week lies"),
                           read_error);
    }
    CHECK_THROWS_WITH_AS(period_of_code("2019-W"), doctest::Contains("a period such as"), read_error);
  }

  // Laws.
  TEST_CASE("every span of three years has a code of its own that reads back") {
    const month start = year_of(2018).first();
    std::set<std::string> seen;
    for (int first = 0; first < 36; ++first)
      for (int last = first; last < 36; ++last) {
        const period span{start + first, start + last};
        CAPTURE(code(span));
        CHECK(period_of_code(code(span)) == span);
        seen.insert(code(span));
      }
    CHECK(seen.size() == 666);
  }
  TEST_CASE("every year there is reads back") {
    for (int year = 1; year <= 9999; ++year)
      if (period_of_code(code(year_of(year))) != year_of(year)) FAIL_CHECK(year);
  }

  // Refusals.
  TEST_CASE("what is no period is refused with what could have stood there") {
    CHECK_THROWS_WITH_AS(period_of_code("201906"),
                         "line 1, column 1: found \"201906\", expected a period such as 2019, "
                         "2019H1, 2019Q3, 2019-06 or 2019-01..2019-05",
                         read_error);
    for (const char* text : {"",        "2019年",   "19",          "2019-",
                             "2019-6",  "2019-006", "2019H",       "2019Q",
                             "2019H1x", "2019W23",  "2019 H1",     " 2019",
                             "2019..",  "..2019",   "2019...2020", "2019..2020..2021",
                             "2019/",   "/",        "2019-1-5",    "２０１９",
                             "+201",    "-2019",    "2019h1",      "2019-06-30"}) {
      CAPTURE(text);
      CHECK_THROWS_AS(period_of_code(text), read_error);
    }
  }
  TEST_CASE("months, quarters and years that do not exist are refused by their number") {
    CHECK_THROWS_WITH_AS(period_of_code("2019-13"), "a year has 12 months: found month 13", error);
    CHECK_THROWS_WITH_AS(period_of_code("2019-00"), "a year has 12 months: found month 0", error);
    CHECK_THROWS_WITH_AS(period_of_code("2019Q5"), "a year has 4 quarters: found quarter 5", error);
    CHECK_THROWS_WITH_AS(period_of_code("2019H3"), "a year has 2 halves: found half 3", error);
    CHECK_THROWS_AS(period_of_code("0000"), error);
    CHECK_THROWS_WITH_AS(period_of_code("2020..2019"), "a period cannot end before it starts",
                         error);
  }
}
