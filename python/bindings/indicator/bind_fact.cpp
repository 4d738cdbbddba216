#include <pybind11/typing.h>

#include "kebi/indicator.hpp"
#include "kebi/io/facts.hpp"
#include "bindings.hpp"

using kebi::fact;

namespace {

constexpr const char* about_fact = R"(One published statement about one indicator, with one number or one qualified phrase.

Reading a text makes facts; `from_json` makes one from the exchange form (docs/reference/facts.md).
Facts are values: equal where all their attributes are, hashable and picklable.

Examples
--------
>>> import kebi
>>> fact, = kebi.read_outcome("同比增长1.1%", "一般公共预算收入", period="2019H1")
>>> fact.measure, fact.value, fact.unit
(<Measure.growth: 1>, Decimal('1.1'), Unit('%'))
)";

constexpr const char* about_to_json = R"(Return the fact in its exchange form.

Returns
-------
str
    One line of JSON, with the keys of docs/reference/facts.md.

Examples
--------
>>> import kebi
>>> fact, = kebi.read_outcome("同比增长1.1%", "增加值", period="2019H1")
>>> fact.to_json().partition(", ")[0]
'{"indicator": "增加值"'
)";

constexpr const char* about_from_json = R"(Return the fact of a line in the exchange form.

Parameters
----------
line : str
    One line of JSON, with the keys of docs/reference/facts.md.

Returns
-------
Fact
    The fact.

Raises
------
ReadError
    For a line that is no fact, with the place and what could have stood there.

Examples
--------
>>> from kebi import Fact
>>> Fact.from_json('{"indicator": "增加值", "measure": "growth", "value": 6.5, "unit": "%"}')
<Fact 增加值 actual growth 6.5%>
)";

constexpr const char* about_to_dict = R"(Return the fact as a dictionary.

Returns
-------
dict
    The keys of the exchange form (docs/reference/facts.md); what is not stated is left out.

Examples
--------
>>> import kebi
>>> fact, = kebi.read_outcome("同比增长1.1%", "增加值", period="2019H1")
>>> fact.to_dict()["value"]
1.1
)";

constexpr const char* about_same_statement = R"(Return whether two facts state the same, wherever they stand and in whatever words.

Parameters
----------
other : Fact
    The other fact.

Returns
-------
bool
    Whether they agree in all but their place and their text.

Examples
--------
>>> import kebi
>>> one, = kebi.read_outcome("同比增长1.1%", "增加值")
>>> other, = kebi.read_outcome("增长1.1%", "增加值")
>>> one == other, one.same_statement(other)
(False, True)
)";

constexpr const char* about_report = R"(The facts of one document, in reading order, as the compiled part knows them.)";

std::string described(const fact& f) {
  std::string text = "<Fact " + f.indicator;
  if (f.period) text += " " + kebi::code(*f.period);
  (text += ' ') += kebi::code(f.status);
  (text += ' ') += kebi::code(f.measure);
  if (f.value) text += " " + kebi::to_string(*f.value);
  else if (f.lo && f.hi) text += " " + kebi::to_string(*f.lo) + ".." + kebi::to_string(*f.hi);
  if (f.unit) text += f.unit->symbol();
  if (f.bound != kebi::bound::exact) (text += ' ') += kebi::code(f.bound);
  for (const kebi::doubt each : f.doubts) (text += each == *f.doubts.begin() ? ", doubtful: " : ", ") += kebi::code(each);
  return text + ">";
}

std::vector<std::string> doubt_codes(const fact& f) {
  std::vector<std::string> result;
  for (const kebi::doubt each : f.doubts) result.emplace_back(kebi::code(each));
  return result;
}

fact fact_of_json(const std::string& line) {
  const auto facts = kebi::read_facts(line);
  if (facts.size() != 1) throw kebi::error("expected one fact: found " + std::to_string(facts.size()));
  return facts.front();
}

