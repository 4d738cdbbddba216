#pragma once

#include <cstddef>
#include <functional>

namespace kebi {

/// How far inference goes.
struct effort {
  /// Ends are sought anew until none moves by more than this part of its width.
  double tolerance = 1e-3;
  int rounds = 8;
  /// How many times facts are tried together to name contradictions and what would mend them.
  /// Then the rest is put aside unnamed, and the result says so.
  std::size_t trials = 200'000;
  /// Called every few milliseconds of work. What it throws ends the inference.
  std::function<void()> at_work;
};

}  // namespace kebi
