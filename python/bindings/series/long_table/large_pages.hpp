#pragma once

#include <memory_resource>

#include "kebi/series/storage/large_pages.hpp"

/// Memory in large pages, where the system has them and much is asked for: to be given memory
/// in small ones takes longer than to fill it.
class large_pages : public std::pmr::memory_resource {
 private:
  static constexpr std::size_t page = std::size_t{1} << 21;

  static std::align_val_t aligned(std::size_t bytes, std::size_t alignment) {
    return std::align_val_t{bytes < 2 * page ? alignment : page};
  }
  void* do_allocate(std::size_t bytes, std::size_t alignment) override {
    void* const found = ::operator new(bytes, aligned(bytes, alignment));
    if (bytes >= 2 * page) kebi::detail::prefer_large_pages(found, bytes);
    return found;
  }
  void do_deallocate(void* given, std::size_t bytes, std::size_t alignment) override {
    ::operator delete(given, aligned(bytes, alignment));
  }
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }
};
