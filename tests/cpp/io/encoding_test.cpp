#include "kebi/io/encoding.hpp"

#include <doctest/doctest.h>

#include "kebi/core/error.hpp"

using namespace kebi;

TEST_SUITE("encoding") {
  TEST_CASE("UTF-8 comes through, with or without its mark") {
    CHECK(to_utf8("指标,a") == "指标,a");
    CHECK(to_utf8("\xEF\xBB\xBF指标") == "指标");
    CHECK(to_utf8("") == "");
  }

  TEST_CASE("GB 18030 is recognised") {
    CHECK(to_utf8("\xD6\xB8\xB1\xEA") == "指标");                  // two bytes a character, as in GBK
    CHECK(to_utf8("\xD4\xF6\xB3\xA4 3%\n") == "增长 3%\n");
    CHECK(to_utf8(std::string{"\x82\x30\x9A\x30\xD6\xB8", 6}).ends_with("指"));  // four bytes
  }

  TEST_CASE("a long text in GB 18030 is converted whole") {
    std::string gb, utf8;
    for (int i = 0; i < 5000; ++i) {
      gb += "\xD6\xB8\xB1\xEA\n";
      utf8 += "指标\n";
    }
    CHECK(to_utf8(gb) == utf8);
  }

  TEST_CASE("what is no UTF-8 is found at its first wrong byte") {
    const struct {
      const char* why;
      std::string bytes;
      std::size_t good;
    } rows[] = {{"cut off", "a\xE6\x8C", 1},       {"overlong", "\xC0\x80", 0},
                {"overlong, three", "\xE0\x80\x80", 0}, {"surrogate", "ab\xED\xA0\x80", 2},
                {"beyond Unicode", "\xF4\x90\x80\x80", 0}, {"bare continuation", "x\x80", 1},
                {"all good", "指标", 6}};
    for (const auto& row : rows) {
      CAPTURE(row.why);
      CHECK(valid_utf8(row.bytes) == row.good);
    }
  }

  TEST_CASE("bytes that are neither are refused with their place") {
    CHECK_THROWS_WITH_AS(to_utf8("a\nb\xFF\xFF"),
                         "line 2, column 2: a byte that is neither UTF-8 nor GB 18030: save the file as UTF-8",
                         read_error);
    CHECK_THROWS_WITH_AS(to_utf8("\xFF\xFE\x41"), "line 1, column 1: this is UTF-16: save the file as UTF-8", read_error);
  }

  TEST_CASE("UTF-32 is refused by its name") {
    using namespace std::string_view_literals;
    for (const std::string_view bytes : {"\xFF\xFE\0\0A\0\0\0"sv, "\0\0\xFE\xFF\0\0\0A"sv})
      CHECK_THROWS_WITH_AS(to_utf8(bytes), "line 1, column 1: this is UTF-32: save the file as UTF-8",
                           read_error);
  }

  TEST_CASE("Big5 is told from GB 18030 by the second bytes of its characters") {
    CHECK(to_utf8("\xA5\x58\xA4\x66\xBC\x57\xAA\xF8 5%") == "出口增長 5%");
    CHECK(to_utf8("\xC8\xAB\xC7\xF8") == "全区");  // GB 2312, with leads that Big5 has not
    CHECK(to_utf8("\xE9\x46\xCF\xC8\xC9\xFA\xB5\xC4\xB1\xA8\xB8\xE6") == "镕先生的报告");
  }
}
