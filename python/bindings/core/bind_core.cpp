#include "numbers.hpp"

using kebi::decimal;
using kebi::unit;

void bind_bounds(py::module_&);
void bind_rates(py::module_&);

namespace {

constexpr const char* about_unit = R"(What a number counts, with its scale: 亿元, 万人次, 微克/立方米.

Parameters
----------
symbol : str
    The unit as published.

Raises
------
KebiError
    For a symbol that is no unit.

Examples
--------
>>> from kebi import Unit
>>> Unit("亿元").kind == Unit("万元").kind
True
)";

void bind_unit(py::module_& m) {
  py::class_<unit>(m, "Unit", about_unit)
      .def(py::init<std::string_view>(), "symbol"_a)
      .def_property_readonly("symbol", &unit::symbol, "The unit as published.")
      .def_property_readonly("kind", &unit::kind, "What it measures; amounts convert within one kind.")
      .def("__eq__", [](const unit& a, const unit& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const unit& u) { return py::hash(py::str(u.symbol())); })
      .def("__str__", &unit::symbol)
      .def("__repr__", [](const unit& u) { return "Unit('" + u.symbol() + "')"; })
      .def(py::pickle([](const unit& u) { return u.symbol(); }, [](const std::string& s) { return unit{s}; }));
  py::implicitly_convertible<py::str, unit>();
}

}  // namespace

void bind_core(py::module_& m) {
  bind_bounds(m);
  bind_rates(m);
  bind_unit(m);

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
