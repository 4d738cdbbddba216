#include <pybind11/operators.h>
#include <pybind11/typing.h>

#include "kebi/core/fixed.hpp"
#include "kebi/core/evaluate.hpp"
#include "bindings.hpp"

using kebi::bounds;
using kebi::decimal;

namespace {

constexpr const char* about_bounds = R"(All that a figure can be: a closed interval, an end of which may be infinite.

Arithmetic rounds outwards, so what is true stays inside. The other operand may be bounds, an exact
number (float, int) or a printed one (Decimal), which stands for its rounding interval. A figure that
enters a formula twice counts as two figures: the functions of `kebi.formulas` stay sharp.

Comparisons are certain: ``a < b`` is true only if every value of `a` is less than every value of
`b`. Where the two overlap neither ``a < b`` nor ``a >= b`` is true. Empty bounds are neither less
nor greater than anything.

``format(bounds, ".2f")`` has two decimals, rounded outwards.

Parameters
----------
lo, hi : float
    The two ends, both included.

Raises
------
KebiError
    For a lower end above the upper one, and for nan.

Notes
-----
Source: IEEE Std 1788-2015, set-based intervals.

Examples
--------
>>> from kebi import Bounds
>>> Bounds(1, 2) * 100 + 1
Bounds(101.0, 201.0)
>>> Bounds(1, 2) < 3, Bounds(1, 2) < Bounds(2, 3), Bounds(1, 2) >= Bounds(2, 3)
(True, False, False)
>>> f"{Bounds(170.786, 171.054):.1f}"
'[170.7, 171.1]'
)";

constexpr const char* about_printed = R"(Return the bounds with so many decimals, rounded outwards.

Parameters
----------
decimals : int
    The number of decimals.

Returns
-------
str
    Both ends in square brackets; everything possible is still within them.

Examples
--------
>>> from kebi import Bounds
>>> Bounds(170.786, 171.054).printed(1)
'[170.7, 171.1]'
)";

/// The docstring of a function that makes bounds from an end or from nothing.
std::string about_maker(const char* summary, const char* parameters, const char* example) {
  return std::string{summary} + "\n" + parameters + "\nReturns\n-------\nBounds\n    The interval.\n\n" +
         "Examples\n--------\n>>> from kebi import Bounds\n" + example + "\n";
}

bounds of_ends(const py::tuple& ends) {
  const double lo = ends[0].cast<double>(), hi = ends[1].cast<double>();
  return lo > hi ? bounds::empty() : bounds{lo, hi};
}

py::str represented(const bounds& b) {
  if (b.is_empty()) return "Bounds.empty()";
  if (b.is_entire()) return "Bounds.entire()";
  return py::str("Bounds({!r}, {!r})").format(b.lo(), b.hi());
}

/// Bounds by a format such as ".2f" or ">20.1f": so many decimals, then aligned like a text.
py::str formatted(const bounds& b, const std::string& spec) {
  int decimals = 4;
  std::string alignment = spec;
  if (const auto point = spec.rfind('.'); point != std::string::npos) {
    const std::string digits = spec.substr(point + 1, spec.size() - point - 2);
    const bool fixed = spec.back() == 'f' && !digits.empty() && digits.size() <= 2 &&
                       digits.find_first_not_of("0123456789") == std::string::npos;
    if (!fixed) throw kebi::error("bounds are formatted with decimals, such as .2f: found " + kebi::in_quotes(spec));
    decimals = std::stoi(digits);
    alignment = spec.substr(0, point);
  }
  return py::str(kebi::outward(b, decimals)).attr("__format__")(alignment);
}

/// Binds an operator for bounds on either side and for a number on either side.
template <class Operation>
void bind_operator(py::class_<bounds>& type, const char* name, const char* reflected, Operation of) {
  const auto exact = [](double n) { return bounds::exactly(n); };
  type.def(name, of, py::is_operator())
      .def(name, [=](const bounds& a, double b) { return of(a, exact(b)); }, py::is_operator())
      .def(name, [=](const bounds& a, decimal b) { return of(a, kebi::rounding_interval(b)); }, py::is_operator(),
           "other"_a.noconvert())
      .def(reflected, [=](const bounds& b, double a) { return of(exact(a), b); }, py::is_operator())
      .def(reflected, [=](const bounds& b, decimal a) { return of(kebi::rounding_interval(a), b); },
           py::is_operator(), "other"_a.noconvert());
}

/// Binds a comparison that holds only if it does so for all values of both sides.
template <class Comparison>
void bind_certainly(py::class_<bounds>& type, const char* name, Comparison holds) {
  const auto certain = [=](const bounds& a, const bounds& b) { return !a.is_empty() && !b.is_empty() && holds(a, b); };
  type.def(name, certain, py::is_operator())
      .def(name, [=](const bounds& a, double b) { return certain(a, bounds::exactly(b)); }, py::is_operator())
      .def(name, [=](const bounds& a, decimal b) { return certain(a, kebi::rounding_interval(b)); },
           py::is_operator(), "other"_a.noconvert());
}

