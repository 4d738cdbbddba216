#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/conflicts/settling.hpp"

namespace kebi::detail {

KEBI_INLINE settling::settling(const quantity_network& of, const components& parts,
                               const effort& how, solver& figures, std::vector<bool>& is_aside)
    : net_{of},
      parts_{parts},
      how_{how},
      figures_{figures},
      is_aside_{is_aside},
      trials_{how.trials} {}

KEBI_INLINE bounds settling::possible(int s) const {
  return is_aside_[at(s)] ? bounds::entire() : net_.numbers().statements()[at(s)].possible;
}

KEBI_INLINE std::vector<conflict> settling::settle(std::size_t part) {
  std::vector<conflict> result;
  const auto before = figures_.state().recorded();
  while (!figures_.solve(part, [&](int s) { return possible(s); })) {
    for (const reasons& why : figures_.refutations()) {
      if (why.statements.empty())
        throw error{"the identities themselves leave nothing possible for " +
                    to_string(net_.quantity_of(parts_.variables(part).front())) +
                    ": look at those you posted"};
      if (std::any_of(why.statements.begin(), why.statements.end(),
                      [&](int s) { return is_aside_[at(s)]; }))
        continue;  // what is left of it shows in the next run
      const bool is_named = trials_ > 0;
      conflict found{why.statements, why.relations};
      if (is_named) found = reduced(found);
      put_aside(found);
      if (is_named)
        result.push_back(std::move(found));
      else
        ++unnamed_;
    }
    figures_.forget(before);
  }
  return result;
}

KEBI_INLINE conflict settling::reduced(const conflict& found) {
  const network& all = net_.numbers();
  const excerpt piece{all, parts_, found, [&](int v) { return all.domain(v); },
                      [&](int s) { return !is_aside_[at(s)]; }};
  const components whole{piece.numbers(), true};
  conflict_search search{piece.numbers(), whole, how_};
  std::vector<int> from = piece.inside(found.statements);
  if (search.can_hold(0, from)) {  // proved on another way: begin with all there is
    from = piece.inside(piece.statements());
    if (search.can_hold(0, from)) return found;
  }
  const conflict smallest = search.smallest(
      0, from, [&](int s) { return is_assumption(piece.statements()[at(s)]); });
  trials_ -= std::min(trials_, search.trials());
  return smallest.statements.empty() ? found : piece.outside(smallest);
}

KEBI_INLINE void settling::put_aside(const conflict& of) {
  const bool assumed = std::any_of(of.statements.begin(), of.statements.end(),
                                   [&](int s) { return is_assumption(s); });
  for (const int s : of.statements)
    if (!assumed || is_assumption(s)) is_aside_[at(s)] = true;
}

}  // namespace kebi::detail
