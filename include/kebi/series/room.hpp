#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace kebi::detail {

/// Room for so many numbers, which nobody has written yet. Much of it is asked for in large
/// pages where the system has them: to be given it in small ones takes longer than to fill it.
template <class Number>
class room {
  static_assert(std::is_trivial_v<Number>);

 public:
  explicit room(std::size_t count)
      : numbers_{static_cast<Number*>(::operator new(count * sizeof(Number), alignment(count)))},
        count_{count} {
#if defined(__linux__)
    if (is_large(count)) madvise(numbers_, count * sizeof(Number), MADV_HUGEPAGE);
#endif
  }
  room(const room&) = delete;
  room& operator=(const room&) = delete;
  ~room() { ::operator delete(numbers_, alignment(count_)); }

  Number& operator[](std::size_t i) { return numbers_[i]; }
  Number* data() { return numbers_; }
  std::size_t size() const { return count_; }

 private:
  static constexpr std::size_t large_page = std::size_t{1} << 21;
  static bool is_large(std::size_t count) { return count * sizeof(Number) >= 2 * large_page; }
  static std::align_val_t alignment(std::size_t count) {
    return std::align_val_t{is_large(count) ? large_page : alignof(std::max_align_t)};
  }

  Number* numbers_;
  std::size_t count_;
};

}  // namespace kebi::detail
