#include "exact.hpp"

#include "kebi/core/evaluate.hpp"

using namespace kebi;

namespace {

using exact::source;

bounds drawn(source& random, bool nasty) {
  const int reach = nasty ? 400 : 40;
  const double a = (random.between(0, 1) ? 1 : -1) * random.of_size(-reach, reach);
  switch (random.between(0, 5)) {
    case 0:
      return bounds::exactly(a);
    case 1:
      return {a, detail::next_up(a)};
    case 2:
      return a < 0 ? bounds{a, 0} : bounds{0, a};
    case 3:
      return {-random.of_size(-reach, reach), random.of_size(-reach, reach)};
    default:
      return random.around(a);
  }
}

/// What an operation does to all pairs of ends, exactly.
template <class Operation>
exact::interval of_ends(const Operation& operation, const bounds& a, const bounds& b) {
  return exact::hull([&](const auto& at) { return mpq_class{operation(at[0], at[1])}; },
                     {exact::ends(a), exact::ends(b)});
}

template <class Operation>
void prove_operation(std::uint64_t seed, const Operation& operation, bool divides) {
  source random{seed};
  for (int i = 0; i < 26'000; ++i) {
    const bounds a = drawn(random, i % 8 == 0), b = drawn(random, i % 8 == 0);
    const bounds found = operation(a, b);
    if (divides && b.contains(0.0)) {  // a pole: the known values below say what must come out
      if (found.is_bounded() && a != bounds{0}) FAIL_CHECK(exact::words(a), " / ", exact::words(b));
      continue;
    }
    const exact::interval all = of_ends(operation, a, b);
    const mpq_class inside = operation(random.point(a), random.point(b));
    // Each end is the double nearest to the exact one on its outer side.
    const bool narrowest = exact::value(detail::next_up(found.lo())) > all.lo &&
                           exact::value(detail::next_down(found.hi())) < all.hi;
    if (!exact::encloses(found, all) || !exact::encloses(found, inside) || !narrowest)
      FAIL_CHECK(exact::words(a), " and ", exact::words(b), " gave ", exact::words(found));
  }
}

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("sums of bounds are the narrowest that hold the exact sums") {
    prove_operation(
        1, [](const auto& a, const auto& b) { return a + b; }, false);
  }
  TEST_CASE("differences of bounds are the narrowest that hold the exact differences") {
    prove_operation(
        2, [](const auto& a, const auto& b) { return a - b; }, false);
  }
  TEST_CASE("products of bounds are the narrowest that hold the exact products") {
    prove_operation(
        3, [](const auto& a, const auto& b) { return a * b; }, false);
  }
  TEST_CASE("quotients of bounds are the narrowest that hold the exact quotients") {
    prove_operation(
        4, [](const auto& a, const auto& b) { return a / b; }, true);
  }

  TEST_CASE("bounds hold the exact result where doubles underflow or overflow") {
    const double sizes[] = {detail::largest,
                            0x1p1023,
                            1e200,
                            1,
                            1.1e-155,  // its square has lost digits
                            1e-200,
                            0x1p-1022,  // the least that is normal
                            detail::next_down(0x1p-1022),
                            0x1p-1074,  // the least there is
                            0x1.8p-1073};
    for (const double x : sizes)
      for (const double y : sizes)
        for (const double sign : {1.0, -1.0}) {
          const mpq_class p = exact::value(x), q = exact::value(sign * y);
          const bounds a = bounds::exactly(x), b = bounds::exactly(sign * y);
          CAPTURE(exact::words(a));
          CAPTURE(exact::words(b));
          CHECK(exact::encloses(a + b, p + q));
          CHECK(exact::encloses(a - b, p - q));
          CHECK(exact::encloses(a * b, p * q));
          CHECK(exact::encloses(a / b, p / q));
          const auto product = [](const auto& u, const auto& v) { return u * v; };
          const auto quotient = [](const auto& u, const auto& v) { return u / v; };
          CHECK(exact::encloses(evaluate(product, a, b), p * q));
          CHECK(exact::encloses(evaluate(quotient, a, b), p / q));
        }
  }

