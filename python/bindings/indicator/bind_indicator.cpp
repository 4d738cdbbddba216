#include <pybind11/typing.h>

#include "kebi/indicator.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "bindings.hpp"

using kebi::indicator;

void bind_enums(py::module_&);
void bind_fact(py::module_&);

namespace {

constexpr const char* about_indicator = R"(A statistical indicator, as a catalogue knows it.

Parameters
----------
name : str
    Its name.
aliases : sequence of str
    Other names, which reports use for it.
english : str
    Its name in English.
kind : Kind
    What a figure of it is over a period: a flow, a stock, a ratio and so on.
units : sequence of str
    The units that it is published in, the usual one first.
better : Better
    Which direction is better.
parts : Parts
    How the values of parts make the value of the whole.
growth_at : GrowthAt
    What its published growth is measured at.
quotients : sequence of (str, str, bool)
    For a ratio its numerator and denominator, and whether the denominator is the mean of the two
    ends of the year.

Raises
------
KebiError
    For a unit that there is not.

Examples
--------
>>> from kebi import Indicator
>>> from kebi.enums import Kind
>>> Indicator("加氢站数", kind=Kind.stock, units=["座"], aliases=["氢能站点数"]).aliases
['氢能站点数']
)";

constexpr const char* about_catalogue = R"(Indicators by name: a value that callers own and extend.

``len`` counts the indicators, iteration gives them in order.

Examples
--------
>>> import kebi
>>> catalogue = kebi.standard_catalogue()
>>> catalogue.find("GDP").name
'地区生产总值'
)";

constexpr const char* about_add = R"(Add an indicator.

Parameters
----------
indicator : Indicator
    The indicator, with its aliases.

Returns
-------
None
    The catalogue itself changes.

Raises
------
KebiError
    Where its name or an alias is taken.

Examples
--------
>>> import kebi
>>> catalogue = kebi.Catalogue()
>>> catalogue.add(kebi.Indicator("加氢站数", kind=kebi.enums.Kind.stock))
>>> len(catalogue)
1
)";

constexpr const char* about_find = R"(Return the indicator of a name or an alias.

Parameters
----------
name : str
    A name; blanks and full-width characters do not matter.

Returns
-------
Indicator or None
    The indicator, or None where there is none of that name.

Examples
--------
>>> import kebi
>>> kebi.standard_catalogue().find("财政总收入之谜") is None
True
)";

constexpr const char* about_standard = R"(Return a new catalogue of the indicators that Chinese plans and reports use.

Returns
-------
Catalogue
    A catalogue of its own, which may be extended.

Examples
--------
>>> import kebi
>>> kebi.standard_catalogue().find("社会消费品零售总额").english
'Total retail sales of consumer goods'
)";

/// Numerator, denominator, and whether by a mean.
using quotient_tuples = std::vector<std::tuple<std::string, std::string, bool>>;

quotient_tuples tuples_of(const std::vector<kebi::quotient>& all) {
  quotient_tuples result;
  for (const auto& each : all) result.emplace_back(each.numerator, each.denominator, each.by_mean);
  return result;
}
std::vector<kebi::quotient> quotients_of(const quotient_tuples& all) {
  std::vector<kebi::quotient> result;
  for (const auto& [numerator, denominator, by_mean] : all) result.push_back({numerator, denominator, by_mean});
  return result;
}

indicator new_indicator(std::string name, std::vector<std::string> aliases, std::string english, kebi::kind kind,
                        const std::vector<std::string>& units, kebi::better better, kebi::parts parts,
                        kebi::growth_at growth_at, const quotient_tuples& quotients) {
  indicator result{std::move(name), std::move(aliases), std::move(english), kind, {}, better, parts, growth_at, {}};
  for (const auto& each : units) result.units.emplace_back(each);
  result.quotients = quotients_of(quotients);
  return result;
}

py::tuple state_of(const indicator& i) {
  return py::make_tuple(i.name, i.aliases, i.english, i.kind, i.units, i.better, i.parts, i.growth_at,
                        tuples_of(i.quotients));
}
indicator of_state(const py::tuple& t) {
  return {t[0].cast<std::string>(),     t[1].cast<std::vector<std::string>>(),
          t[2].cast<std::string>(),     t[3].cast<kebi::kind>(),
          t[4].cast<std::vector<kebi::unit>>(), t[5].cast<kebi::better>(),
          t[6].cast<kebi::parts>(),     t[7].cast<kebi::growth_at>(),
          quotients_of(t[8].cast<quotient_tuples>())};
}

void bind_one_indicator(py::module_& m) {
  py::class_<indicator>(m, "Indicator", about_indicator)
      .def(py::init(&new_indicator), "name"_a, py::kw_only(), "aliases"_a = std::vector<std::string>{},
           "english"_a = "", "kind"_a, "units"_a = std::vector<std::string>{}, "better"_a = kebi::better::higher,
           "parts"_a = kebi::parts::none, "growth_at"_a = kebi::growth_at::none, "quotients"_a = quotient_tuples{})
      .def_readonly("name", &indicator::name, "Its name.")
      .def_readonly("aliases", &indicator::aliases, "Other names, which reports use for it.")
      .def_readonly("english", &indicator::english, "Its name in English; may be empty.")
      .def_readonly("kind", &indicator::kind, "What a figure of it is over a period.")
      .def_readonly("units", &indicator::units, "The units that it is published in, the usual one first.")
      .def_readonly("better", &indicator::better, "Which direction is better.")
      .def_readonly("parts", &indicator::parts, "How the values of parts make the value of the whole.")
      .def_readonly("growth_at", &indicator::growth_at, "What its published growth is measured at.")
      .def_property_readonly("quotients", [](const indicator& i) { return tuples_of(i.quotients); },
                             "Numerator, denominator, and whether by the mean of the two ends of the year.")
      .def("__eq__", [](const indicator& a, const indicator& b) { return a == b; }, py::is_operator())
      .def(py::pickle(&state_of, &of_state))
      .def("__repr__", [](const indicator& i) { return "<Indicator " + i.name + " " + std::string{code(i.kind)} + ">"; });
}

std::optional<indicator> found(const kebi::catalogue& within, std::string_view name) {
  const indicator* const known = within.find(name);
  return known == nullptr ? std::nullopt : std::optional{*known};
}

void bind_catalogue(py::module_& m) {
  py::class_<kebi::catalogue>(m, "Catalogue", about_catalogue)
      .def(py::init<>())
      .def("add", &kebi::catalogue::add, "indicator"_a, about_add)
      .def("find", &found, "name"_a, about_find)
      .def(py::pickle([](const kebi::catalogue& c) { return c.all(); },
                      [](const std::vector<indicator>& all) { return kebi::catalogue{all}; }))
      .def("__eq__", [](const kebi::catalogue& a, const kebi::catalogue& b) { return a.all() == b.all(); }, py::is_operator())
      .def("__len__", &kebi::catalogue::size)
      .def("__iter__", [](const kebi::catalogue& c) -> py::typing::Iterator<indicator> { return py::iter(py::cast(c.all())); })
      .def("__repr__", [](const kebi::catalogue& c) { return "<Catalogue of " + std::to_string(c.size()) + " indicators>"; });
  m.def("standard_catalogue", &kebi::standard_catalogue, about_standard);
}

}  // namespace

void bind_indicator(py::module_& m) {
  bind_enums(m);
  bind_one_indicator(m);
  bind_catalogue(m);
  bind_fact(m);
}
