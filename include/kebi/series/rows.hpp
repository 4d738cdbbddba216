#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <thread>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "kebi/series/grid.hpp"

/// The loops behind the panel functions. Rows are worked on one by one in a cache-sized
/// piece and then written past the cache: a large output is not read again soon, and
/// reading it in before overwriting it would be a third of all memory traffic.
namespace kebi::detail {

/// Below this many bytes an output is worth keeping in the cache.
inline constexpr std::size_t cached_bytes = std::size_t{1} << 22;

class row_writer {
 public:
  explicit row_writer(Eigen::Index rows, int columns)
      : past_cache_{static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns) *
                        sizeof(double) > cached_bytes} {}

  void write(double* to, const double* from, int count) const {
    int at = 0;
#if defined(__SSE2__)
    if (past_cache_ && reinterpret_cast<std::uintptr_t>(to) % 8 == 0) {
      if (reinterpret_cast<std::uintptr_t>(to) % 16 != 0 && count > 0) {
        to[0] = from[0];
        at = 1;
      }
      for (; at + 2 <= count; at += 2) _mm_stream_pd(to + at, _mm_loadu_pd(from + at));
    }
#endif
    std::memcpy(to + at, from + at, static_cast<std::size_t>(count - at) * sizeof(double));
  }

  /// Makes what was written visible to other threads.
  void finish() const {
#if defined(__SSE2__)
    _mm_sfence();
#endif
  }

 private:
  bool past_cache_;
};

/// Runs `work(first row, end row)` over all rows, on so many threads. Rows are
/// independent of each other, so the result does not depend on their number.
template <class Work>
void over_rows(Eigen::Index rows, int threads, const Work& work) {
  if (threads < 1)
    throw error{"work needs at least one thread: found " + std::to_string(threads)};
  const Eigen::Index share = (rows + threads - 1) / threads;
  if (threads == 1 || rows < 2 * threads) {
    work(Eigen::Index{0}, rows);
    return;
  }
  std::vector<std::thread> others;
  std::vector<std::exception_ptr> failures(static_cast<std::size_t>(threads));
  for (int k = 0; k < threads; ++k) {
    const Eigen::Index first = k * share, end = first + share < rows ? first + share : rows;
    if (first >= end) break;
    others.emplace_back([&work, &failure = failures[static_cast<std::size_t>(k)], first, end] {
      try {
        work(first, end);
      } catch (...) {
        failure = std::current_exception();
      }
    });
  }
  for (auto& other : others) other.join();
  for (const auto& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

/// The cause of the later figure, or else of the earlier one.
inline void lagged_causes(const std::uint8_t* __restrict now, const std::uint8_t* __restrict before,
                          std::uint8_t* __restrict out, int count) {
  for (int t = 0; t < count; ++t) {
    const std::uint8_t mine = now[t], other = before[t];
    out[t] = mine != 0 ? mine : other;
  }
}

/// The causes of columns that have nothing so far before them.
inline void causes_without_base(const std::uint8_t* __restrict now, std::uint8_t* __restrict out,
                                int count) {
  for (int t = 0; t < count; ++t) out[t] = now[t] != 0 ? now[t] : is_absent;
}

/// A row of a block, wherever the block is kept.
inline const double* row_of(const Eigen::Ref<const block>& in, Eigen::Index row) {
  return in.data() + row * in.outerStride();
}
inline const std::uint8_t* row_of(const Eigen::Ref<const cell_block>& in, Eigen::Index row) {
  return in.data() + row * in.outerStride();
}
inline double* row_of(Eigen::Ref<block>& in, Eigen::Index row) {
  return in.data() + row * in.outerStride();
}
inline std::uint8_t* row_of(Eigen::Ref<cell_block>& in, Eigen::Index row) {
  return in.data() + row * in.outerStride();
}

inline std::int64_t bits_of(double x) { return std::bit_cast<std::int64_t>(x); }

}  // namespace kebi::detail
