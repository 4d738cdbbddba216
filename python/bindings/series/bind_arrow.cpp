#include <pybind11/numpy.h>

#include <memory>
#include <utility>
#include <vector>

#include "../bindings.hpp"
#include "arrow.hpp"
#include "kebi/series/storage/grid.hpp"

namespace {

/// What an exported array rests on: the grid, which keeps the figures, and the bits of its cells.
struct kept {
  py::object grid;
  std::vector<std::uint8_t> valid;
  const void* buffers[2];
};

void release_schema(arrow::schema* of) { of->release = nullptr; }

void release_array(arrow::array* of) {
  auto* const behind = static_cast<kept*>(of->private_data);
  of->release = nullptr;
  if (Py_IsInitialized() == 0) return;  // the memory goes with the process
  const py::gil_scoped_acquire with;
  delete behind;
}

/// A capsule for a structure of the C data interface: who takes it over sets its release to null.
template <class T>
py::capsule capsule_of(std::unique_ptr<T> made, const char* name) {
  PyObject* const capsule = PyCapsule_New(made.get(), name, [](PyObject* given) {
    auto* const held = static_cast<T*>(PyCapsule_GetPointer(given, PyCapsule_GetName(given)));
    if (held->release != nullptr) held->release(held);
    delete held;
  });
  if (capsule == nullptr) throw py::error_already_set();
  (void)made.release();
  return py::reinterpret_steal<py::capsule>(capsule);
}

/// The figures of a grid, row after row, as an Arrow array of doubles over their own memory;
/// where a cell has no figure there is a null.
py::tuple arrow_array(py::object self, const py::object&) {
  const auto& of = self.cast<const kebi::grid&>();
  const Eigen::Index count = of.values.size();
  auto behind = std::make_unique<kept>();
  behind->valid.assign(static_cast<std::size_t>((count + 7) / 8), 0);
  std::int64_t nulls = 0;
  for (Eigen::Index i = 0; i < count; ++i) {
    const bool is_figure = of.status.data()[i] == kebi::detail::is_figure;
    behind->valid[static_cast<std::size_t>(i >> 3)] |= static_cast<std::uint8_t>(is_figure ? 1 << (i & 7) : 0);
    nulls += !is_figure;
  }
  behind->grid = std::move(self);
  behind->buffers[0] = behind->valid.data();
  behind->buffers[1] = of.values.data();

  constexpr std::int64_t nullable = 2;
  auto schema = std::make_unique<arrow::schema>(
      arrow::schema{"g", "", nullptr, nullable, 0, nullptr, nullptr, release_schema, nullptr});
  const void** const buffers = behind->buffers;
  auto array = std::make_unique<arrow::array>(
      arrow::array{count, nulls, 0, 2, 0, buffers, nullptr, nullptr, release_array, behind.release()});
  return py::make_tuple(capsule_of(std::move(schema), "arrow_schema"), capsule_of(std::move(array), "arrow_array"));
}

}  // namespace

void bind_arrow(py::module_& m) {
  const py::object grid = m.attr("Grid");
  grid.attr("__arrow_c_array__") =
      py::cpp_function(&arrow_array, py::name("__arrow_c_array__"), py::is_method(grid), "requested_schema"_a = py::none(),
                       "The figures as an Arrow array over the same memory, by its C data interface.");
}
