#include "kebi/io/plan.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "kebi/core/read_decimal.hpp"
#include "kebi/io/encoding.hpp"
#include "kebi/text/read_phrase.hpp"
#include "kebi/text/standard_catalogue.hpp"

using namespace kebi;
using namespace kebi::literals;

namespace {

const catalogue& known() {
  static const catalogue all = standard_catalogue();
  return all;
}

std::string file(const char* path) {
  std::ostringstream bytes;
  bytes << std::ifstream{path, std::ios::binary}.rdbuf();
  return to_utf8(bytes.str());
}

bool same(const report& a, const report& b) {
  if (a.facts.size() != b.facts.size()) return false;
  for (std::size_t i = 0; i < a.facts.size(); ++i)
    if (!same_statement(a.facts[i], b.facts[i])) return false;
  return true;
}

std::string complaint(const std::string& csv, const plan_defaults& defaults = {}) {
  try {
    read_plan(csv, known(), defaults);
  } catch (const error& e) {
    return e.what();
  }
  return "read";
}

}  // namespace

TEST_SUITE("plan") {
  // examples/data/README.md names the source.
  TEST_CASE("the table of a real report is read as it is printed") {
    const report plan = read_plan(file("examples/data/jiading-2019h1.csv"), known());
    CHECK(plan.region == "嘉定区");
    CHECK(plan.period == half_of(2019, 1));
    int targets = 0;
    for (const fact& each : plan.facts) targets += each.status == status::target;
    CHECK(targets == 11);

    const fact &range = plan.facts[0], &fell = plan.facts[1];
    CHECK(range.indicator == "增加值");
    CHECK(range.bound == bound::range);
    CHECK(range.lo == 6.0_p);
    CHECK(range.hi == 6.5_p);
    CHECK(range.period == year_of(2019));
    CHECK(fell.measure == measure::growth);
    CHECK(fell.value == -0.9_p);
    CHECK(fell.period == half_of(2019, 1));
  }

  TEST_CASE("a part has the row above as its whole, and a bracketed period is the outcome's") {
    const report plan = read_plan(
        "指标,目标,完成情况,报告期\n"
        "3. 规模以上工业总产值,增长 3%左右,-10. 4%,2019年上半年\n"
        "#规模以上工业总产值（属地）,增长 3%左右,-10.9%,2019年上半年\n"
        "5. 外贸出口额(1-5月),基本持平,-1.6%,2019年上半年\n", known());
    CHECK(plan.facts[0].indicator == "规模以上工业总产值");
    CHECK(plan.facts[2].indicator == "规模以上工业总产值(属地)");
    CHECK(plan.facts[2].parent == "规模以上工业总产值");
    CHECK(plan.facts[4].indicator == "外贸出口额");
    CHECK(plan.facts[4].period == year_of(2019));
    CHECK(plan.facts[5].period == months_of(2019, 1, 5));
    CHECK(plan.facts[5].parent.empty());
  }

  TEST_CASE("facts stand where their words stand") {
    const std::string text = file("examples/data/jiading-2019h1.csv");
    for (const fact& each : read_plan(text, known()).facts) {
      CAPTURE(each.text);
      CHECK(text.substr(each.start, each.end - each.start) == each.text);
    }
  }

  TEST_CASE("a plan written as a table reads back as the same statements") {
    const report plan = read_plan(file("examples/data/jiading-2019h1.csv"), known());
    const report again = read_plan(write_plan(plan, known()), known());
    CHECK(same(plan, again));
    CHECK(again.region == plan.region);
    CHECK(write_plan(again, known()) == write_plan(plan, known()));
  }

  TEST_CASE("every kind of target comes back from the table") {
    const char* phrases[] = {"增长6%", "增长6%左右", "增长6%以上", "增长6.0%-6.5%", "下降3%", "下降3%以上",
                             "完成300亿元以上", "达到300亿元左右", "控制在300亿元以内", "超过300亿元",
                             "与经济增长保持同步", "基本持平", "保持正增长", "增长20%,力争25%", "年均增长7%"};
    for (const char* phrase : phrases) {
      CAPTURE(phrase);
      const std::string row = std::string{"2019H1,固定资产投资,\""} + phrase + "\",嘉定区,expected\n";
      const report plan = read_plan("period,indicator,target,region,nature\n" + row, known());
      CHECK(plan.facts.at(0).nature == nature::expected);
      CHECK(same(plan, read_plan(write_plan(plan, known()), known())));
    }
  }

  TEST_CASE("a fact that no cell can say is refused, not bent") {
    report plan;
    plan.period = half_of(2019, 1);
    fact odd;
    odd.indicator = "固定资产投资";
    odd.period = half_of(2019, 1);
    odd.measure = measure::pull;
    odd.value = 1.2_p;
    odd.unit = unit{"个百分点"};
    odd.direction = direction::narrower;
    plan.facts = {odd};
    CHECK_THROWS_AS(write_plan(plan, known()), error);
  }

  TEST_CASE("the head of the outcomes tells their span") {
    plan_defaults defaults;
    defaults.period = year_of(2024);
    const report read = read_plan("指标,目标,上半年完成\n固定资产投资,增长8%,今年增长9%\n", known(), defaults);
    REQUIRE(read.facts.size() == 2);
    CHECK(read.facts[0].period == year_of(2024));
    CHECK(read.facts[1].period == half_of(2024, 1));
    CHECK(read_plan("指标,1-5月完成情况\n固定资产投资,增长9%\n", known(), defaults).facts[0].period ==
          months_of(2024, 1, 5));
  }

  TEST_CASE("blank cells and signs for nothing are no figures") {
    const report plan = read_plan("indicator,period,target,outcome\n固定资产投资,2019H1,完成300亿元以上,—\n,,,\n", known());
    CHECK(plan.facts.size() == 1);
  }

  TEST_CASE("what the table leaves out can be said when reading") {
    const report plan = read_plan("indicator,outcome\n固定资产投资,152.7亿元\n", known(), {"嘉定区", half_of(2019, 1)});
    CHECK(plan.facts.at(0).region == "嘉定区");
    CHECK(plan.facts.at(0).period == half_of(2019, 1));
  }

  TEST_CASE("the stated status and target period win") {
    const report plan = read_plan("indicator,period,target,target_period,outcome,status\n"
                                  "固定资产投资,2019H1,年均增长7%,2016..2020,152.7亿元,forecast\n", known());
    CHECK(plan.facts.at(0).period == years_of(2016, 2020));
    CHECK(plan.facts.at(1).status == status::forecast);
  }

  TEST_CASE("bad input is told with its place, what was found and what could have stood there") {
    CHECK(complaint("") == "line 1, column 1: the table is empty: it needs a header such as indicator,target,outcome,period");
    CHECK(complaint("indicator,period\nx,2019H1\n").starts_with("line 1, column 1: a plan needs a column target"));
    CHECK(complaint("target,period\n增长3%,2019H1\n") == "line 1, column 1: the column indicator (指标) is missing");
    CHECK(complaint("indicator,target,target\n").starts_with("line 1, column 18: the column target appears twice"));
    CHECK(complaint("indicator,target\n固定资产投资,增长3%\n").starts_with("line 2, column 1: no period for this row"));
    CHECK(complaint("indicator,period,target\n固定资产投资,2019H1,增长 abc\n").starts_with("line 2, column "));
    CHECK(complaint("indicator,period,target\n固定资产投资,2019年13月,增长3%\n").starts_with("line 2, column 8: "));
    CHECK(complaint("indicator,period,target\n固定资产投资,2019H1,完成300人以上\n").find("人") != std::string::npos);
    CHECK(complaint("indicator,period,target\n固定资产投资,2019H1,增长3%,4\n").starts_with("line 2, column 20: this row has 4 cells"));
    CHECK(complaint("indicator,period,target\n#工业投资,2019H1,增长3%\n").starts_with("line 2, column 1: a part needs a whole above it"));
    CHECK(complaint("indicator,period,target\n,2019H1,增长3%\n") == "line 2, column 1: this row names no indicator");
    CHECK(complaint("indicator,period,target\n固定资产投资,2019H1,\n").find("neither a target nor an outcome") != std::string::npos);
    CHECK(complaint("indicator,period,target\n固定资产投资,2019H1,完成12345678901234567890亿元\n").find("too large for any statistic") !=
          std::string::npos);
    const std::string two = complaint("indicator,period,target\n固定资产投资,2019H1,增长3%\n固定资产投资,2019H1,增长5%\n");
    CHECK(two.starts_with("line 3, column 15: two targets for the growth of 固定资产投资 in 2019"));
    CHECK(two.find("\"增长3%\" on line 2 and \"增长5%\"") != std::string::npos);
  }

  TEST_CASE("the same target said twice, or targets of two kinds, do not compete") {
    CHECK(complaint("indicator,period,target\n固定资产投资,2019H1,增长3%\n固定资产投资,2019H1,增长3%\n") == "read");
    CHECK(complaint("indicator,period,target\n固定资产投资,2019H1,增长3%\n固定资产投资,2019H1,完成300亿元\n") == "read");
  }
}
