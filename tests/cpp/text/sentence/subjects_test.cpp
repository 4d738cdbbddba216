#include "text/sentence/subject/subjects.hpp"

#include <doctest/doctest.h>

#include "text/sentence/head/read_head.hpp"
#include "text/sentence/one_sentence.hpp"

using namespace kebi;
using namespace kebi::grammar;

namespace {

using names = std::vector<std::string>;

/// Whom the first number of a sentence speaks of, as one of `count`.
subjects whom(const test::one_sentence& s, std::size_t count = 1) {
  const frame f = read_head(s.all(), 0, s.number(), s.known());
  return subjects_of(s.all(), f, s.all().number(s.number()).form, count, s.known());
}

}  // namespace

TEST_SUITE("subjects") {
  TEST_CASE("the head names the subject, without words around it and without its region") {
    const test::one_sentence s{"其中全省规模以上工业增加值累计增长5.2%"};
    const subjects found = whom(s);
    CHECK(found.names == names{"规模以上工业增加值"});
    CHECK(found.region == "全省");
  }

  TEST_CASE("the object of a verb completes the name") {
    CHECK(whom(test::one_sentence{"甲公司分别实现产值12亿元"}).names == names{"甲公司产值"});
    CHECK(whom(test::one_sentence{"甲公司等龙头企业分别完成产值3亿元"}, 2).names ==
          names{"甲公司产值"});
  }

  TEST_CASE("a list names one subject for each number") {
    const subjects found = whom(test::one_sentence{"鸡蛋、鸡肉和鸭肉价格分别上涨3%"}, 3);
    CHECK(found.names == names{"鸡蛋价格", "鸡肉价格", "鸭肉价格"});
    const subjects parts = whom(test::one_sentence{"三次产业增加值分别增长3%"}, 3);
    CHECK(parts.names == names{"第一产业增加值", "第二产业增加值", "第三产业增加值"});
  }

  TEST_CASE("places that share what is measured are regions") {
    const subjects found = whom(test::one_sentence{"甲市、乙市工业增加值分别增长3%"}, 2);
    CHECK(found.names == names{"工业增加值", "工业增加值"});
    CHECK(found.regions == names{"甲市", "乙市"});
  }

  TEST_CASE("a head without a name goes on with what carries over") {
    test::one_sentence s{"同比增长5.2%"};
    s.carried.whom.names = {"固定资产投资"};
    CHECK(whom(s).names == names{"固定资产投资"});
  }

  TEST_CASE("words that say only what is measured go on as well") {
    test::one_sentence share{"占比为12.5%"};
    share.carried.whom.names = {"高技术产业增加值"};
    CHECK(whom(share).names == names{"高技术产业增加值"});
    CHECK(whom(share).share);
    test::one_sentence plan{"年度目标完成64%"};
    plan.carried.whom.names = {"城镇新增就业"};
    CHECK(whom(plan).names == names{"城镇新增就业"});
    CHECK(whom(plan).progress);
  }

  TEST_CASE("a target belongs to the status, not to the name") {
    const subjects found = whom(test::one_sentence{"一般公共预算收入全年目标100亿元"});
    CHECK(found.names == names{"一般公共预算收入"});
    CHECK(found.aims);
  }

  TEST_CASE("a phrase is about the indicators that are given") {
    test::one_sentence s{"亏损1.2亿元"};
    s.given.subjects = {"企业利润总额"};
    CHECK(whom(s).names == names{"企业利润总额亏损"});
  }
}
