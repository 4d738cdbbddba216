#include <pybind11/operators.h>

#include "kebi/core/fixed.hpp"
#include "numbers.hpp"

using kebi::bounds;
using kebi::decimal;
using kebi::unit;

namespace {

std::string shown(const number& n) {
  if (const auto* printed = std::get_if<decimal>(&n)) return kebi::to_string(*printed);
  if (const auto* range = std::get_if<bounds>(&n)) return kebi::outward(*range, 4);
  return std::string(py::str("{:g}").format(std::get<double>(n)));
}
std::string evaluable(const number& n) {
  if (std::holds_alternative<decimal>(n)) return "'" + shown(n) + "'";
  return std::string(py::repr(py::cast(n)));
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

void bind_bounds(py::module_& m) {
  py::class_<bounds>(m, "Bounds", "All that a figure can be: a closed interval; an end may be infinite.")
      .def(py::init<double, double>(), "lo"_a, "hi"_a)
      .def_static("exactly", &bounds::exactly, "value"_a)
      .def_static("at_least", &bounds::at_least, "lo"_a)
      .def_static("at_most", &bounds::at_most, "hi"_a)
      .def_static("entire", &bounds::entire)
      .def_static("empty", &bounds::empty)
      .def_property_readonly("lo", &bounds::lo)
      .def_property_readonly("hi", &bounds::hi)
      .def_property_readonly("is_empty", &bounds::is_empty)
      .def_property_readonly("is_entire", &bounds::is_entire)
      .def_property_readonly("is_bounded", &bounds::is_bounded)
      .def("printed", &kebi::outward, "decimals"_a, "The bounds with so many decimals, rounded outwards.")
      .def_property_readonly("width", &kebi::width)
      .def_property_readonly("midpoint", &kebi::midpoint)
      .def("__contains__", py::overload_cast<double>(&bounds::contains, py::const_))
      .def("__contains__", py::overload_cast<const bounds&>(&bounds::contains, py::const_))
      .def("__iter__", [](const bounds& b) { return py::iter(py::make_tuple(b.lo(), b.hi())); })
      .def(py::self + py::self)
      .def(py::self - py::self)
      .def(py::self * py::self)
      .def(py::self / py::self)
      .def(py::self & py::self)
      .def(py::self | py::self)
      .def(-py::self)
      .def(py::self == py::self)
      .def("__hash__", [](const bounds& b) { return py::hash(py::make_tuple(b.lo(), b.hi())); })
      .def("__str__", [](const bounds& b) { return kebi::outward(b, 4); })
      .def("__repr__",
           [](const bounds& b) -> py::str {
             if (b.is_empty()) return "Bounds.empty()";
             if (b.is_entire()) return "Bounds.entire()";
             return py::str("Bounds({!r}, {!r})").format(b.lo(), b.hi());
           })
      .def(py::pickle([](const bounds& b) { return py::make_tuple(b.lo(), b.hi()); },
                      [](const py::tuple& ends) {
                        const double lo = ends[0].cast<double>(), hi = ends[1].cast<double>();
                        return lo > hi ? bounds::empty() : bounds{lo, hi};
                      }));
}

/// Percent and Points share their manners; what they add to differs.
template <class T>
py::class_<T> bind_rate(py::module_& m, const char* name, const char* doc) {
  return py::class_<T>(m, name, doc)
      .def(py::init([](number value) { return T{value}; }), "value"_a)
      .def_readonly("value", &T::value)
      .def("__neg__", [](const T& a) { return T{negated(a.value)}; })
      .def("__eq__", [](const T& a, const T& b) { return a.value == b.value; }, py::is_operator())
      .def("__hash__", [](const T& a) { return py::hash(py::cast(a.value)); })
      .def("__repr__", [name](const T& a) { return std::string{name} + "(" + evaluable(a.value) + ")"; })
      .def(py::pickle([](const T& a) { return py::make_tuple(a.value); },
                      [](const py::tuple& state) { return T{state[0].cast<number>()}; }));
}

void bind_rates(py::module_& m) {
  auto points = bind_rate<distance>(m, "Points", "A distance between two rates, in percentage points (百分点).");
  points.def("__add__", [](const distance& a, const distance& b) { return distance{apply(plus{}, a.value, b.value)}; }, py::is_operator())
      .def("__sub__", [](const distance& a, const distance& b) { return distance{apply(minus{}, a.value, b.value)}; }, py::is_operator())
      .def("__str__", [](const distance& a) { return shown(a.value) + "个百分点"; });
  auto percent = bind_rate<rate>(m, "Percent", "A rate, in percent. Two rates subtract to Points; they do not add.");
  percent.def("__sub__", [](const rate& a, const rate& b) { return distance{apply(minus{}, a.value, b.value)}; }, py::is_operator())
      .def("__sub__", [](const rate& a, const distance& b) { return rate{apply(minus{}, a.value, b.value)}; }, py::is_operator())
      .def("__add__", [](const rate& a, const distance& b) { return rate{apply(plus{}, a.value, b.value)}; }, py::is_operator())
      .def("__str__", [](const rate& a) { return shown(a.value) + "%"; });
}

}  // namespace

void bind_core(py::module_& m) {
  bind_bounds(m);
  bind_rates(m);

  py::class_<unit>(m, "Unit", "What a number counts, with its scale: 亿元, 万人次, 微克/立方米.")
      .def(py::init<std::string_view>(), "symbol"_a)
      .def_property_readonly("symbol", &unit::symbol)
      .def_property_readonly("kind", &unit::kind)
      .def("__eq__", [](const unit& a, const unit& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const unit& u) { return py::hash(py::str(u.symbol())); })
      .def("__str__", &unit::symbol)
      .def("__repr__", [](const unit& u) { return "Unit('" + u.symbol() + "')"; })
      .def(py::pickle([](const unit& u) { return u.symbol(); }, [](const std::string& s) { return unit{s}; }));
  py::implicitly_convertible<py::str, unit>();

  m.def("convert",
        [](const number& value, const unit& from, const unit& to) {
          return std::visit([&](const auto& plain) -> number { return kebi::convert(plain, from, to); }, value);
        },
        "value"_a, "from_unit"_a, "to_unit"_a,
        "The same amount in another unit of its kind, exactly.");
  m.def("rounding_interval", &kebi::rounding_interval, "printed"_a,
        "The interval that a printed number was rounded from (修约区间).");
  m.def("round_to",
        [](decimal value, decimal step, bool half_up) {
          return kebi::round_to(value, step, half_up ? kebi::rounding::half_up : kebi::rounding::half_even);
        },
        "value"_a, "step"_a, py::kw_only(), "half_up"_a = false,
        "The nearest multiple of a step, rounded once on the decimal digits (GB/T 8170).");
  m.def("read_decimal", &kebi::read_decimal, "text"_a,
        "The number that a text is, in ASCII or full-width digits, stray blanks passed over.");
}
