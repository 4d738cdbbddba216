#pragma once

#include <optional>
#include <string>
#include <utility>

#include "kebi/core/error.hpp"

namespace kebi {

/// Why a figure is absent. A blank in a yearbook has several meanings, and each
/// asks for something else.
enum class missing {
  absent,         ///< not in the source
  not_yet_out,    ///< will be published later
  suppressed,     ///< withheld, e.g. to protect a respondent
  below_unit,     ///< printed as … : less than half of the smallest unit, not zero
  undefined,      ///< has no meaning, such as growth on a negative base
  unreadable,     ///< there, but could not be read
};

constexpr const char* code(missing cause) {
  switch (cause) {
    case missing::absent: return "absent";
    case missing::not_yet_out: return "not_yet_out";
    case missing::suppressed: return "suppressed";
    case missing::below_unit: return "below_unit";
    case missing::undefined: return "undefined";
    case missing::unreadable: return "unreadable";
  }
  return "absent";
}

/// A figure, or the reason why there is none.
template <class T>
class maybe {
 public:
  constexpr maybe(T figure) : figure_{std::move(figure)} {}
  constexpr maybe(missing cause) : cause_{cause} {}

  constexpr bool has_value() const { return figure_.has_value(); }
  constexpr explicit operator bool() const { return has_value(); }

  /// Throws `error` with the cause when there is no figure.
  constexpr const T& value() const {
    if (!figure_) throw error{std::string{"there is no figure here: "} + code(cause_)};
    return *figure_;
  }
  constexpr const T& operator*() const { return value(); }
  constexpr const T* operator->() const { return &value(); }

  /// Why there is none. Throws `error` when there is one.
  constexpr missing cause() const {
    if (figure_) throw error{"there is a figure here, so no cause for its absence"};
    return cause_;
  }

  friend constexpr bool operator==(const maybe&, const maybe&) = default;

 private:
  std::optional<T> figure_;
  missing cause_ = missing::absent;
};

}  // namespace kebi
