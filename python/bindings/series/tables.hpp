#pragma once

#include <pybind11/numpy.h>

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "../bindings.hpp"
#include "kebi/series/evaluate/alignment.hpp"

/// What the bindings of series share: numpy arrays as blocks, and results that go into a
/// caller's arrays or into new memory.
namespace tables {

using doubles = py::array_t<double, py::array::c_style>;
using bytes = py::array_t<std::uint8_t, py::array::c_style>;
using codes = py::array_t<std::int32_t, py::array::c_style | py::array::forcecast>;

inline void require_table(const py::array& a, const char* what) {
  if (a.ndim() != 2)
    throw kebi::error(std::string{what} + " are a table of series by times: found " +
                      std::to_string(a.ndim()) + " dimensions");
}
template <class Block, class Array>
Eigen::Map<const Block> rows_in(const Array& a) {
  require_table(a, "figures");
  return {a.data(), a.shape(0), a.shape(1)};
}

template <class Number>
using strided = Eigen::Map<Eigen::Matrix<Number, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>,
                           0, Eigen::OuterStride<>>;

/// A caller's array to write into: a table of the right kind whose rows each lie in one
/// piece, such as a part of a larger one. Nothing is converted, because then the result
/// would go into a copy.
template <class Number>
strided<Number> to_write(py::array a) {
  require_table(a, "an output's figures");
  if (!py::isinstance<py::array_t<Number>>(a))
    throw kebi::error("an output is an array of " + std::string(py::str(py::dtype::of<Number>())) +
                      ": found " + std::string(py::str(a.dtype())));
  if (!a.writeable()) throw kebi::error("an output must be writable: this array is read-only");
  const auto size = static_cast<py::ssize_t>(sizeof(Number));
  const bool whole = a.size() == 0 || a.shape(1) < 2 || a.strides(1) == size;
  if (!whole || (a.size() > 0 && a.shape(0) > 1 &&
                 (a.strides(0) < a.shape(1) * size || a.strides(0) % size != 0)))
    throw kebi::error(
        "each row of an output lies in one piece: copy this array, or take rows of another");
  const py::ssize_t step = a.size() > 0 && a.shape(0) > 1 ? a.strides(0) / size : a.shape(1);
  return {static_cast<Number*>(a.mutable_data()), a.shape(0), a.shape(1),
          Eigen::OuterStride<>{step}};
}

/// Arrays of the caller: values and status, or lo, hi and status.
using given = std::optional<py::tuple>;

/// Writes a result into the caller's arrays. `write` takes a `figures_out`, or a `bounds_out`.
template <class Write>
void write_given(const py::tuple& out, bool bounds, const kebi::timeline& time, Eigen::Index rows,
                 const Write& write) {
  if (out.size() != (bounds ? 3u : 2u))
    throw kebi::error("an output is " +
                      std::string(bounds ? "lo, hi and status" : "values and status"));
  auto first = to_write<double>(out[0]);
  auto status = to_write<std::uint8_t>(out[bounds ? 2 : 1]);
  if (bounds) {
    auto hi = to_write<double>(out[1]);
    const kebi::bounds_out into{first, hi, status};
    kebi::detail::require_shape(into, rows, time.length());
    const py::gil_scoped_release without;
    write(into);
  } else {
    const kebi::figures_out into{first, status};
    kebi::detail::require_shape(into, rows, time.length());
    const py::gil_scoped_release without;
    write(into);
  }
}

/// A table of Python as an input of an operation: a Grid, Series or Panel, or one of bounds; or
/// derived figures and their bounds, a pair of them.
kebi::argument input_of(const py::handle& table);

/// "regions" or "indicators".
kebi::along along_named(const std::string& names);

}  // namespace tables
