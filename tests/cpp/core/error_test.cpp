#include "kebi/core/error.hpp"

#include <doctest/doctest.h>

using namespace kebi;

TEST_SUITE("error") {
  TEST_CASE("a place counts lines and characters from one, and bytes from zero") {
    static_assert(place_in("abc", 0) == place{1, 1, 0});
    static_assert(place_in("abc", 2) == place{1, 3, 2});
    static_assert(place_in("完成172.8", 6) == place{1, 3, 6});
    static_assert(place_in("a\n完成", 5) == place{2, 2, 5});
    static_assert(place_in("a\r\nb", 3) == place{2, 1, 3});
    static_assert(place_in("", 0) == place{});
  }
  TEST_CASE("the place of a byte beyond the text is its end") {
    static_assert(place_in("ab", 9) == place{1, 3, 9});
  }

  TEST_CASE("an input that cannot be read says where, what and what else") {
    const read_error wrong{
        place{3, 14, 120},
        "\"abc\"", "a number"
    };
    CHECK(std::string{wrong.what()} == "line 3, column 14: found \"abc\", expected a number");
    CHECK(wrong.complaint() == "found \"abc\", expected a number");
    CHECK(wrong.at() == place{3, 14, 120});
  }
  TEST_CASE("an error of a cell is told from the whole text") {
    const place cell{7, 5, 200};
    CHECK(read_error{
              place{1, 3, 2},
              "x"
    }
              .inside(cell)
              .at() == place{7, 7, 202});
    // In a cell of several lines only the first is shifted.
    CHECK(read_error{
              place{2, 3, 9},
              "x"
    }
              .inside(cell)
              .at() == place{8, 3, 209});
    CHECK(std::string{
              read_error{place{}, "x"}
              .inside(cell).what()
    } == "line 7, column 5: x");
  }

  TEST_CASE("long words are cut between characters") {
    CHECK(in_quotes("abc") == "\"abc\"");
    CHECK(in_quotes("") == "\"\"");
    CHECK(in_quotes(std::string(60, 'a')) == '"' + std::string(60, 'a') + '"');
    CHECK(in_quotes(std::string(61, 'a')) == '"' + std::string(60, 'a') + "...\"");
    std::string long_name;
    for (int i = 0; i < 30; ++i) long_name += "增";
    for (std::size_t start = 0; start < 3; ++start) {
      const std::string shown = in_quotes(std::string(start, 'a') + long_name);
      CAPTURE(shown);
      CHECK(shown.size() - 5 - start == (60 - start) / 3 * 3);
    }
    CHECK(in_quotes(std::string(100, '\x80')) == "\"...\"");  // no UTF-8 at all
  }
}
