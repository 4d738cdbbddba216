#pragma once

#include <utility>

#include "bindings.hpp"

/// Lets values be pickled and copied by their parts, all of which must be told.
template <class T, class... Parts>
auto by_parts(Parts T::*... parts) {
  const auto put_together = [=]<std::size_t... I>(const py::tuple& told, std::index_sequence<I...>) {
    if (told.size() != sizeof...(Parts))
      throw kebi::error("a pickled value has " + std::to_string(sizeof...(Parts)) + " parts: found " +
                        std::to_string(told.size()));
    T made{};
    ((made.*parts = told[I].template cast<Parts>()), ...);
    return made;
  };
  return py::pickle([=](const T& of) { return py::make_tuple(of.*parts...); },
                    [=](const py::tuple& told) { return put_together(told, std::index_sequence_for<Parts...>{}); });
}