void bind_one_fact(py::module_& m) {
  py::class_<fact>(m, "Fact", about_fact)
      .def_readonly("indicator", &fact::indicator, "The name of the indicator, without region and period.")
      .def_readonly("region", &fact::region, "The region; may be empty.")
      .def_readonly("period", &fact::period, "The reference period, if known.")
      .def_readonly("status", &fact::status, "Outcome, estimate, target or forecast.")
      .def_readonly("measure", &fact::measure, "What the number is: a level, growth, a share and so on.")
      .def_readonly("subject", &fact::subject, "What a change or a gap is of: a level, growth or share.")
      .def_readonly("basis", &fact::basis, "The period that a growth or change is measured from.")
      .def_readonly("comparable", &fact::comparable, "The comparability that the source claims.")
      .def_readonly("nature", &fact::nature, "Whether a target is binding or expected.")
      .def_readonly("of", &fact::whole, "The whole of a share, share of growth or contribution.")
      .def_readonly("versus", &fact::reference, "The reference of a gap, of a target in line with another, of a quota.")
      .def_readonly("parent", &fact::parent, "The total that contains it (其中, #).")
      .def_readonly("value", &fact::value, "The number as printed, with its sign; None for a range or a phrase.")
      .def_readonly("lo", &fact::lo, "The lower limit of a range or of at least, as printed.")
      .def_readonly("hi", &fact::hi, "The upper limit of a range or of at most, as printed.")
      .def_readonly("unit", &fact::unit, "The unit of the number.")
      .def_readonly("bound", &fact::bound, "The qualifier of the number: exact, about, at least and so on.")
      .def_readonly("direction", &fact::direction, "The direction, where words alone give it.")
      .def_readonly("stretch", &fact::stretch, "The ambitious value of a target (力争).")
      .def_property_readonly("possible", [](const fact& f) { return kebi::possible(f); },
                             "All that the printed number leaves possible, in its unit.")
      .def_readonly("start", &fact::start, "The first byte of the input that states it.")
      .def_readonly("end", &fact::end, "The byte after the last one.")
      .def_readonly("text", &fact::text, "The words of the source.")
      .def_property_readonly("doubt", &doubt_codes,
                             "What the reading took for granted, as codes (docs/reference/facts.md); empty where it is firm.")
      .def("to_json", &kebi::write_fact, about_to_json)
      .def_static("from_json", &fact_of_json, "line"_a, about_from_json)
      .def("to_dict",
           [](const fact& f) -> py::typing::Dict<py::str, py::object> {
             return py::module_::import("json").attr("loads")(kebi::write_fact(f));
           },
           about_to_dict)
      .def("same_statement", [](const fact& a, const fact& b) { return kebi::same_statement(a, b); }, "other"_a,
           about_same_statement)
      .def("__eq__", [](const fact& a, const fact& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const fact& f) { return py::hash(py::str(kebi::write_fact(f))); })
      .def("__repr__", &described)
      .def(py::pickle(&kebi::write_fact, &fact_of_json));
}

kebi::report new_report(std::string title, std::string region, std::optional<kebi::period> period,
                        std::vector<fact> facts) {
  return {std::move(title), std::move(region), period, std::move(facts)};
}

void bind_report(py::module_& m) {
  py::class_<kebi::report>(m, "Report", about_report)
      .def(py::init(&new_report), "title"_a, "region"_a, "period"_a, "facts"_a)
      .def_readonly("title", &kebi::report::title, "The title of the document; may be empty.")
      .def_readonly("region", &kebi::report::region, "The region that it is about; may be empty.")
      .def_readonly("period", &kebi::report::period, "The period of its outcomes, if known.")
      .def_readonly("facts", &kebi::report::facts, "The facts, in reading order.")
      .def("__eq__", [](const kebi::report& a, const kebi::report& b) { return a == b; }, py::is_operator())
      .def(py::pickle(
          [](const kebi::report& r) { return py::make_tuple(r.title, r.region, r.period, r.facts); },
          [](const py::tuple& t) {
            return new_report(t[0].cast<std::string>(), t[1].cast<std::string>(),
                              t[2].cast<std::optional<kebi::period>>(), t[3].cast<std::vector<fact>>());
          }));
}

}  // namespace

void bind_fact(py::module_& m) {
  bind_one_fact(m);
  bind_report(m);
}
