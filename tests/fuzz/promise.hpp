#pragma once

#include <cstdio>
#include <cstdlib>
#include <optional>

#include "kebi/core/error.hpp"

namespace kebi::test {

/// Ends the program where a promise is broken, so that the fuzzer keeps the input.
inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

/// What an attempt gives, or nothing where it is refused with an error of kebi's own.
template <class Try>
auto accepted(const Try& attempt) -> std::optional<decltype(attempt())> {
  try {
    return attempt();
  } catch (const error&) {
    return std::nullopt;
  }
}

}  // namespace kebi::test
