#include "text/document/document.hpp"

#include <doctest/doctest.h>

#include "text/words/lexicon.hpp"

using namespace kebi::grammar;

namespace {

/// The kind and the words of each block.
std::string blocks_of(std::string_view source) {
  const document all{source, words_of(nullptr)};
  std::string lines;
  for (const block& one : all.blocks()) {
    lines += one.is == line_kind::heading ? "#" : one.is == line_kind::row ? "|" : "-";
    lines += " " + all.text().text().substr(one.begin, one.end - one.begin) + "\n";
  }
  return lines;
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a line that ends inside a sentence goes on in the next one") {
    CHECK(blocks_of("全市投资增长\n5.2%。\n出口增长3%。") ==
          "- 全市投资增长5.2%。\n- 出口增长3%。\n");
    CHECK(blocks_of("粮食、油料\n、蔬菜增长3%。") == "- 粮食、油料、蔬菜增长3%。\n");
  }

  TEST_CASE("an item and digits that would meet start a line of their own") {
    CHECK(blocks_of("主要指标\n1.投资增长5%。") == "- 主要指标\n- 1.投资增长5%。\n");
    CHECK(blocks_of("增长5\n2024年") == "- 增长5\n- 2024年\n");
  }

  TEST_CASE("headings are marked, or are titles that stand apart") {
    CHECK(blocks_of("# 上半年情况\n投资增长5%。") == "# # 上半年情况\n- 投资增长5%。\n");
    CHECK(blocks_of("2024年上半年国民经济运行情况\n\n投资增长5%。") ==
          "# 2024年上半年国民经济运行情况\n- 投资增长5%。\n");
  }

  TEST_CASE("rows have tabs or bars, and words of their own") {
    CHECK(blocks_of("指标\t数值\n投资\t120") == "| 指标\t数值\n| 投资\t120\n");
    const document all{"投资增长5%。\n出口增长3%。", words_of(nullptr)};
    REQUIRE(all.blocks().size() == 2);
    CHECK(all.blocks()[0].first == 0);
    CHECK(all.blocks()[0].last <= all.blocks()[1].first);
    CHECK(all.blocks()[1].last == all.words().all.size());
  }
}
