#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <thread>
#include <vector>

#include "kebi/series/storage/grid.hpp"

/// The loops behind the panel functions. Two doubles at a time are spelled out, so that the
/// loops are as fast without a compiler's own vectorisation.
namespace kebi::detail {

/// Below this many bytes an output is worth keeping in the cache.
inline constexpr std::size_t cached_bytes = std::size_t{1} << 22;

/// Whether large outputs are written past the cache: they are not read again soon, and reading
/// them in before overwriting them would be a third of all memory traffic. Intel's processors
/// save it. On AMD's such writes hold up reads: see docs/decisions/0012. Others were not measured.
inline bool past_cache_pays() {
#if defined(__x86_64__)
  return __builtin_cpu_is("intel");
#else
  return false;
#endif
}

inline bool goes_past_cache(Eigen::Index rows, int columns) {
  return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns) * sizeof(double) >
             cached_bytes &&
         past_cache_pays();
}

using two_doubles = double __attribute__((vector_size(16)));
using two_bits = std::int64_t __attribute__((vector_size(16)));

inline two_doubles load_two(const double* from) {
  two_doubles pair;
  std::memcpy(&pair, from, sizeof pair);
  return pair;
}
inline two_bits bits_of(two_doubles pair) {
  two_bits bits;
  std::memcpy(&bits, &pair, sizeof bits);
  return bits;
}
inline std::int64_t bits_of(double x) { return std::bit_cast<std::int64_t>(x); }

struct into_cache {
  static constexpr bool by_lines = false;
  static void put(double* to, two_doubles pair) { std::memcpy(to, &pair, sizeof pair); }
};

#if defined(__clang__) || defined(__SSE2__)
struct past_cache {
  static constexpr bool by_lines = true;
  static void put(double* to, two_doubles pair) {
#if defined(__clang__)
    __builtin_nontemporal_store(pair, reinterpret_cast<two_doubles*>(to));
#else
    __builtin_ia32_movntpd(to, pair);
#endif
  }
};
#else
using past_cache = into_cache;
#endif

/// The doubles of a row that its store takes: past the cache only whole lines of the cache,
/// through it all.
struct lines {
  int first, end;

  friend bool operator==(const lines&, const lines&) = default;
};
template <class Store>
lines lines_of(const double* row, int count) {
  if constexpr (!Store::by_lines) return {0, count};
  constexpr std::uintptr_t line = 64;
  constexpr int in_line = line / sizeof(double);
  const std::uintptr_t off = reinterpret_cast<std::uintptr_t>(row) % line;
  const int first = off == 0 ? 0 : static_cast<int>((line - off) / sizeof(double));
  if (off % sizeof(double) != 0 || first + in_line > count) return {0, 0};
  return {first, first + (count - first) / in_line * in_line};
}

/// Goes over a row: `pair(store, t)` is to write the doubles at t and t + 1, `single(t)` one.
/// Inline, so that what they gather stays in registers.
template <class Store, class Pair, class Single>
[[gnu::always_inline]] inline void over_row(lines past, int count, const Pair& pair,
                                            const Single& single) {
  int t = 0;
  for (; t + 2 <= past.first; t += 2) pair(into_cache{}, t);
  for (; t < past.first; ++t) single(t);
  for (; t + 2 <= past.end; t += 2) pair(Store{}, t);
  for (; t + 2 <= count; t += 2) pair(into_cache{}, t);
  for (; t < count; ++t) single(t);
}

template <class Store>
void put_absent(double* row, int count) {
  over_row<Store>(
      lines_of<Store>(row, count), count,
      [row](auto store, int t) { store.put(row + t, two_doubles{not_a_number, not_a_number}); },
      [row](int t) { row[t] = not_a_number; });
}

/// Makes what was written past the cache visible to other threads.
inline void finish_writing() { std::atomic_thread_fence(std::memory_order_seq_cst); }

/// Calls `work` with the store that suits an output of so many rows.
template <class Work>
void with_store(Eigen::Index rows, int columns, const Work& work) {
  if (goes_past_cache(rows, columns))
    work(past_cache{});
  else
    work(into_cache{});
}

/// Runs `work(first row, end row)` over all rows, on so many threads. Rows are
/// independent of each other, so the result does not depend on their number, and where
/// the system starts no more threads this one does the rest.
template <class Work>
void over_rows(Eigen::Index rows, int threads, const Work& work) {
  if (threads < 1) throw error{"work needs at least one thread: found " + std::to_string(threads)};
  const Eigen::Index share = (rows + threads - 1) / threads;
  if (threads == 1 || rows < Eigen::Index{2} * threads) {
    work(Eigen::Index{0}, rows);
    return;
  }
  std::vector<std::exception_ptr> failures(static_cast<std::size_t>(threads));
  const auto work_on = [&](int k) {
    const Eigen::Index first = k * share, end = first + share < rows ? first + share : rows;
    try {
      if (first < end) work(first, end);
    } catch (...) {
      failures[static_cast<std::size_t>(k)] = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  others.reserve(static_cast<std::size_t>(threads));
  int k = 0;
  try {
    for (; k < threads; ++k) others.emplace_back(work_on, k);
  } catch (const std::exception&) {  // no more threads, or no memory for one
    for (; k < threads; ++k) work_on(k);
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
inline const std::uint8_t* row_of(const Eigen::Ref<const status_block>& in, Eigen::Index row) {
  return in.data() + row * in.outerStride();
}
inline double* row_of(Eigen::Ref<block>& in, Eigen::Index row) {
  return in.data() + row * in.outerStride();
}
inline std::uint8_t* row_of(Eigen::Ref<status_block>& in, Eigen::Index row) {
  return in.data() + row * in.outerStride();
}

}  // namespace kebi::detail
