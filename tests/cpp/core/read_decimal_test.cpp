#include "kebi/core/read_decimal.hpp"

#include <doctest/doctest.h>

using namespace kebi;
using namespace kebi::literals;

TEST_SUITE("read_decimal") {
  // 计划执行情况的报告 as text extraction leaves it: full width, torn apart, with marks.
  TEST_CASE("a number is read as reports print it") {
    const struct {
      const char* text;
      decimal number;
    } rows[] = {
        {"172.8",                      decimal{1728, 1}               },
        {"-10.4",                      decimal{-104, 1}               },
        {"+3",                         decimal{3}                     },
        {"0.0",                        decimal{0, 1}                  },
        {"007",                        decimal{7}                     },
        {"33. 5",                      decimal{335, 1}                },
        {"33 .5",                      decimal{335, 1}                },
        {"33 . 5",                     decimal{335, 1}                },
        {"- 10. 4",                    decimal{-104, 1}               },
        {"33,323",                     decimal{33'323}                },
        {"33 323",                     decimal{33'323}                },
        {"1,234,567.89",               decimal{123'456'789, 2}        },
        {"1 234 567",                  decimal{1'234'567}             },
        {"\u2212"
         "0.3",               decimal{-3, 1}                 }, // minus sign
        {"\uFF0D"
         "0.3",               decimal{-3, 1}                 }, // full-width hyphen
        {"\uFF0B"
         "0.3",               decimal{3, 1}                  },
        {"１７２．８",            decimal{1728, 1}               },
        {"１７2.８",                decimal{1728, 1}               },
        {"－１０．４",            decimal{-104, 1}               },
        {"33\u00A0323",                decimal{33'323}                }, // no-break space
        {"33\u2009323",                decimal{33'323}                }, // thin space
        {"\u3000"
         "5.2 ",              decimal{52, 1}                 },
        {"  300",                      decimal{300}                   },
        {"99999999999999999",          decimal{99'999'999'999'999'999}},
        {"00000000000000000000000001", decimal{1}                     },
    };
    for (const auto& row : rows) {
      CAPTURE(row.text);
      CHECK(read_decimal(row.text) == row.number);
    }
  }

  TEST_CASE("a scan takes the number and no more") {
    const struct {
      const char* text;
      decimal number;
      std::size_t length;
    } rows[] = {
        {"172.8亿元",          decimal{1728, 1}, 5},
        {"300 亿元",           decimal{300},     3},
        {"6.0%-6.5%",            decimal{60, 1},   3},
        {"5.",                   decimal{5},       1},
        {"5。",                 decimal{5},       1},
        {"1.2.3",                decimal{12, 1},   3},
        {"33,3233",              decimal{33},      2}, // no group of three
        {"3333,333",             decimal{3333},    4}, // a group of four before the mark
        {"33,32",                decimal{33},      2},
        {"12，345",             decimal{12},      2}, // a comma of the sentence
        {"2019 123",             decimal{2019},    4},
        {"1,234,56",             decimal{1234},    5},
        {"\xEF\xBC\x95\xEF\xBC", decimal{5},       3}, // a full-width digit and a torn one
    };
    for (const auto& row : rows) {
      CAPTURE(row.text);
      const auto found = scan_decimal(row.text);
      REQUIRE(found);
      CHECK(found->value == row.number);
      CHECK(found->length == row.length);
    }
  }

  TEST_CASE("what does not start with a number is no number") {
    for (const char* text : {"", "-", "+ ", ".5", "％", "亿元", " 5", "--5", "－", "\xEF",
                             "\xEF\xBC", "\xEF\xBC\x8D", "\xFF\xFE"}) {
      CAPTURE(text);
      CHECK_FALSE(scan_decimal(text));
    }
  }

  // Laws.
  TEST_CASE("what is printed reads back, over a grid") {
    for (std::int64_t digits = -1100; digits <= 1100; digits += 7)
      for (int decimals = 0; decimals <= 17; ++decimals) {
        const decimal number{digits, decimals};
        if (read_decimal(to_string(number)) != number) FAIL_CHECK(to_string(number));
      }
    for (int n = 0; n < 17; ++n)
      for (int decimals = 0; decimals <= 17; ++decimals)
        for (const std::int64_t off : {-1, 0, 1}) {
          const decimal number{detail::power_of_ten(n) + off, decimals};
          if (read_decimal(to_string(number)) != number) FAIL_CHECK(to_string(number));
        }
  }
  TEST_CASE("a number without decimals before the point reads back to the same value") {
    for (int digits = -50; digits <= 50; ++digits)
      for (int decimals = -9; decimals < 0; ++decimals) {
        const decimal number{digits, decimals}, back = read_decimal(to_string(number));
        CHECK(back.decimals() == 0);
        CHECK((back <=> number) == std::weak_ordering::equivalent);
      }
  }
  TEST_CASE("literals are read by the compiler") {
    static_assert(172.8_p == decimal{1728, 1});
    static_assert(6.50_p == decimal{650, 2});
    static_assert(read_decimal("- 10. 4") == decimal{-104, 1});
  }

  // Refusals.
  TEST_CASE("a text that is more than a number is refused, with the place") {
    const struct {
      const char* text;
      const char* message;
    } rows[] = {
        {"",                  "line 1, column 1: found nothing, expected a number such as 172.8"        },
        {"  ",                "line 1, column 3: found nothing, expected a number such as 172.8"        },
        {"abc",               "line 1, column 1: found \"abc\", expected a number such as 172.8"        },
        {"172.8亿元",       "line 1, column 6: found \"亿元\", expected the end of the number 172.8"},
        {"１７２.８ ％", "line 1, column 7: found \"％\", expected the end of the number 172.8"   },
        {"33,3233",           "line 1, column 3: found \",3233\", expected the end of the number 33"    },
        {"1.2.3",             "line 1, column 4: found \".3\", expected the end of the number 1.2"      },
    };
    for (const auto& row : rows) {
      CAPTURE(row.text);
      CHECK_THROWS_WITH_AS(read_decimal(row.text), row.message, read_error);
    }
  }
  TEST_CASE("a number of too many digits is refused") {
    CHECK_THROWS_WITH_AS(read_decimal("123456789012345678"),
                         "a number of more than 17 digits is too large for any statistic", error);
    CHECK_THROWS_AS(read_decimal("123,456,789,012,345,678"), error);
    CHECK_THROWS_AS(read_decimal("１２３４５６７８９０１２３４５６７８"), error);
    CHECK_THROWS_AS(read_decimal("1.00000000000000000"), error);
    CHECK_THROWS_WITH_AS(read_decimal("0.000000000000000001"),
                         "a number of more than 17 decimals is too fine for any statistic", error);
    CHECK_THROWS_AS(read_decimal(std::string(100'000, '9')), error);
  }
}
