#pragma once

namespace kebi {

/// How far inference goes.
struct effort {
  /// Ends are sought anew until none moves by more than this part of its width.
  double tolerance = 1e-3;
  int rounds = 8;
};

}  // namespace kebi
