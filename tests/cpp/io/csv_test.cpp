#include "kebi/io/csv.hpp"

#include <doctest/doctest.h>

using namespace kebi;

TEST_SUITE("csv") {
  using rows = std::vector<std::vector<std::string>>;

  rows texts(const table& read) {
    rows all;
    for (const auto& row : read) {
      auto& words = all.emplace_back();
      for (const table_cell& c : row) words.push_back(c.text);
    }
    return all;
  }

  TEST_CASE("cells may hold commas, quotes and line ends in quotes") {
    CHECK(texts(read_csv("a,b\n\"1,5\",\"say \"\"so\"\"\"\r\n\"two\nlines\",\n")) ==
          rows{{"a", "b"}, {"1,5", "say \"so\""}, {"two\nlines", ""}});
  }

  TEST_CASE("line ends of every system are line ends") {
    const rows expected{{"a", "b"}, {"c", "d"}};
    CHECK(texts(read_csv("a,b\nc,d")) == expected);
    CHECK(texts(read_csv("a,b\r\nc,d\r\n")) == expected);
    CHECK(texts(read_csv("a,b\rc,d\r")) == expected);
  }

  TEST_CASE("blank lines are no rows, a quoted nothing is one") {
    CHECK(texts(read_csv("a\n\n\nb\n")) == rows{{"a"}, {"b"}});
    CHECK(texts(read_csv("\"\"\n")) == rows{{""}});
    CHECK(texts(read_csv("")).empty());
  }

  TEST_CASE("a cell knows where it stands") {
    const std::string text = "指标,目标\n投资,\"增长, 3%\"\n";
    const table read = read_csv(text);
    CHECK(read[1][1].at == place{2, 5, text.find("增长")});
    CHECK(text.substr(read[1][1].at.offset, read[1][1].end - read[1][1].at.offset) == "增长, 3%");
  }

  TEST_CASE("what is written reads back as it was") {
    const char* pieces[] = {"", "a", ",", "\"", "\n", "\r\n", "增长 3%", " \"x\",y "};
    for (const char* a : pieces)
      for (const char* b : pieces) {
        const rows all{{a, b}, {b, a, b}, {a}};
        CAPTURE(a);
        CAPTURE(b);
        CHECK(texts(read_csv(write_csv(all))) == all);
      }
  }

  TEST_CASE("a quote in the wrong place is refused with its place") {
    CHECK_THROWS_WITH_AS(read_csv("a,b\nx,\"y\n"), "line 2, column 3: a quote that is never closed", read_error);
    CHECK_THROWS_WITH_AS(read_csv("a\nx\"y\n"),
                         "line 2, column 2: a quote inside a cell that does not start with one: put the "
                         "whole cell in quotes and double the quotes in it",
                         read_error);
    CHECK_THROWS_WITH_AS(read_csv("\"a\"b"),
                         "line 1, column 4: found \"b\" after a closing quote, expected a comma or the end of the line",
                         read_error);
  }
}
