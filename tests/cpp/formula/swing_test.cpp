#include "kebi/formula/swing.hpp"

#include "known.hpp"

using namespace kebi;
using namespace kebi::formulas;
using namespace kebi::literals;

TEST_CASE("profits and losses turn, they do not grow by silly percentages") {
  const auto how = [](double level, double base) { return growth_or_swing(level, base).how; };
  CHECK(how(5, -3) == swing::to_profit);
  CHECK(how(0, -3) == swing::to_profit);
  CHECK(how(-3, 5) == swing::to_loss);
  CHECK(how(-5, -3) == swing::loss_wider);
  CHECK(how(-3, -5) == swing::loss_narrower);
  CHECK(how(-3, -3) == swing::loss_same);
  CHECK(how(5, 0) == swing::undefined);
  CHECK(how(0, 0) == swing::undefined);
  CHECK(how(-5, 0) == swing::undefined);
  CHECK_FALSE(how(5, 3).has_value());
  CHECK(growth_or_swing(0.0, 4.0).rate->value() == -100);
  CHECK(growth_or_swing(-5.0, -3.0).change == -2);
}

TEST_CASE("a sum with a losing part grows by its levels") {
  // neg-component-power-2010, 国家统计局 2010-04 关于电力行业数据口径的说明: 17.75倍, the part
  // alone 5.5倍
  test::is("current sum", 156.4 + -18.4, 138.0, 0.051, "mm5888.com/20100430/37568.html");
  test::is("base sum", 24.17 + -16.81, 7.36, 0.001, "mm5888.com/20100430/37568.html");
  test::is("times", growth_or_swing(138.0, 7.36).rate->value() / 100, 17.75, 0.01,
           "mm5888.com/20100430/37568.html");
  test::is("part alone", growth_or_swing(156.4, 24.17).rate->value() / 100, 5.5, 0.05,
           "mm5888.com/20100430/37568.html");
  CHECK(growth_or_swing(-18.4, -16.81).how == swing::loss_wider);
}

TEST_CASE("a loss of 0.3 after 增亏 0.2 was a loss of 0.1") {
  // loss-widen-2018, ikeluosi.com/html/xczl/zl/201910/50_51278.html
  CHECK(base_of_loss(-0.3, 0.2) == doctest::Approx(-0.1));
  CHECK(growth_or_swing(-0.3, base_of_loss(-0.3, 0.2)).how == swing::loss_wider);
}

TEST_CASE("signs that rounding leaves open are not decided") {
  CHECK(growth_or_swing(5.0_p, 0.0_p).how == swing::undefined);
  CHECK(growth_or_swing(decimal{-30, 1}, decimal{-30, 1}).how == swing::undefined);
  CHECK(growth_or_swing(5.0_p, 0.1_p).rate->value().contains(4900));
  CHECK(growth_or_swing(0.0_p, 5.0_p).how == swing::undefined);
  CHECK(growth_or_swing(decimal{-1, 1}, 5.0_p).how == swing::to_loss);
}
