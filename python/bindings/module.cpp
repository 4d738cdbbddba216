#include "bindings.hpp"
#include "kebi/core/directed.hpp"
#include "kebi/core/error.hpp"
#include "kebi/version.hpp"

void bind_core(py::module_&);
void bind_period(py::module_&);
void bind_indicator(py::module_&);
void bind_tables(py::module_&);
void bind_labelled(py::module_&);
void bind_arrow(py::module_&);
void bind_operations(py::module_&);
void bind_select(py::module_&);
void bind_hierarchy(py::module_&);
void bind_releases(py::module_&);
void bind_columns(py::module_&);
void bind_long_table(py::module_&);
void bind_row_growth(py::module_&);
void bind_formulas(py::module_&);
void bind_infer(py::module_&);
void bind_assess(py::module_&);
void bind_progress(py::module_&);
void bind_text(py::module_&);
void bind_grid(py::module_&);
void bind_io(py::module_&);
void bind_constructors(py::module_&);

PYBIND11_MODULE(_core, m, py::mod_gil_not_used()) {
  m.doc() = "The compiled part of kebi: the C++ library, layer by layer.";
  m.attr("__version__") = KEBI_VERSION;
  if (!kebi::detail::is_ieee_arithmetic())
    throw py::import_error(
        "kebi's bounds need sums of doubles that are rounded to the nearest: set the rounding mode back to "
        "FE_TONEAREST before importing kebi, and build it without -fassociative-math");

  const auto base = py::register_exception<kebi::error>(m, "KebiError", PyExc_ValueError);
  m.attr("ReadError") = py::reinterpret_steal<py::object>(
      PyErr_NewException("kebi._core.ReadError", base.ptr(), nullptr));
  // Says where: the exception carries line and column.
  py::register_local_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const kebi::read_error& e) {
      const py::object type = py::module_::import("kebi._core").attr("ReadError");
      py::object raised = type(e.what());
      raised.attr("line") = e.at().line;
      raised.attr("column") = e.at().column;
      PyErr_SetObject(type.ptr(), raised.ptr());
    }
  });

  // In the order of the layers, so that every signature finds the types it names.
  bind_core(m);
  bind_period(m);
  bind_indicator(m);
  bind_tables(m);
  bind_labelled(m);
  bind_arrow(m);
  bind_operations(m);
  bind_select(m);
  bind_hierarchy(m);
  bind_releases(m);
  bind_columns(m);
  bind_long_table(m);
  bind_row_growth(m);
  bind_formulas(m);
  bind_infer(m);
  bind_assess(m);
  bind_progress(m);
  bind_text(m);
  bind_grid(m);
  bind_io(m);
  bind_constructors(m);  // of all classes above
}
