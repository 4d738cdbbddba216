#pragma once

#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "kebi/core/error.hpp"

namespace kebi {
namespace detail {

/// The words of an enumeration in files, in errors and in Python, in the order of its
/// enumerators. Each enumeration that has words specialises this one table.
template <class E>
inline constexpr std::string_view words[] = {""};

template <class E>
concept has_words = std::is_enum_v<E> && std::size(words<E>) > 1;
}  // namespace detail

/// The word of an enumerator in files and errors, in no language: at_least.
template <detail::has_words E>
constexpr std::string_view code(E value) {
  return detail::words<E>[static_cast<std::size_t>(value)];
}

/// All words of an enumeration.
template <detail::has_words E>
constexpr std::span<const std::string_view> codes() {
  return detail::words<E>;
}

/// The enumerator of a word. Throws `error` with the words there are.
template <detail::has_words E>
E of_code(std::string_view word) {
  const auto all = codes<E>();
  std::string known;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == word) return static_cast<E>(i);
    (known += i == 0 ? "" : ", ") += all[i];
  }
  throw error{"found " + in_quotes(word) + ", expected one of " + known};
}

}  // namespace kebi
