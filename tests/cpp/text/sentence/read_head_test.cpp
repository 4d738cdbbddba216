#include "text/sentence/head/read_head.hpp"

#include <doctest/doctest.h>

#include "text/sentence/one_sentence.hpp"

using namespace kebi;
using namespace kebi::grammar;

namespace {

/// The head of the first number of a sentence.
struct head {
  test::one_sentence s;
  frame f;

  explicit head(const char* words) : s{words}, f{read_head(s.all(), 0, s.number(), s.known())} {}

  std::string shown(const std::optional<piece>& p) const {
    return p ? s.all().printed(*p) : std::string{};
  }
  std::string subject() const { return s.all().printed(f.whom.subject); }
};

}  // namespace

TEST_SUITE("read_head") {
  TEST_CASE("a verb of change parts the subject from what speaks of the number") {
    const head h{"规模以上工业增加值同比增长5.2%"};
    CHECK(h.subject() == "规模以上工业增加值");
    CHECK(h.f.whom.predicate == h.s.at("同比"));
    CHECK(h.f.growth.basis == basis::yoy);
    CHECK(h.f.change.stated);
    CHECK(h.f.change.sign == 1);
    CHECK(!h.f.change.to);
  }

  TEST_CASE("each verb of change has its sign, and an end where it says so") {
    const struct {
      const char* words;
      int sign;
      bool to, of_difference;
    } rows[] = {
        {"失业率下降0.3个百分点", -1, false, false},
        {"失业率降至4.8%",        -1, true,  false},
        {"降幅收窄1.2个百分点",   -1, false, true },
        {"利润增亏0.3亿元",       1,  false, false},
    };
    for (const auto& row : rows) {
      CAPTURE(row.words);
      const head h{row.words};
      CHECK(h.f.change.stated);
      CHECK(h.f.change.to == row.to);
      CHECK(h.f.change.of_difference == row.of_difference);
      if (!h.f.change.of_loss) CHECK(h.f.change.sign == row.sign);
    }
  }

  TEST_CASE("a reference is a place, a plan or a time") {
    const head place{"增速高于全国1.4个百分点"};
    CHECK(place.f.against.gap == 1);
    CHECK(place.shown(place.f.against.reference) == "全国");
    CHECK(!place.f.against.reference_is_time);
    const head time{"常住人口比上年末减少22万人"};
    CHECK(time.f.against.than);
    CHECK(time.shown(time.f.against.reference) == "上年末");
    CHECK(time.f.against.reference_is_time);
    CHECK(time.f.against.gap == 0);
  }

  TEST_CASE("a verb of more or less with the number at once is a bound") {
    const head h{"投资超过50亿元"};
    CHECK(h.f.outcome.bound == bound::more_than);
    CHECK(h.f.against.gap == 0);
  }

  TEST_CASE("what 占 stands before is the whole") {
    const head h{"第三产业增加值占地区生产总值的比重为54.2%"};
    CHECK(h.f.measure.share);
    CHECK(h.f.measure.takes_part);
    CHECK(h.shown(h.f.measure.whole) == "地区生产总值的");
  }

  TEST_CASE("what stands behind 实现 is the object") {
    const head h{"35家企业实现产值12.3亿元"};
    const std::size_t second = h.s.number(1);
    const frame f = read_head(h.s.all(), 0, second, h.s.known());
    CHECK(f.outcome.reach == reach_word::reached);
    CHECK(h.shown(f.whom.object) == "产值");
  }

  TEST_CASE("完成 is told from 实现, for a part of a plan may follow") {
    CHECK(head{"投资完成64%"}.f.outcome.reach == reach_word::completed);
    CHECK(head{"投资达到64亿元"}.f.outcome.reach == reach_word::attained);
  }

  TEST_CASE("确保 makes a target, 力争 the second mark of one") {
    CHECK(head{"确保增长6%"}.f.standing.status == status::target);
    CHECK(head{"确保增长6%"}.f.outcome.hold == hold_word::ensured);
    CHECK(head{"力争增长6%"}.f.standing.stretch);
    CHECK(head{"预计增长6%"}.f.standing.status == status::forecast);
  }

  TEST_CASE("a growth that is denied says so") {
    CHECK(head{"投资没有增长5%"}.f.change.negated);
    CHECK(!head{"投资增长5%"}.f.change.negated);
  }

  TEST_CASE("nouns of rates are growths or falls") {
    CHECK(head{"工业增速5%"}.f.measure.rate == rate_word::growth);
    CHECK(head{"工业降幅5%"}.f.measure.rate == rate_word::decline);
    CHECK(!head{"工业5%"}.f.names_rate());
  }

  TEST_CASE("其中 starts the subject anew") {
    const head h{"投资稳定其中民间投资增长5%"};
    CHECK(h.f.whom.among);
    CHECK(h.subject() == "民间投资");
  }
}