void bind_arithmetic(py::class_<bounds>& type) {
  bind_operator(type, "__add__", "__radd__", [](const bounds& a, const bounds& b) { return a + b; });
  bind_operator(type, "__sub__", "__rsub__", [](const bounds& a, const bounds& b) { return a - b; });
  bind_operator(type, "__mul__", "__rmul__", [](const bounds& a, const bounds& b) { return a * b; });
  bind_operator(type, "__truediv__", "__rtruediv__", [](const bounds& a, const bounds& b) { return a / b; });
  type.def(-py::self).def(py::self & py::self).def(py::self | py::self);
  // numpy's numbers would take bounds for a list of two: this leaves the operation to bounds.
  type.attr("__array_ufunc__") = py::none();
}

void bind_comparisons(py::class_<bounds>& type) {
  type.def(py::self == py::self).def("__hash__", [](const bounds& b) {
    return py::hash(py::make_tuple(b.lo(), b.hi()));
  });
  bind_certainly(type, "__lt__", [](const bounds& a, const bounds& b) { return a.hi() < b.lo(); });
  bind_certainly(type, "__le__", [](const bounds& a, const bounds& b) { return a.hi() <= b.lo(); });
  bind_certainly(type, "__gt__", [](const bounds& a, const bounds& b) { return a.lo() > b.hi(); });
  bind_certainly(type, "__ge__", [](const bounds& a, const bounds& b) { return a.lo() >= b.hi(); });
}

void bind_makers(py::class_<bounds>& type) {
  constexpr const char* value = "\nParameters\n----------\nvalue : float\n    The value.\n";
  constexpr const char* lower = "\nParameters\n----------\nlo : float\n    The lower end.\n";
  constexpr const char* upper = "\nParameters\n----------\nhi : float\n    The upper end.\n";
  type.def(py::init<double, double>(), "lo"_a, "hi"_a)
      .def_static("exactly", &bounds::exactly, "value"_a,
                  about_maker("Return bounds around one exact value.", value,
                              ">>> Bounds.exactly(5)\nBounds(5.0, 5.0)").c_str())
      .def_static("at_least", &bounds::at_least, "lo"_a,
                  about_maker("Return bounds without an upper end.", lower,
                              ">>> Bounds.at_least(5)\nBounds(5.0, inf)").c_str())
      .def_static("at_most", &bounds::at_most, "hi"_a,
                  about_maker("Return bounds without a lower end.", upper,
                              ">>> Bounds.at_most(5)\nBounds(-inf, 5.0)").c_str())
      .def_static("entire", &bounds::entire,
                  about_maker("Return bounds that hold every number.", "",
                              ">>> 5 in Bounds.entire()\nTrue").c_str())
      .def_static("empty", &bounds::empty,
                  about_maker("Return bounds that hold no number: what contradictory figures leave.", "",
                              ">>> Bounds(1, 2) & Bounds(3, 4) == Bounds.empty()\nTrue").c_str());
}

}  // namespace

void bind_bounds(py::module_& m) {
  py::class_<bounds> type(m, "Bounds", about_bounds);
  bind_makers(type);
  type.def_property_readonly("lo", &bounds::lo, "The lower end, which may be -inf.")
      .def_property_readonly("hi", &bounds::hi, "The upper end, which may be inf.")
      .def_property_readonly("is_empty", &bounds::is_empty, "Whether they hold no number at all.")
      .def_property_readonly("is_entire", &bounds::is_entire, "Whether they hold every number.")
      .def_property_readonly("is_bounded", &bounds::is_bounded, "Whether both ends are finite, or there is none.")
      .def_property_readonly("width", &kebi::width, "How far the ends lie apart, rounded up; 0 for empty bounds.")
      .def_property_readonly("midpoint", &kebi::midpoint, "The middle. Raises KebiError where an end is infinite.")
      .def("printed", &kebi::outward, "decimals"_a, about_printed)
      .def("__contains__", py::overload_cast<double>(&bounds::contains, py::const_))
      .def("__contains__", py::overload_cast<const bounds&>(&bounds::contains, py::const_))
      .def("__iter__", [](const bounds& b) -> py::typing::Iterator<py::float_> {
        return py::iter(py::make_tuple(b.lo(), b.hi()));
      })
      .def("__str__", [](const bounds& b) { return kebi::outward(b, 4); })
      .def("__format__", &formatted, "spec"_a)
      .def("__repr__", &represented)
      .def(py::pickle([](const bounds& b) { return py::make_tuple(b.lo(), b.hi()); }, &of_ends));
  bind_arithmetic(type);
  bind_comparisons(type);
}
