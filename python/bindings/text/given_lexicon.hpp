#pragma once

#include <optional>

#include "kebi/text.hpp"

/// The lexicon of the caller, where one was passed.
using given_lexicon = std::optional<kebi::lexicon>;

inline const kebi::lexicon* pointer_to(const given_lexicon& lexicon) {
  return lexicon ? &*lexicon : nullptr;
}

/// A lexicon as the object of Python that it is, with its attributes.
struct lexicon_object : py::object {
  explicit lexicon_object(py::object made) : py::object(std::move(made)) {}
};

template <>
struct py::detail::handle_type_name<lexicon_object> {
  static constexpr auto name = py::detail::const_name("kebi._core.Lexicon");
};
