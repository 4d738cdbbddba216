#include <doctest/doctest.h>

#include "infer/random_network.hpp"
#include "kebi/infer/solve/solver.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {
const auto as_stated = [](const network& net) {
  return [&net](int s) { return net.statements()[static_cast<std::size_t>(s)].possible; };
};
}  // namespace

TEST_SUITE("infer: soundness") {
  // Another way: the true values, in exact rationals, lie inside whatever is inferred.
  TEST_CASE("the true values of random networks are never lost") {
    dice any{1};
    int narrowed = 0;
    for (int i = 0; i < times(50000); ++i) {
      const random_network drawn = draw(any, 4, 5, false);
      const detail::components parts{drawn.net};
      detail::solver solver{drawn.net, parts};
      for (std::size_t part = 0; part < parts.size(); ++part) {
        CAPTURE(i);
        REQUIRE(solver.solve(part, as_stated(drawn.net)));
        for (const int v : parts.variables(part)) {
          CAPTURE(v);
          REQUIRE(holds(solver[v], drawn.truth[static_cast<std::size_t>(v)]));
          narrowed += solver[v].is_bounded();
        }
      }
    }
    CHECK(narrowed > times(50000));  // not by leaving everything open
  }

  TEST_CASE("whole numbers are never lost either") {
    dice any{2};
    for (int i = 0; i < times(2000); ++i) {
      // whole = a + b + c, share of a in %, growth of b
      const int a = any.between(1, 60), b = any.between(1, 60), c = any.between(0, 60), old = any.between(1, 60);
      network net;
      const int va = net.add_variable(bounds::at_least(0), true), vb = net.add_variable(bounds::at_least(0), true),
                vc = net.add_variable(bounds::at_least(0), true), vw = net.add_variable(bounds::at_least(0), true),
                share = net.add_variable(), vo = net.add_variable(bounds::at_least(0), true),
                growth = net.add_variable(bounds::at_least(-100));
      const term sum[] = {{1, va}, {1, vb}, {1, vc}, {-1, vw}};
      net.add_sum(sum, bounds::exactly(0));
      net.add_product({0, share}, {0, vw}, {100, va});
      net.add_product({0, vo}, {100, growth}, {100, vb});
      const auto say = [&](int v, const mpq_class& value, int decimals) {
        net.add_statement(v, rounding_interval(printed_as(value, decimals)));
      };
      if (any.one_in(2)) say(va, a, 0);
      say(vb, b, 0);
      if (any.one_in(2)) say(vw, a + b + c, 0);
      say(share, mpq_class{100 * a} / (a + b + c), 1);
      say(growth, mpq_class{100 * b} / old - 100, 1);
      const detail::components parts{net};
      detail::solver solver{net, parts};
      CAPTURE(i);
      REQUIRE(solver.solve(parts.of_variable(va), as_stated(net)));
      REQUIRE(parts.size() == 1);
      CHECK(solver[va].contains(a));
      CHECK(solver[vc].contains(c));
      CHECK(solver[vw].contains(a + b + c));
      CHECK(solver[vo].contains(old));
    }
  }
}
