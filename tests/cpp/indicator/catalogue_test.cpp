#include "kebi/indicator/catalogue.hpp"

#include <doctest/doctest.h>

using namespace kebi;

namespace {

indicator named(std::string name, std::vector<std::string> aliases = {}) {
  indicator what;
  what.name = std::move(name);
  what.aliases = std::move(aliases);
  return what;
}

const catalogue known{
    {named("一般公共预算收入", {"地方一般公共预算收入", "财政收入"}), named("居民人均可支配收入"),
     named("细颗粒物(PM2.5)浓度", {"PM2.5(年均)"})}
};

}  // namespace

TEST_SUITE("catalogue") {
  TEST_CASE("an indicator is found by its name and its aliases") {
    for (const char* name : {"一般公共预算收入", "地方一般公共预算收入", "财政收入"}) {
      CAPTURE(name);
      REQUIRE(known.find(name));
      CHECK(known.find(name)->name == "一般公共预算收入");
    }
    CHECK(known.size() == 3);
  }
  TEST_CASE("blanks and full-width brackets do not hide a name") {
    for (const char* name :
         {"细颗粒物（PM2.5）浓度", "细颗粒物 (PM2.5) 浓度", "细颗粒物(PM2.5)　浓度",
          "细颗粒物(PM2.5)\u00A0浓度", "\t细颗粒物(PM2.5)浓度"}) {
      CAPTURE(name);
      CHECK(known.find(name) == &known.all()[2]);
    }
  }
  TEST_CASE("a remark in brackets at the end is passed over unless it is part of a name") {
    CHECK(known.find("一般公共预算收入（1-5月）") == &known.all()[0]);
    CHECK(known.find("一般公共预算收入(1-5月)(快报)") == &known.all()[0]);
    CHECK(known.find("PM2.5(年均)") == &known.all()[2]);
    CHECK(known.find("PM2.5(月均)") == nullptr);
  }
  TEST_CASE("what is not in the catalogue is not found") {
    for (const char* name : {"", " ", "(", ")", "()", "(1-5月)", "预算收入", "一般公共预算收入)",
                             "一般公共预算", "\xEF\xBC", "一般公共预算收入("}) {
      CAPTURE(name);
      CHECK(known.find(name) == nullptr);
    }
  }
  TEST_CASE("two names are the same if they name one indicator, known or not") {
    CHECK(known.same("财政收入", "一般公共预算收入"));
    CHECK(known.same("财政收入（快报）", "一般公共预算 收入"));
    CHECK_FALSE(known.same("财政收入", "居民人均可支配收入"));
    CHECK(known.same("用电量（全社会）", "用电量(全社会)"));
    CHECK_FALSE(known.same("用电量", "用水量"));
    CHECK_FALSE(known.same("用电量", "财政收入"));
  }

  TEST_CASE("a catalogue is a value that its owner extends") {
    catalogue mine = known;
    mine.add(named("夜间经济活跃度", {"夜经济指数"}));
    CHECK(mine.find("夜经济指数"));
    CHECK_FALSE(known.find("夜经济指数"));
    CHECK(mine.size() == known.size() + 1);
  }
  TEST_CASE("an indicator may repeat its own name among its aliases") {
    catalogue mine;
    mine.add(named("PM2.5(年均)", {"PM2.5（年均）"}));
    CHECK(mine.size() == 1);
  }

  // Refusals.
  TEST_CASE("a name belongs to one indicator, and a refused one changes nothing") {
    catalogue mine = known;
    CHECK_THROWS_WITH_AS(mine.add(named("税收", {"财政 收入"})),
                         "the name 财政 收入 of 税收 already belongs to 一般公共预算收入: give it "
                         "another, or leave it out",
                         error);
    CHECK_FALSE(mine.find("税收"));
    CHECK(mine.size() == 3);
    CHECK_THROWS_AS(mine.add(named("居民人均可支配收入")), error);
    CHECK_THROWS_AS((catalogue{
                        {named("a"), named("b", {"a"})}
    }),
                    error);
  }
}
