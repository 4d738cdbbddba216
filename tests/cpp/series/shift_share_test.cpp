#include "kebi/series/shift_share.hpp"

#include "series/exact.hpp"
#include "series/known.hpp"

using namespace kebi;

TEST_CASE("the three parts of shift-share make the change of each industry of each region") {
  test::sequence next{17};
  block before(6, 4), after(6, 4);
  for (Eigen::Index k = 0; k < before.size(); ++k) {
    before.data()[k] = static_cast<double>(1 + next.below(500));
    after.data()[k] = static_cast<double>(1 + next.below(700));
  }
  const shift_share found = shift_share_of(before, after);
  CHECK(
      (found.national + found.industry + found.regional - (after - before)).cwiseAbs().maxCoeff() <
      1e-9);
  CHECK(found.industry.sum() == doctest::Approx(0).scale(1));
  CHECK(found.regional.colwise().sum().cwiseAbs().maxCoeff() < 1e-9);
  CHECK(found.national.sum() == doctest::Approx(after.sum() - before.sum()));

  // One region that grows as all do has nothing of its own.
  const block twice = before * 2;
  const shift_share alike = shift_share_of(before, twice);
  CHECK(alike.regional.cwiseAbs().maxCoeff() < 1e-9);
  CHECK_THROWS_AS(shift_share_of(before, after.topRows(3)), error);
  before.col(1).setZero();
  CHECK_THROWS_AS(shift_share_of(before, after), error);
}
