#pragma once

#include <pybind11/native_enum.h>

#include <string>

#include "bindings.hpp"
#include "kebi/indicator/code.hpp"

/// A Python enum whose members are the words of the exchange form.
template <class E>
void bind_words(py::module_& m, const char* name, const char* doc) {
  py::native_enum<E> bound(m, name, "enum.Enum", doc);
  for (std::size_t i = 0; i < kebi::codes<E>().size(); ++i)
    bound.value(std::string(kebi::codes<E>()[i]).c_str(), static_cast<E>(i));
  bound.finalize();
}
