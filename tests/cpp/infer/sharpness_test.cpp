#include <doctest/doctest.h>

#include "infer/inner_hull.hpp"
#include "kebi/infer/solve/solver.hpp"

using namespace kebi;
using namespace kebi::test;

TEST_SUITE("infer: sharpness") {
  // Another way: brute force from inside. The mean width is at most 2% above it.
  TEST_CASE("bounds are hardly wider than what can be reached") {
    dice any{3};
    double excess = 0, worst = 0;
    int counted = 0;
    for (int i = 0; i < times(10000); ++i) {
      const random_network drawn = draw(any, 3, 4, false);
      const detail::components parts{drawn.net};
      detail::solver solver{drawn.net, parts};
      const inner_hull reachable{drawn};
      for (std::size_t part = 0; part < parts.size(); ++part)
        REQUIRE(solver.solve(part, [&](int s) { return drawn.net.statements()[static_cast<std::size_t>(s)].possible; }));
      for (int v = 0; v < static_cast<int>(drawn.truth.size()); ++v) {
        CAPTURE(i);
        CAPTURE(v);
        const bounds inner = reachable.of(static_cast<std::size_t>(v));
        REQUIRE(solver[v].lo() <= inner.lo() + 1e-9 * (1 + std::fabs(inner.lo())));
        REQUIRE(solver[v].hi() >= inner.hi() - 1e-9 * (1 + std::fabs(inner.hi())));
        if (width(inner) < 1e-9) continue;
        REQUIRE(solver[v].is_bounded());
        const double more = width(solver[v]) / width(inner) - 1;
        excess += more;
        worst = std::fmax(worst, more);
        ++counted;
      }
    }
    CAPTURE(worst);
    CHECK(excess / counted < 0.02);
  }
}
