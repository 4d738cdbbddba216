#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kebi/indicator/fact.hpp"
#include "kebi/indicator/indicator.hpp"

namespace kebi {
namespace detail {

// The words of the exchange form, in the order of their enumerators.
template <class E>
inline constexpr std::string_view words[] = {""};
template <>
inline constexpr std::string_view words<kind>[] = {"flow", "stock", "count",  "ratio",
                                                   "rate", "index", "average"};
template <>
inline constexpr std::string_view words<better>[] = {"higher", "lower", "neither"};
template <>
inline constexpr std::string_view words<parts>[] = {"sum", "mean", "none"};
template <>
inline constexpr std::string_view words<growth_at>[] = {"real", "nominal", "volume", "points",
                                                        "none"};
template <>
inline constexpr std::string_view words<status>[] = {"actual", "estimate", "target", "forecast"};
template <>
inline constexpr std::string_view words<measure>[] = {
    "level", "growth",       "share", "change",   "gap",
    "ratio", "contribution", "pull",  "progress", "rank"};
template <>
inline constexpr std::string_view words<bound>[] = {
    "exact", "about", "at_least", "at_most", "more_than", "less_than", "nearly",
    "range", "flat",  "stable",   "sync",    "exceed",    "assigned",  "none"};
template <>
inline constexpr std::string_view words<direction>[] = {
    "up", "down", "narrower", "wider", "to_profit", "to_loss", "to_growth", "to_decline"};
template <>
inline constexpr std::string_view words<basis>[] = {"yoy",     "mom",      "year_start",
                                                    "average", "average2", "fixed"};
template <>
inline constexpr std::string_view words<comparable>[] = {"price", "scope", "nominal", "adjusted", "unspecified"};
template <>
inline constexpr std::string_view words<nature>[] = {"binding", "expected"};

}  // namespace detail

namespace detail {
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
