#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/solve/derivation.hpp"

namespace kebi::detail {

KEBI_INLINE reasons derivation::traced(std::vector<int> open) const {
  reasons result;
  std::make_heap(open.begin(), open.end());
  // Every input is older than its event, so the newest open one is done with at once.
  while (!open.empty()) {
    std::pop_heap(open.begin(), open.end());
    const int e = open.back();
    open.pop_back();
    if (!result.events.empty() && result.events.back() == e) continue;
    result.events.push_back(e);
    const event& of = state_.events()[at(e)];
    if (of.by == event::cause::statement) {
      result.statements.push_back(of.source);
    } else if (of.by == event::cause::relation) {
      result.relations.push_back(of.source);
    } else {
      const auto& used = state_.proof(of).relations;
      result.relations.insert(result.relations.end(), used.begin(), used.end());
    }
    const auto use = [&](variable_end end) {
      const int input = before(end, e);
      if (input < 0) return;
      open.push_back(input);
      std::push_heap(open.begin(), open.end());
    };
    if (of.by == event::cause::certificate)
      for (const variable_end& each : state_.proof(of).ends) use(each);
    else if (of.by == event::cause::relation)
      for_each_end(of, use);
  }
  std::reverse(result.events.begin(), result.events.end());
  tidy(result.statements);
  tidy(result.relations);
  return result;
}

KEBI_INLINE void derivation::tidy(std::vector<int>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

KEBI_INLINE int derivation::before(variable_end end, int event_number) const {
  int e = state_.last_event(end);
  while (e >= event_number) e = state_.events()[at(e)].before;
  return e;
}

}  // namespace kebi::detail
