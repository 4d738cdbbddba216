#include "bindings.hpp"

namespace {

/// An object whose constructor has not run yet. Everything but Python's own call of a class, which
/// runs it next, and `restored` below is led to `refuse_new`.
py::object unset(const py::type& of) {
  auto* base = reinterpret_cast<PyTypeObject*>(py::detail::get_internals().instance_base);
  const py::tuple nothing;
  return py::reinterpret_steal<py::object>(
      base->tp_new(reinterpret_cast<PyTypeObject*>(of.ptr()), nothing.ptr(), nullptr));
}

py::object refuse_new(const py::type& of, const py::args&, const py::kwargs&) {
  const auto own = py::reinterpret_borrow<py::dict>(reinterpret_cast<PyTypeObject*>(of.ptr())->tp_dict);
  if (!own.contains("__new__")) return unset(of);  // a class of Python that is derived from one of kebi
  const std::string name = py::str(of.attr("__name__"));
  throw py::type_error("__init__ of " + name + " was not called: make one by " + name +
                       "(...) or by the functions that return it");
}

py::object restored(const py::type& of, const py::object& state) {
  py::object made = unset(of);
  made.attr("__setstate__")(state);
  return made;
}

}  // namespace

/// Memory that no constructor has set must not be read. pybind11 gives an object past its constructor
/// (`Period.__new__(Period)`) memory as it comes, so no class of the module has a `__new__` that can
/// be called; what is pickled or copied is made by `restored`.
void bind_constructors(py::module_& m) {
  m.def("restored", &restored, "kind"_a, "state"_a, "A copy of an object by what it keeps of itself.");
  const py::object restore = m.attr("restored");
  const auto reduced = [restore](const py::object& self) {
    return py::make_tuple(restore, py::make_tuple(py::type::of(self), self.attr("__getstate__")()));
  };
  const py::object refuse = py::cpp_function(&refuse_new, py::name("__new__"), py::scope(m));
  const auto fixed = py::reinterpret_steal<py::object>(PyStaticMethod_New(refuse.ptr()));
  const py::handle metaclass{reinterpret_cast<PyObject*>(py::detail::get_internals().default_metaclass)};
  for (const auto& [name, each] : py::dict(m.attr("__dict__"))) {
    if (!PyType_Check(each.ptr()) || !py::type::of(each).is(metaclass)) continue;
    const auto own = py::reinterpret_borrow<py::dict>(reinterpret_cast<PyTypeObject*>(each.ptr())->tp_dict);
    if (own.contains("__setstate__") && !own.contains("__reduce__"))
      each.attr("__reduce__") = py::cpp_function(reduced, py::is_method(each), py::name("__reduce__"));
    // Into the dictionary alone: to set the attribute would slow down every call of the class.
    if (PyDict_SetItemString(own.ptr(), "__new__", fixed.ptr()) != 0) throw py::error_already_set();
    PyType_Modified(reinterpret_cast<PyTypeObject*>(each.ptr()));
  }
}
