#include <algorithm>

#include "kebi/period.hpp"

#include "bindings.hpp"
#include "kebi/text/print_period.hpp"
#include "kebi/text/read_period.hpp"

using kebi::month;
using kebi::period;

void bind_growth(py::module_&);

namespace {

constexpr const char* about_period = R"(A period of whole months: a year, a half, a quarter, a month, the year to date.

Periods are values: comparable by their time, hashable, and equal to no text. ``in`` asks whether one
lies within another.

Parameters
----------
text : str
    Its code, such as 2019, 2019H1, 2019Q3, 2019-06 or 2019-01..2019-05, or as reports write it.
year : int, optional
    The year of a text that leaves it out, such as 上半年.

Raises
------
KebiError
    For a text that is no period.

Examples
--------
>>> from kebi import Period
>>> Period("2019年上半年").code, Period("1-5月", 2019).months
('2019H1', 5)
>>> Period("2019-06") in Period("2019H1")
True
)";

constexpr const char* about_year_before = R"(Return the same period of the year before: what 同比 compares with.

Returns
-------
Period
    Twelve months earlier.

Examples
--------
>>> from kebi import Period
>>> Period("2019H1").year_before()
Period('2018H1')
)";

constexpr const char* about_span_before = R"(Return the period just before: what 环比 compares with.

Returns
-------
Period
    As many months, up to the first one of this period.

Examples
--------
>>> from kebi import Period
>>> Period("2019Q1").span_before()
Period('2018Q4')
)";

constexpr const char* about_moved = R"(Return the period so many months later, or earlier where the number is below zero.

Parameters
----------
months : int
    By how many months; 12 for the same period of the next year.

Returns
-------
Period
    Of the same length.

Raises
------
KebiError
    For a period outside of the years 1 to 9999.

Examples
--------
>>> from kebi import Period
>>> Period("2019-12").moved(3), Period("2019Q1").moved(-12)
(Period('2020-03'), Period('2018Q1'))
)";

constexpr const char* about_rest_of = R"(Return what follows this period until a longer one ends.

Parameters
----------
whole : Period or str
    A period that this one starts with it.

Returns
-------
Period
    From the month after this period to the end of the whole.

Raises
------
KebiError
    Where this period does not start the whole, or leaves nothing of it.

Examples
--------
>>> from kebi import Period
>>> Period("2019H1").rest_of("2019")
Period('2019H2')
)";

constexpr const char* about_year_to_date = R"(Return the months from January to the end of the period (累计).

Returns
-------
Period
    January to its last month.

Examples
--------
>>> from kebi import Period
>>> Period("2019Q3").year_to_date()
Period('2019-01..2019-09')
)";

constexpr const char* about_to_chinese = R"(Return the period as Chinese reports write it.

Returns
-------
str
    Such as 2019年上半年.

Examples
--------
>>> from kebi import Period
>>> Period("2019H1").to_chinese()
'2019年上半年'
)";

constexpr const char* about_to_english = R"(Return the period as English reports write it.

Returns
-------
str
    Such as the first half of 2019.

Examples
--------
>>> from kebi import Period
>>> Period("2019H1").to_english()
'the first half of 2019'
)";

std::pair<int, int> year_and_month(month m) { return {m.year(), m.in_year()}; }

void bind_period_class(py::module_& m) {
  py::class_<period>(m, "Period", about_period)
      .def(py::init([](const std::string& text, std::optional<int> year) { return kebi::read_period(text, year); }),
           "text"_a, "year"_a = py::none())
      .def_property_readonly("first", [](const period& p) { return year_and_month(p.first()); },
                             "The year and the month, 1 to 12, that it starts with.")
      .def_property_readonly("last", [](const period& p) { return year_and_month(p.last()); },
                             "The year and the month, 1 to 12, that it ends with.")
      .def_property_readonly("months", &period::months, "How many months it has.")
      .def_property_readonly("code", [](const period& p) { return kebi::code(p); }, "Its code, such as 2019H1.")
      .def_property_readonly("is_year_to_date", &kebi::is_year_to_date, "Whether it starts in January.")
      .def_property_readonly("is_whole_years", &kebi::is_whole_years, "Whether it is made of whole years.")
      .def("moved", [](const period& p, int months) { return kebi::moved(p, std::clamp(months, -120'000, 120'000)); },
           "months"_a, about_moved)
      .def("year_before", &kebi::year_before, about_year_before)
      .def("span_before", &kebi::span_before, about_span_before)
      .def("rest_of", [](const period& elapsed, const period& whole) { return kebi::rest_of(whole, elapsed); },
           "whole"_a, about_rest_of)
      .def("year_to_date", [](const period& p) { return kebi::year_to_date(p.last()); }, about_year_to_date)
      .def("to_chinese", [](const period& p) { return kebi::to_chinese(p); }, about_to_chinese)
      .def("to_english", [](const period& p) { return kebi::to_english(p); }, about_to_english)
      .def("__contains__", &period::contains)
      .def("__eq__", [](const period& a, const period& b) { return a == b; }, py::is_operator())
      .def("__lt__", [](const period& a, const period& b) { return a < b; }, py::is_operator())
      .def("__hash__", [](const period& p) { return py::hash(py::str(kebi::code(p))); })
      .def("__str__", [](const period& p) { return kebi::code(p); })
      .def("__repr__", [](const period& p) { return "Period('" + kebi::code(p) + "')"; })
      .def(py::pickle([](const period& p) { return kebi::code(p); },
                      [](const std::string& code) { return kebi::period_of_code(code); }));
  py::implicitly_convertible<py::str, period>();
}

}  // namespace

void bind_period(py::module_& m) {
  bind_period_class(m);
  bind_growth(m);
}
