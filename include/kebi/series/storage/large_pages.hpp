#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace kebi::detail {

/// Asks for large pages where nothing was written yet, if the system has them: to be given memory
/// in small ones takes longer than to fill it, and writing two large blocks by turns waits for
/// their places to be looked up.
inline void prefer_large_pages([[maybe_unused]] void* at, [[maybe_unused]] std::size_t bytes) {
#if defined(__linux__)
  constexpr std::uintptr_t page = std::uintptr_t{1} << 21;
  const auto from = reinterpret_cast<std::uintptr_t>(at);
  const std::uintptr_t first = (from + page - 1) / page * page, end = (from + bytes) / page * page;
  if (first < end) madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
#endif
}

/// Room for a block, whatever stands in it.
template <class Block>
Block uninitialised(Eigen::Index rows, Eigen::Index columns) {
  Block made(rows, columns);
  prefer_large_pages(made.data(), static_cast<std::size_t>(made.size()) * sizeof(*made.data()));
  return made;
}

}  // namespace kebi::detail
