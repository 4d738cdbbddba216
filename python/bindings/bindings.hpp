#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "kebi/core/decimal.hpp"
#include "kebi/core/error.hpp"
#include "kebi/core/read_decimal.hpp"

namespace py = pybind11;
using namespace py::literals;

namespace pybind11::detail {

/// A text that comes in whole: half a character (a lone surrogate, left by decoding with
/// the wrong errors) has no UTF-8, and is refused in a sentence wherever texts are taken.
template <class Text>
struct whole_text_caster : string_caster<Text, std::is_same_v<Text, std::string_view>> {
  bool load(handle source, bool convert) {
    if (string_caster<Text, std::is_same_v<Text, std::string_view>>::load(source, convert)) return true;
    if (!source || !PyUnicode_Check(source.ptr())) return false;
    const Py_ssize_t length = PyUnicode_GetLength(source.ptr());
    for (Py_ssize_t at = 0; at < length; ++at) {
      const Py_UCS4 c = PyUnicode_ReadChar(source.ptr(), at);
      if (c < 0xD800 || c > 0xDFFF) continue;
      char shown[8];
      std::snprintf(shown, sizeof shown, "\\u%04x", static_cast<unsigned>(c));
      throw kebi::error("the text holds half a character, '" + std::string(shown) + "', at place " +
                        std::to_string(at) +
                        ": it was decoded wrongly, so read its file with kebi.read");
    }
    return false;
  }
};
template <>
struct type_caster<std::string> : whole_text_caster<std::string> {};
template <>
struct type_caster<std::string_view> : whole_text_caster<std::string_view> {};

/// A plain number: what has a `__float__`, save Percent and Points. Those have one too, but a formula
/// that asks for a number must not take a percentage for it.
template <>
struct type_caster<double> {
  PYBIND11_TYPE_CASTER(double, const_name("float"));

  bool load(handle source, bool convert) {
    if (!source) return false;
    if (PyFloat_Check(source.ptr())) {
      value = PyFloat_AS_DOUBLE(source.ptr());
      return true;
    }
    if (!convert || is_rate(source)) return false;
    value = PyFloat_AsDouble(source.ptr());
    const bool failed = value == -1.0 && PyErr_Occurred() != nullptr;
    if (failed) PyErr_Clear();
    return !failed;
  }

  static handle cast(double number, return_value_policy, handle) { return PyFloat_FromDouble(number); }

 private:
  static bool is_rate(handle source) {
    const char* const name = Py_TYPE(source.ptr())->tp_name;
    return std::strcmp(name, "kebi._core.Percent") == 0 || std::strcmp(name, "kebi._core.Points") == 0;
  }
};

/// A number as printed is Python's own decimal.Decimal: it too keeps its last
/// zeros. Whole numbers and the printed text itself are taken as well; a float
/// is not, because it has no last digit.
template <>
struct type_caster<kebi::decimal> {
  PYBIND11_TYPE_CASTER(kebi::decimal, const_name("decimal.Decimal"));

  bool load(handle source, bool convert) {
    const bool whole = PyLong_Check(source.ptr()) && !PyBool_Check(source.ptr());
    if (convert && (whole || PyUnicode_Check(source.ptr()))) {
      value = kebi::read_decimal(str(source).cast<std::string>());
      return true;
    }
    const object type = module_::import("decimal").attr("Decimal");
    if (!isinstance(source, type)) return false;
    if (!source.attr("is_finite")().cast<bool>())
      throw kebi::error("a printed number is finite: found " + std::string(repr(source)));
    const tuple parts = source.attr("as_tuple")();  // sign, digits, exponent
    const object exponent = parts[2];
    std::int64_t digits = 0;
    for (const handle digit : tuple(parts[1])) {
      if (digits >= kebi::detail::power_of_ten(kebi::decimal::most_digits - 1))
        throw kebi::error("a number of more than 17 digits is too large for any statistic");
      digits = digits * 10 + digit.cast<int>();
    }
    const bool negative = parts[0].cast<int>() != 0;
    const auto places = exponent.cast<long>();
    if (places > 99 || places < -99)
      throw kebi::error("the number " + std::string(str(source)) + " is too large or too fine for any statistic");
    value = kebi::decimal{negative ? -digits : digits, static_cast<int>(-places)};
    return true;
  }

  static handle cast(kebi::decimal number, return_value_policy, handle) {
    const std::string printed =
        std::to_string(number.digits()) + "E" + std::to_string(-number.decimals());
    return module_::import("decimal").attr("Decimal")(printed).release();
  }
};

}  // namespace pybind11::detail
