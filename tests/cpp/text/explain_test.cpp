#include "kebi/text/explain.hpp"

#include <doctest/doctest.h>

#include "assess/made.hpp"

using namespace made;

TEST_SUITE("explain") {
  TEST_CASE("a cap says what is left under it") {
    const auto a = only({target("登记失业人数", measure::level, bound::at_most, 5650_p, "人"),
                         outcome("登记失业人数", measure::level, 4872_p, "人")},
                        {known("登记失业人数", kind::stock, better::lower)});
    CHECK(reason(a, language::zh) == "距上限还有778人");
    CHECK(reason(a, language::en) == "778 人 below the cap");
    CHECK(need_words(a, language::zh) == "2019年下半年增加不超过778人");
  }

  TEST_CASE("a flow says how far it is before the time that has passed") {
    const auto a = only({target("投资", measure::level, bound::at_least, 300_p, "亿元"), outcome("投资", measure::level, 152.7_p, "亿元")},
                        {known("投资", kind::flow)});
    CHECK(reason(a, language::zh) == "完成50.9%，快于序时进度0.9个百分点");
    CHECK(reason(a, language::en) == "50.9% done, 0.9 points ahead of the time elapsed (50.0%)");
    CHECK(need_words(a, language::zh) == "2019年下半年还需147.3亿元 [147.25, 147.35]");
    CHECK(need_assumption(a, language::zh).empty());
  }

  TEST_CASE("a growth says by how many points, what the rest needs, and on what assumption") {
    fact range = target("增加值", measure::growth, bound::range, {}, "%");
    range.lo = 6.0_p;
    range.hi = 6.5_p;
    const auto a = only({range, outcome("增加值", measure::growth, -0.9_p, "%")}, {known("增加值", kind::flow)});
    CHECK(reason(a, language::zh) == "低于目标区间6.9个百分点");
    CHECK(need_words(a, language::zh) == "2019年下半年需增长12.9–13.9% [11.6, 15.7]");
    CHECK(need_assumption(a, language::zh) == "假定2019年上半年占上年基数的45%–55%");
  }

  TEST_CASE("an open verdict names the figure that would close it") {
    const auto a = only({target("比重", measure::level, bound::stable, {}, ""), outcome("比重", measure::level, 33.5_p, "%")},
                        {known("比重", kind::ratio)});
    CHECK(reason(a, language::zh) == "缺2018年上半年比重");
    CHECK(reason(a, language::en).find("lacks 比重 for") == 0);
  }

  TEST_CASE("every verdict and every lack has words in both languages") {
    for (int v = 0; v <= static_cast<int>(verdict::undetermined); ++v)
      for (const language in : {language::zh, language::en})
        CHECK_FALSE(verdict_word(static_cast<verdict>(v), in).empty());
    assessment a;
    for (int l = 1; l <= static_cast<int>(lacking::reading); ++l) {
      a.lacking = static_cast<lacking>(l);
      a.target.doubts = {doubt::period};
      CAPTURE(l);
      CHECK_FALSE(reason(a, language::zh).empty());
      CHECK(reason(a, language::zh) != reason(a, language::en));
    }
  }

  TEST_CASE("the word that states which way is better is given, and only where the verdict needs it") {
    const auto judged = [](const char* name, measure what, decimal goal, decimal came) {
      return only({target(name, what, bound::exact, goal, what == measure::level ? "件" : "%"),
                   outcome(name, what, came, what == measure::level ? "件" : "%")});
    };
    CHECK(reason(judged("投诉件数", measure::level, 100_p, 150_p), language::zh) == "高于目标50件（指标名称含“投诉”，以低为好）");
    CHECK(reason(judged("投诉件数", measure::level, 100_p, 150_p), language::en) ==
          "50 件 above the target (less is better: the name has 投诉)");
    CHECK(reason(judged("x", measure::growth, 6_p, 8_p), language::zh) == "高于目标2个百分点（目标用语为“增长”，以高为好）");
    CHECK(reason(judged("x", measure::level, 100_p, 150_p), language::zh).find("无法判断以高为好还是以低为好") != std::string::npos);
  }

  TEST_CASE("a pace within what 左右 leaves open is said to be") {
    const auto a = only({target("投资", measure::level, bound::about, 300_p, "亿元"), outcome("投资", measure::level, 148.5_p, "亿元")},
                        {known("投资", kind::flow)});
    CHECK(reason(a, language::zh) == "完成49.5%，慢于序时进度0.5个百分点（在“左右”的幅度之内）");
  }

  TEST_CASE("what rounding could turn is said") {
    const auto a = only({target("x", measure::growth, bound::exact, 6_p, "%"), outcome("x", measure::growth, 6.0_p, "%")});
    CHECK(reason(a, language::zh) == "与目标持平（在修约误差之内）");
  }
}
