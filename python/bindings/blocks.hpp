#pragma once

#include <pybind11/numpy.h>

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "bindings.hpp"
#include "kebi/series/evaluate/cellwise.hpp"

/// What the bindings of series share: numpy arrays as blocks, and results that go into a
/// caller's arrays or into new memory.
namespace blocks {

using doubles = py::array_t<double, py::array::c_style>;
using bytes = py::array_t<std::uint8_t, py::array::c_style>;

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

/// Arrays of the caller: values and cells, or lo, hi and cells.
using given = std::optional<py::tuple>;

/// What `work` writes: a Grid, or a BoundsGrid, or nothing where it went into given arrays.
template <bool Bounds, class Work>
py::object worked(const kebi::timeline& time, Eigen::Index rows, const given& out,
                  const Work& work) {
  if (!out) {
    const auto made = [&] {
      const py::gil_scoped_release without;
      if constexpr (Bounds)
        return kebi::bounds_written(time, rows, work);
      else
        return kebi::written(time, rows, work);
    };
    return py::cast(made());
  }
  if (out->size() != (Bounds ? 3u : 2u))
    throw kebi::error("an output is " +
                      std::string(Bounds ? "lo, hi and cells" : "values and cells"));
  auto first = to_write<double>((*out)[0]);
  auto cells = to_write<std::uint8_t>((*out)[Bounds ? 2 : 1]);
  if constexpr (Bounds) {
    auto hi = to_write<double>((*out)[1]);
    const kebi::bounds_out into{first, hi, cells};
    kebi::detail::require_shape(into, rows, time.length());
    const py::gil_scoped_release without;
    work(into);
  } else {
    const kebi::figures_out into{first, cells};
    kebi::detail::require_shape(into, rows, time.length());
    const py::gil_scoped_release without;
    work(into);
  }
  return py::none();
}

/// The shape of a result that has rows of its own.
struct shape {
  kebi::timeline time;
  Eigen::Index rows;
};
inline shape shaped(const kebi::timeline& time, Eigen::Index rows) { return {time, rows}; }
inline shape shaped(const shape& own, Eigen::Index) { return own; }

/// Binds a function along time that takes `Blocks` grids and some options: over figures,
/// over figures with bounds from their print, and over bounds. `time_of` makes the times
/// of the result, or its `shape`, and `work` writes it.
template <std::size_t Blocks, class... Options>
struct along {
  template <class TimeOf, class Work, class... Said>
  static void bind(py::module_& m, const char* name, TimeOf time_of, Work work,
                   const Said&... said) {
    bind_over<kebi::grid>(m, name, time_of, work, std::make_index_sequence<Blocks>{}, said...);
    bind_over<kebi::bounds_grid>(m, name, time_of, work, std::make_index_sequence<Blocks>{},
                                 said...);
  }

 private:
  template <class Block, std::size_t>
  using input = const Block&;

  template <class First, class... Others>
  static Eigen::Index rows_of(const First& first, const Others&...) {
    return first.rows();
  }
  template <class First, class... Others>
  static void require_beside(const First& first, const Others&... others) {
    (kebi::detail::require_same_ends(first.time, others.time), ...);
  }
  template <class Block, class TimeOf, class Work, std::size_t... I, class... Said>
  static void bind_over(py::module_& m, const char* name, const TimeOf& time_of, const Work& work,
                        std::index_sequence<I...>, const Said&... said) {
    m.def(
        name,
        [time_of, work](input<Block, I>... in, Options... options, bool bounds, const given& out,
                        int threads) {
          require_beside(in...);
          const auto [time, rows] = shaped(time_of(in..., options...), rows_of(in...));
          const auto write = [&](const auto& into) { work(in..., options..., into, threads); };
          if constexpr (std::same_as<Block, kebi::bounds_grid>)
            return worked<true>(time, rows, out, write);
          else
            return bounds ? worked<true>(time, rows, out, write)
                          : worked<false>(time, rows, out, write);
        },
        said..., py::kw_only(), "bounds"_a = false, "out"_a = py::none(), "threads"_a = 1);
  }
};

}  // namespace blocks
