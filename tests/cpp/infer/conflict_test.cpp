#include <doctest/doctest.h>

#include <optional>

#include "infer/random_network.hpp"
#include "kebi/infer/conflicts/conflict.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {

/// a x <= b in exact rationals.
struct inequality {
  std::vector<mpq_class> a;
  mpq_class b;
};

/// Whether inequalities have a solution, by eliminating one unknown after the
/// other (Fourier and Motzkin).
bool has_solution(std::vector<inequality> all, std::size_t unknowns) {
  for (std::size_t k = 0; k < unknowns; ++k) {
    std::vector<inequality> next, above, below;
    for (const inequality& each : all) (each.a[k] == 0 ? next : each.a[k] > 0 ? above : below).push_back(each);
    for (const inequality& up : above)
      for (const inequality& down : below) {
        inequality both{std::vector<mpq_class>(unknowns), up.b / up.a[k] - down.b / down.a[k]};
        for (std::size_t i = 0; i < unknowns; ++i) both.a[i] = up.a[i] / up.a[k] - down.a[i] / down.a[k];
        next.push_back(std::move(both));
      }
    all = std::move(next);
  }
  for (const inequality& each : all)
    if (each.b < 0) return false;
  return true;
}

/// Whether statements of a linear network can all be true, exactly.
bool can_be_true(const random_network& drawn, std::span<const int> statements) {
  std::vector<std::vector<mpq_class>> rows;
  for (std::size_t i = 0; i < drawn.free; ++i) {
    rows.emplace_back(drawn.free);
    rows.back()[i] = 1;
  }
  for (const recipe& how : drawn.recipes) {
    std::vector<mpq_class> row(drawn.free);
    for (std::size_t t = 0; t + 1 < how.terms.size(); ++t)
      for (std::size_t i = 0; i < drawn.free; ++i)
        row[i] += mpq_class{how.terms[t].weight} * rows[static_cast<std::size_t>(how.terms[t].variable)][i];
    rows.push_back(std::move(row));
  }
  std::vector<inequality> all;
  for (std::size_t i = 0; i < drawn.free; ++i) {
    const bounds& domain = drawn.net.domain(static_cast<int>(i));
    if (std::isinf(domain.lo())) continue;
    inequality above{std::vector<mpq_class>(drawn.free), mpq_class{-domain.lo()}};
    above.a[i] = -1;
    all.push_back(std::move(above));
  }
  for (const int s : statements) {
    const auto& [variable, possible] = drawn.net.statements()[static_cast<std::size_t>(s)];
    const auto& row = rows[static_cast<std::size_t>(variable)];
    all.push_back({row, mpq_class{possible.hi()}});
    all.push_back({row, mpq_class{-possible.lo()}});
    for (mpq_class& each : all.back().a) each = -each;
  }
  return has_solution(std::move(all), drawn.free);
}

/// A statement that is left out, and the false one that stands in its place.
struct misprint {
  int right = 0, wrong = 0, variable = 0;
};

/// States one figure again, up to `most` units of its last digit off.
misprint add_misprint(random_network& drawn, dice& any, int most) {
  misprint result;
  result.right = any.below(static_cast<int>(drawn.printed.size()));
  const decimal was = drawn.printed[static_cast<std::size_t>(result.right)];
  result.variable = drawn.net.statements()[static_cast<std::size_t>(result.right)].variable;
  const decimal off{was.digits() + any.between(-most, most), was.decimals()};
  result.wrong = drawn.net.add_statement(result.variable, rounding_interval(off));
  return result;
}

std::vector<int> without(std::span<const int> statements, int left_out) {
  std::vector<int> result;
  for (const int s : statements)
    if (s != left_out) result.push_back(s);
  return result;
}

}  // namespace

TEST_SUITE("infer: conflicts") {
  // Another way: Fourier-Motzkin elimination in exact rationals.
  TEST_CASE("a conflict is found exactly where the exact problem has no solution, and is minimal") {
    dice any{4};
    int impossible = 0, possible = 0;
    for (int i = 0; i < times(3000); ++i) {
      random_network drawn = draw(any, 3, 4, true);
      const misprint added = add_misprint(drawn, any, 4);
      CAPTURE(i);
      const detail::components parts{drawn.net};
      const std::size_t part = parts.of_variable(added.variable);
      const std::vector<int> stated = without(parts.statements(part), added.right);
      detail::conflict_search search{drawn.net, parts};
      const bool exactly = can_be_true(drawn, stated);
      REQUIRE(search.can_hold(part, stated) == exactly);
      ++(exactly ? possible : impossible);
      if (exactly) continue;

      const detail::conflict found = search.smallest(part, stated, [](int) { return false; });
      REQUIRE(!found.statements.empty());
      CHECK_FALSE(can_be_true(drawn, found.statements));
      for (std::size_t leave = 0; leave < found.statements.size(); ++leave) {
        std::vector<int> rest = found.statements;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(leave));
        CHECK(can_be_true(drawn, rest));
      }
    }
    CHECK(impossible > times(300));
    CHECK(possible > times(300));
  }

  // Law: true figures, rounded, never contradict each other.
  TEST_CASE("rounded true figures raise no conflict, and what is named can be mended by its parts") {
    dice any{5};
    for (int i = 0; i < times(10000); ++i) {
      const random_network drawn = draw(any, 4, 5, false);
      const detail::components parts{drawn.net};
      detail::conflict_search search{drawn.net, parts};
      CAPTURE(i);
      for (std::size_t part = 0; part < parts.size(); ++part)
        REQUIRE(search.can_hold(part, parts.statements(part)));
    }
  }

  // Law, products included: leaving out any statement of the set makes the rest possible.
  TEST_CASE("no statement of a conflict can be spared") {
    dice any{6};
    int found_some = 0;
    for (int i = 0; i < times(3000); ++i) {
      random_network drawn = draw(any, 3, 4, false);
      const misprint added = add_misprint(drawn, any, 40);
      const detail::components parts{drawn.net};
      const std::size_t part = parts.of_variable(added.variable);
      const std::vector<int> stated = without(parts.statements(part), added.right);
      detail::conflict_search search{drawn.net, parts};
      if (search.can_hold(part, stated)) continue;
      ++found_some;
      const detail::conflict found = search.smallest(part, stated, [](int) { return false; });
      CAPTURE(i);
      // All others are true, so whatever cannot be true has the wrong one in it.
      REQUIRE(std::binary_search(found.statements.begin(), found.statements.end(), added.wrong));
      REQUIRE_FALSE(search.can_hold(part, found.statements));
      for (std::size_t leave = 0; leave < found.statements.size(); ++leave) {
        std::vector<int> rest = found.statements;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(leave));
        REQUIRE(search.can_hold(part, rest));
      }
    }
    CHECK(found_some > times(300));
  }
}
