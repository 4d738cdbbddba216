#pragma once

#include <cstddef>
#include <memory_resource>
#include <type_traits>

namespace kebi::detail {

/// Room for so many numbers, which nobody has written yet.
template <class Number>
class uninitialised_buffer {
  static_assert(std::is_trivial_v<Number>);

 public:
  uninitialised_buffer(std::size_t count, std::pmr::memory_resource& from)
      : from_{&from},
        count_{count},
        numbers_{static_cast<Number*>(from.allocate(count * sizeof(Number), alignof(Number)))} {}
  uninitialised_buffer(const uninitialised_buffer&) = delete;
  uninitialised_buffer& operator=(const uninitialised_buffer&) = delete;
  ~uninitialised_buffer() { from_->deallocate(numbers_, count_ * sizeof(Number), alignof(Number)); }

  Number& operator[](std::size_t i) { return numbers_[i]; }
  Number* data() { return numbers_; }
  std::size_t size() const { return count_; }

 private:
  std::pmr::memory_resource* from_;
  std::size_t count_;
  Number* numbers_;
};

}  // namespace kebi::detail
