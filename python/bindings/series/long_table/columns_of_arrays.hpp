#pragma once

#include <optional>

#include "../tables.hpp"
#include "columns.hpp"

/// Columns of numpy and of Arrow as the loops over them take them.
namespace tables {

template <class Array>
auto span_of(const Array& a) {
  return std::span{a.data(), static_cast<std::size_t>(a.size())};
}

/// A column in one piece.
inline py::array in_one_piece(py::array a) {
  if (a.ndim() != 1) throw kebi::error("a column has one dimension: found " + std::to_string(a.ndim()));
  return (a.flags() & py::array::c_style) != 0 ? a : py::array::ensure(a, py::array::c_style);
}

/// A column of whole numbers in one piece; nothing for other columns.
inline std::optional<whole_numbers> numbers_in(const py::array& a) {
  const char kind = a.dtype().kind();
  if (kind != 'i' && kind != 'u') return std::nullopt;
  return whole_numbers{a.data(), static_cast<std::size_t>(a.size()), static_cast<std::size_t>(a.itemsize()), kind == 'i'};
}

/// The objects of a column; nothing for other columns.
inline std::optional<std::span<PyObject* const>> objects_in(const py::array& a) {
  if (a.dtype().kind() != 'O') return std::nullopt;
  return std::span{static_cast<PyObject* const*>(a.data()), static_cast<std::size_t>(a.size())};
}

inline py::list list_of(const std::vector<PyObject*>& objects) {
  py::list all;
  for (PyObject* const each : objects) all.append(py::reinterpret_borrow<py::object>(each));
  return all;
}

inline arrow::stream& stream_in(const py::capsule& of) {
  auto* const stream = static_cast<arrow::stream*>(PyCapsule_GetPointer(of.ptr(), "arrow_array_stream"));
  if (stream == nullptr) throw py::error_already_set();
  return *stream;
}

}  // namespace tables
