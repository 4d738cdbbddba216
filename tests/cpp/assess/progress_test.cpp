#include "kebi/assess/progress.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "kebi/core/read_decimal.hpp"

using namespace kebi;
using namespace kebi::literals;
using enum progress_grade;

namespace {

bounds exactly(double x) { return bounds::exactly(x); }

course of(double base, double current, std::optional<double> target = {}, better way = better::higher) {
  course result{exactly(base), exactly(current), 2015, 2023, {}, 2030, way, {}};
  if (target) result.target = exactly(*target);
  return result;
}
/// A course whose observed growth is so many times the required one.
course with_ratio(double ratio) {
  const double required = std::pow(2.0, 1.0 / 15);  // from 100 to 200 in fifteen years
  return of(100, 100 * std::pow(1 + ratio * (required - 1), 8), 200);
}

}  // namespace

TEST_SUITE("progress to a target of a later year") {
  // Canadian Indicator Framework, Statistics Canada, components of July 2026.
  TEST_CASE("ratios and scores are those that Statistics Canada publishes") {
    const struct {
      double base, current, target;
      int base_year, current_year, target_year;
      better way;
      double ratio, score;
      progress_grade grade;
    } rows[] = {
        {14.5, 10.4, 7.25, 2015, 2023, 2030, better::lower, 0.9010899546976208, 2.1507, acceleration_needed},
        {26866, 36058, 13433, 2016, 2024, 2028, better::lower, -0.6675781357974336, -5, deterioration},
        {63, 74, 85, 2005, 2020, 2030, better::higher, 0.8949392974311927, 2.1068, acceleration_needed},
        {699, 666.6, 490, 2014, 2024, 2030, better::lower, 0.21562879968968102, -1.6015, limited_progress},
    };
    for (const auto& row : rows) {
      CAPTURE(row.base);
      const progress found = progress_of({exactly(row.base), exactly(row.current), row.base_year, row.current_year,
                                          exactly(row.target), row.target_year, row.way, {}});
      CHECK(found.measure.contains(row.ratio));
      CHECK(midpoint(found.score.value()) == doctest::Approx(row.score).epsilon(1e-4));
      CHECK(found.worst == row.grade);
      CHECK(found.best == row.grade);
    }
  }

  TEST_CASE("without a target the growth a year is graded, and less is asked of what is close to its limit") {
    course share{exactly(66.6), exactly(71.4), 2016, 2023, {}, 2030, better::higher, 100};
    const progress found = progress_of(share);
    CHECK(midpoint(found.measure) == doctest::Approx(0.9991483690946268));
    CHECK(midpoint(found.score.value()) == doctest::Approx(1.739752850099936).epsilon(1e-6));
    share.limit.reset();
    CHECK(midpoint(progress_of(share).score.value()) == doctest::Approx((0.9991483690946268 - 0.5) * 2.5));
  }

  TEST_CASE("a threshold belongs to the better grade") {
    const struct {
      progress_method by;
      double ratio;
      progress_grade below, from;
    } rows[] = {{progress_method::open_sdg, 0.95, acceleration_needed, on_track},
                {progress_method::open_sdg, 0.6, limited_progress, acceleration_needed},
                {progress_method::open_sdg, 0.0, deterioration, limited_progress},
                {progress_method::eurostat, 0.95, moderate_progress, significant_progress},
                {progress_method::eurostat, 0.6, insufficient_progress, moderate_progress},
                {progress_method::eurostat, 0.0, movement_away, insufficient_progress}};
    for (const auto& row : rows) {
      CAPTURE(row.ratio);
      CHECK(progress_of(with_ratio(row.ratio - 1e-6), row.by).best == row.below);
      CHECK(progress_of(with_ratio(row.ratio + 1e-6), row.by).worst == row.from);
    }
  }

  TEST_CASE("UNSD projects the value for the target year, SDSN compares changes") {
    // 100 to 200: at 4 % a year 180 in 2030, which is 80 % of the way.
    const progress projected = progress_of(of(100, 100 * std::pow(1.8, 8.0 / 15), 200), progress_method::unsd);
    CHECK(midpoint(projected.measure) == doctest::Approx(0.8));
    CHECK(projected.worst == acceleration_needed);
    const progress changed = progress_of(of(-30, 10, 45), progress_method::sdsn);
    CHECK(midpoint(changed.measure) == doctest::Approx(1.0));
    CHECK(progress_of(of(-30, -38, 45), progress_method::sdsn).best == decreasing);
  }

  TEST_CASE("printed digits that leave the grade open give both grades") {
    course printed = of(14.5, 10.2, 7.25, better::lower);
    printed.base = rounding_interval(14.5_p);
    printed.current = rounding_interval(10.2_p);
    const progress found = progress_of(printed);
    CHECK(found.worst == acceleration_needed);
    CHECK(found.best == on_track);
  }

  TEST_CASE("bounds hold every ratio that the printed digits allow, and little more") {
    course printed = of(14.5, 10.4, 7.25, better::lower);
    printed.base = rounding_interval(14.5_p);
    printed.current = rounding_interval(10.4_p);
    const bounds measure = progress_of(printed).measure;
    bounds hull = bounds::empty();
    for (int b = 0; b <= 20; ++b)
      for (int c = 0; c <= 20; ++c)
        hull = hull | progress_of(of(14.45 + b * 0.005, 10.35 + c * 0.005, 7.25, better::lower)).measure;
    CHECK(hull.lo() >= measure.lo());
    CHECK(hull.hi() <= measure.hi());
    CHECK(width(measure) <= 1.05 * width(hull));
  }

  TEST_CASE("a target that is reached is achieved, and one that the base year met is a limit") {
    CHECK(progress_of(of(100, 201, 200)).worst == target_achieved);
    CHECK(progress_of(of(70, 55, 100, better::lower)).worst == within_limit);
    CHECK(progress_of(of(7.8, 13.5, 10, better::lower)).worst == limit_exceeded);
  }

  TEST_CASE("a method is refused where it does not apply") {
    CHECK_THROWS_AS(progress_of(of(0, 5, 10)), error);
    CHECK_THROWS_AS(progress_of(of(-2, 5, 10), progress_method::eurostat), error);
    CHECK_THROWS_AS(progress_of(of(4, 5), progress_method::sdsn), error);
    CHECK_THROWS_AS(progress_of(of(4, 5, 9, better::neither)), error);
    course full = of(100, 100);
    full.limit = 100;
    CHECK_THROWS_AS(progress_of(full), error);
    full.way = better::lower, full.limit = 200;
    CHECK_THROWS_AS(progress_of(full), error);
    course late = of(4, 5, 9);
    late.current_year = 2015;
    CHECK_THROWS_AS(progress_of(late), error);
    late.current_year = 2031;
    CHECK_THROWS_AS(progress_of(late), error);
  }
}
