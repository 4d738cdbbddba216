#include <doctest/doctest.h>

#include <string>

#include "kebi/text/standard_catalogue.hpp"

using namespace kebi;

namespace {

const std::string header = "name\taliases\tenglish\tkind\tunits\tbetter\tparts\tgrowth\n";

std::string complaint(const std::string& tsv) {
  try {
    read_catalogue(tsv);
    return "read";
  } catch (const error& e) {
    return e.what();
  }
}

}  // namespace

TEST_CASE("a catalogue is read with its lists") {
  const catalogue all = read_catalogue("# for a test\n" + header +
                                       "粮食产量\t粮食总产量;全年粮食产量\tGrain output\tflow\t万吨;亿斤\thigher\tsum\tvolume\r\n\n");
  REQUIRE(all.size() == 1);
  const indicator& grain = *all.find("粮食总产量");
  CHECK(grain.name == "粮食产量");
  CHECK(grain.aliases.size() == 2);
  CHECK(grain.units.back().symbol() == "亿斤");
  CHECK(grain.kind == kind::flow);
  CHECK(grain.growth_at == growth_at::volume);
}

TEST_CASE("a catalogue tells what a ratio is made of") {
  const catalogue all = read_catalogue(header + "人均地区生产总值\t\tPer head\tratio\t元\thigher\tmean\treal\t"
                                                "地区生产总值 / mean 常住人口; 地区生产总值 / 总人口\n");
  const std::vector<quotient> made = all.find("人均地区生产总值")->quotients;
  CHECK(made == std::vector<quotient>{{"地区生产总值", "常住人口", true}, {"地区生产总值", "总人口", false}});
  // What a standard ratio is made of are standard indicators.
  const catalogue standard = standard_catalogue();
  std::size_t ratios = 0;
  for (const indicator& each : standard.all())
    for (const quotient& one : each.quotients) {
      CAPTURE(each.name);
      CHECK(standard.find(one.numerator) != nullptr);
      CHECK(standard.find(one.denominator) != nullptr);
      CHECK((each.kind == kind::ratio || each.kind == kind::rate));
      ++ratios;
    }
  CHECK(ratios >= 25);
}

TEST_CASE("the standard catalogue names what plans are about") {
  const catalogue all = standard_catalogue();
  CHECK(all.size() >= 150);
  for (const char* name : {"地区生产总值", "一般公共预算收入", "城镇登记失业率", "PM2.5平均浓度", "居民人均可支配收入"})
    CHECK_MESSAGE(all.find(name) != nullptr, name);
}

TEST_CASE("a faulty catalogue is refused with line and column") {
  CHECK(complaint("").find("a header") != std::string::npos);
  CHECK(complaint("name\tenglish\n").find("line 1, column 6: found \"english\"") == 0);
  CHECK(complaint(header + "a\tb\n").find("line 2, column 1: found 2 cells") == 0);
  CHECK(complaint(header + "甲\t\tA\tflux\t吨\thigher\tsum\treal\n").find("line 2, column 6: in column kind: found \"flux\"") == 0);
  CHECK(complaint(header + "甲\t\tA\tflow\t吨;9\thigher\tsum\treal\n").find("line 2, column 13: in column units") == 0);
  CHECK(complaint(header + "甲\t\tA\tratio\t元\thigher\tmean\treal\t乙 /\n")
            .find("line 2, column 31: in column quotients: a quotient needs a name on either side") == 0);
  CHECK(complaint(header + "甲\t\tA\tflow\t吨\thigher\tsum\treal\n甲\t\tB\tflow\t吨\thigher\tsum\treal\n")
            .find("line 3, column 1: in column name: the name 甲") == 0);
}
