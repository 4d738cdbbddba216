#include "kebi/core/fixed.hpp"
#include "numbers.hpp"

using kebi::bounds;
using kebi::decimal;

namespace {

constexpr const char* about_points = R"(A difference of two rates, in percentage points (百分点).

Points add to points and to percentages; ``float`` gives the number, ``format`` formats it as it does
a float, a Decimal or bounds.

Parameters
----------
value : float, str, Decimal or Bounds
    The number of points. A text or a Decimal is a printed number, good to half a unit of its last digit.

Raises
------
KebiError
    For a text that is no number.

Notes
-----
Source: System of National Accounts 2008; OECD Glossary of Statistical Terms, percentage point.

Examples
--------
>>> from kebi import Percent, Points
>>> Percent(6.5) - Percent(6.0)
Points(0.5)
>>> print(Percent("6.5") - Points("0.5"))
[5.9000, 6.1000]%
)";

constexpr const char* about_percent = R"(A rate, in percent. Two rates subtract to points; they do not add.

``float`` gives the number, ``format`` formats it as it does a float, a Decimal or bounds.

Parameters
----------
value : float, str, Decimal or Bounds
    The number of percent. A text or a Decimal is a printed number, good to half a unit of its last
    digit.

Raises
------
KebiError
    For a text that is no number.

Notes
-----
Source: GB 3101-93 for the percent sign; rates of growth differ by percentage points.

Examples
--------
>>> from kebi import Percent
>>> Percent("6.0").value, float(Percent("6.0"))
(Decimal('6.0'), 6.0)
>>> f"{Percent(6.049):.1f}"
'6.0%'
)";

std::string shown(const number& n) {
  if (const auto* printed = std::get_if<decimal>(&n)) return kebi::to_string(*printed);
  if (const auto* range = std::get_if<bounds>(&n)) return kebi::outward(*range, 4);
  return std::string(py::str("{:g}").format(std::get<double>(n)));
}
std::string evaluable(const number& n) {
  if (std::holds_alternative<decimal>(n)) return "'" + shown(n) + "'";
  return std::string(py::repr(py::cast(n)));
}

double as_float(const number& n, const std::string& text) {
  if (const auto* range = std::get_if<bounds>(&n); range && range->lo() != range->hi())
    throw kebi::error(text + " is an interval and no single number: use .value.lo and .value.hi, or .value.midpoint");
  return py::float_(std::holds_alternative<bounds>(n) ? py::cast(std::get<bounds>(n).lo()) : py::cast(n));
}

struct minus {
  template <class A, class B>
  number operator()(const A& a, const B& b) const {
    return kebi::evaluate([]<class N>(const N& x, const N& y) -> N { return x - y; }, a, b);
  }
};
struct plus {
  template <class A, class B>
  number operator()(const A& a, const B& b) const {
    return kebi::evaluate([]<class N>(const N& x, const N& y) -> N { return x + y; }, a, b);
  }
};
number negated(const number& n) {
  return std::visit([](const auto& plain) -> number { return -plain; }, n);
}

/// What Percent and Points have in common; what they add to differs.
template <class T>
py::class_<T> bind_rate(py::module_& m, const char* name, const char* sign, const char* doc) {
  return py::class_<T>(m, name, doc)
      .def(py::init([](number value) { return T{value}; }), "value"_a)
      .def_readonly("value", &T::value, "The number: a float, a Decimal as printed, or Bounds.")
      .def("__neg__", [](const T& a) { return T{negated(a.value)}; })
      .def("__eq__", [](const T& a, const T& b) { return a.value == b.value; }, py::is_operator())
      .def("__hash__", [](const T& a) { return py::hash(py::cast(a.value)); })
      .def("__float__", [sign](const T& a) { return as_float(a.value, shown(a.value) + sign); })
      .def("__format__",
           [sign](const T& a, const std::string& spec) {
             return spec.empty() ? shown(a.value) + sign
                                 : std::string(py::str(py::cast(a.value).attr("__format__")(spec))) + sign;
           },
           "spec"_a)
      .def("__str__", [sign](const T& a) { return shown(a.value) + sign; })
      .def("__repr__", [name](const T& a) { return std::string{name} + "(" + evaluable(a.value) + ")"; })
      .def(py::pickle([](const T& a) { return py::make_tuple(a.value); },
                      [](const py::tuple& state) { return T{state[0].cast<number>()}; }));
}

/// The sum or the difference of two rates or distances, as another.
template <class Result, class Operation, class A, class B>
Result combined(const A& a, const B& b) {
  return Result{apply(Operation{}, a.value, b.value)};
}

}  // namespace

void bind_rates(py::module_& m) {
  bind_rate<distance>(m, "Points", "个百分点", about_points)
      .def("__add__", &combined<distance, plus, distance, distance>, py::is_operator())
      .def("__sub__", &combined<distance, minus, distance, distance>, py::is_operator());
  bind_rate<rate>(m, "Percent", "%", about_percent)
      .def("__sub__", &combined<distance, minus, rate, rate>, py::is_operator())
      .def("__sub__", &combined<rate, minus, rate, distance>, py::is_operator())
      .def("__add__", &combined<rate, plus, rate, distance>, py::is_operator());
}