  TEST_CASE("a printed number stands for half a unit of its last digit either way") {
    source random{5};
    for (int i = 0; i < 10'000; ++i) {
      const decimal printed = i % 2 ? random.printed() : random.printed_rate();
      const auto [lo, hi] = exact::ends(printed);
      const bounds found = rounding_interval(printed);
      if (!exact::encloses(found, exact::interval{lo, hi}) || !exact::is_sharp(found, {lo, hi}, 1))
        FAIL_CHECK(to_string(printed), " gave ", exact::words(found));
      const mpq_class value = exact::value(printed);
      const bounds around = enclosing(printed);
      if (!exact::encloses(around, value) || !exact::is_sharp(around, {value, value}, 1))
        FAIL_CHECK(to_string(printed), " as a target gave ", exact::words(around));
    }
  }
  TEST_CASE("the longest printed numbers are enclosed as well") {
    for (const std::int64_t digits : {99'999'999'999'999'999, 90'071'992'547'409'93})
      for (int decimals = -17; decimals <= 17; ++decimals)
        for (const decimal printed : {
                 decimal{digits,  decimals},
                 decimal{-digits, decimals}
        }) {
          CAPTURE(to_string(printed));
          const auto [lo, hi] = exact::ends(printed);
          CHECK(exact::encloses(rounding_interval(printed), exact::interval{lo, hi}));
          CHECK(exact::encloses(enclosing(printed), exact::value(printed)));
        }
  }

  // The numbers of 30 digits, looked at beyond their first 16: less their own head.
  TEST_CASE("30 digits are wide enough for what they stand for") {
    source random{6};
    for (int i = 0; i < 20'000; ++i) {
      detail::ball found = detail::ball::of(random.uniform(-10, 10));
      mpq_class exactly = exact::value(found.value());
      for (int step = 0; step < 5; ++step) {
        const double by = random.between(0, 1) ? random.of_size(-20, 20) : -random.of_size(-20, 20);
        // Every other operand has 30 digits itself.
        detail::ball other = detail::ball::of(by);
        mpq_class other_exactly = exact::value(by);
        if (step % 2) other = other / detail::ball{3}, other_exactly /= 3;
        switch (random.between(0, 3)) {
          case 0:
            found = found + other, exactly += other_exactly;
            break;
          case 1:
            found = found - other, exactly -= other_exactly;
            break;
          case 2:
            found = found * other, exactly *= other_exactly;
            break;
          default:
            found = found / other, exactly /= other_exactly;
        }
      }
      const bounds rest = detail::around(found - detail::ball::of(found.value()));
      if (!exact::encloses(rest, exactly - exact::value(found.value())))
        FAIL_CHECK(found.value(), " and ", exact::words(rest), " miss ", exactly.get_d());
    }
  }
  TEST_CASE("what 30 digits leave open goes through every operation") {
    source random{7};
    const auto drawn_ball = [&] {
      return detail::ball::of(random.uniform(-10, 10)).widened(random.of_size(-12, 1));
    };
    for (int i = 0; i < 5'000; ++i) {
      const detail::ball a = drawn_ball(), b = drawn_ball();
      const bounds whole_a = detail::around(a), whole_b = detail::around(b);
      const auto check = [&](const auto& operation) {
        const bounds found = detail::around(operation(a, b));
        // The widened operands: their ends lie half a double or less inside `around`.
        const bounds plain = operation(whole_a, whole_b);
        if (found.lo() > detail::next_up(detail::next_up(plain.lo())) + 1e-14 ||
            found.hi() < detail::next_down(detail::next_down(plain.hi())) - 1e-14)
          FAIL_CHECK(exact::words(whole_a), " and ", exact::words(whole_b), " gave ",
                     exact::words(found), " for ", exact::words(plain));
      };
      check([](const auto& x, const auto& y) { return x + y; });
      check([](const auto& x, const auto& y) { return x - y; });
      check([](const auto& x, const auto& y) { return x * y; });
      if (!whole_b.contains(0.0) && (whole_b & bounds{-1, 1}).is_empty())
        check([](const auto& x, const auto& y) { return x / y; });
    }
  }
}
