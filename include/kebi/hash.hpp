#pragma once

// Hashes of values, for std::unordered_map and std::unordered_set. Equal values have equal hashes.
#include <cstddef>
#include <functional>

#include "kebi/core/bounds.hpp"
#include "kebi/core/decimal.hpp"
#include "kebi/core/percent.hpp"
#include "kebi/core/unit.hpp"
#include "kebi/period/growth.hpp"
#include "kebi/period/period.hpp"

namespace kebi::detail {

/// One hash of several parts, whose order counts.
template <class... Parts>
std::size_t hash_of(const Parts&... parts) {
  std::size_t seed = 0;
  ((seed ^= std::hash<Parts>{}(parts) + 0x9e3779b97f4a7c15u + (seed << 6) + (seed >> 2)), ...);
  return seed;
}

}  // namespace kebi::detail

template <>
struct std::hash<kebi::decimal> {
  std::size_t operator()(kebi::decimal of) const {
    return kebi::detail::hash_of(of.digits(), of.decimals());
  }
};
template <>
struct std::hash<kebi::bounds> {
  std::size_t operator()(const kebi::bounds& of) const {
    return kebi::detail::hash_of(of.lo(), of.hi());
  }
};
template <>
struct std::hash<kebi::unit> {
  std::size_t operator()(const kebi::unit& of) const { return kebi::detail::hash_of(of.symbol()); }
};
template <>
struct std::hash<kebi::month> {
  std::size_t operator()(kebi::month of) const { return kebi::detail::hash_of(of.ordinal); }
};
template <>
struct std::hash<kebi::period> {
  std::size_t operator()(const kebi::period& of) const {
    return kebi::detail::hash_of(of.first(), of.last());
  }
};
template <class N>
struct std::hash<kebi::percent<N>> {
  std::size_t operator()(const kebi::percent<N>& of) const {
    return kebi::detail::hash_of(of.value());
  }
};
template <class N>
struct std::hash<kebi::points<N>> {
  std::size_t operator()(const kebi::points<N>& of) const {
    return kebi::detail::hash_of(of.value);
  }
};
template <class N>
struct std::hash<kebi::growth<N>> {
  std::size_t operator()(const kebi::growth<N>& of) const {
    return kebi::detail::hash_of(of.from, of.to, of.rate);
  }
};
