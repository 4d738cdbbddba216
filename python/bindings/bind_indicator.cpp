#include "kebi/indicator.hpp"
#include "kebi/io/facts.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "words.hpp"

using kebi::fact;
using kebi::indicator;

namespace {

std::string described(const fact& f) {
  std::string text = "<Fact " + f.indicator;
  if (f.period) text += " " + kebi::code(*f.period);
  (text += ' ') += kebi::code(f.status);
  (text += ' ') += kebi::code(f.measure);
  if (f.value) text += " " + kebi::to_string(*f.value);
  else if (f.lo && f.hi) text += " " + kebi::to_string(*f.lo) + ".." + kebi::to_string(*f.hi);
  if (f.unit) text += f.unit->symbol();
  if (f.bound != kebi::bound::exact) (text += ' ') += kebi::code(f.bound);
  return text + ">";
}

fact fact_of_json(const std::string& line) {
  const auto facts = kebi::read_facts(line);
  if (facts.size() != 1) throw kebi::error("expected one fact: found " + std::to_string(facts.size()));
  return facts.front();
}

}  // namespace

namespace {

/// Numerator, denominator, and whether by a mean.
using made_of = std::vector<std::tuple<std::string, std::string, bool>>;

made_of tuples_of(const std::vector<kebi::quotient>& all) {
  made_of result;
  for (const auto& each : all) result.emplace_back(each.numerator, each.denominator, each.by_mean);
  return result;
}
std::vector<kebi::quotient> quotients_of(const made_of& all) {
  std::vector<kebi::quotient> result;
  for (const auto& [numerator, denominator, by_mean] : all) result.push_back({numerator, denominator, by_mean});
  return result;
}

}  // namespace

void bind_indicator(py::module_& m) {
  bind_words<kebi::kind>(m, "Kind", "What a figure of an indicator is over a span of time.");
  bind_words<kebi::better>(m, "Better", "Which way is better.");
  bind_words<kebi::parts>(m, "Parts", "How the values of parts make the value of the whole.");
  bind_words<kebi::growth_at>(m, "GrowthAt", "What a published growth is measured at.");
  bind_words<kebi::status>(m, "Status", "What kind of statement a fact is.");
  bind_words<kebi::measure>(m, "Measure", "What the number of a fact is.");
  bind_words<kebi::bound>(m, "Bound", "How the number of a fact binds.");
  bind_words<kebi::direction>(m, "Direction", "Which way, for a phrase without a number.");
  bind_words<kebi::basis>(m, "Basis", "What a growth or change is against.");
  bind_words<kebi::comparable>(m, "Comparable", "The footing of a growth, where it is stated.");
  bind_words<kebi::nature>(m, "Nature", "How a target binds those who set it.");

  py::class_<indicator>(m, "Indicator", "A statistical indicator, as a catalogue knows it.")
      .def(py::init([](std::string name, std::vector<std::string> aliases, std::string english, kebi::kind kind,
                       const std::vector<std::string>& units, kebi::better better, kebi::parts parts,
                       kebi::growth_at growth_at, const made_of& quotients) {
             indicator made{std::move(name), std::move(aliases), std::move(english), kind, {}, better, parts, growth_at, {}};
             for (const auto& each : units) made.units.emplace_back(each);
             made.quotients = quotients_of(quotients);
             return made;
           }),
           "name"_a, py::kw_only(), "aliases"_a = std::vector<std::string>{}, "english"_a = "", "kind"_a,
           "units"_a = std::vector<std::string>{}, "better"_a = kebi::better::higher,
           "parts"_a = kebi::parts::none, "growth_at"_a = kebi::growth_at::none,
           "quotients"_a = made_of{})
      .def_readonly("name", &indicator::name)
      .def_readonly("aliases", &indicator::aliases)
      .def_readonly("english", &indicator::english)
      .def_readonly("kind", &indicator::kind)
      .def_readonly("units", &indicator::units)
      .def_readonly("better", &indicator::better)
      .def_readonly("parts", &indicator::parts)
      .def_readonly("growth_at", &indicator::growth_at)
      .def_property_readonly(
          "quotients", [](const indicator& i) { return tuples_of(i.quotients); },
          "What a ratio is made of: numerator, denominator, and whether by the mean of the year's two ends.")
      .def("__eq__", [](const indicator& a, const indicator& b) { return a == b; }, py::is_operator())
      .def(py::pickle(
          [](const indicator& i) {
            return py::make_tuple(i.name, i.aliases, i.english, i.kind, i.units, i.better, i.parts, i.growth_at,
                                  tuples_of(i.quotients));
          },
          [](const py::tuple& t) {
            return indicator{t[0].cast<std::string>(), t[1].cast<std::vector<std::string>>(),
                             t[2].cast<std::string>(), t[3].cast<kebi::kind>(),
                             t[4].cast<std::vector<kebi::unit>>(), t[5].cast<kebi::better>(),
                             t[6].cast<kebi::parts>(), t[7].cast<kebi::growth_at>(),
                             quotients_of(t[8].cast<made_of>())};
          }))
      .def("__repr__", [](const indicator& i) { return "<Indicator " + i.name + " " + std::string{code(i.kind)} + ">"; });

  py::class_<kebi::catalogue>(m, "Catalogue", "Indicators by name: a value that callers own and extend.")
      .def(py::init<>())
      .def("add", &kebi::catalogue::add, "indicator"_a,
           "Adds an indicator. Raises KebiError when a name is already taken.")
      .def("find", &kebi::catalogue::find, "name"_a, py::return_value_policy::copy,
           "The indicator of that name or alias, or None.")
      .def(py::pickle([](const kebi::catalogue& c) { return c.all(); },
                      [](const std::vector<indicator>& all) { return kebi::catalogue{all}; }))
      .def("__len__", &kebi::catalogue::size)
      .def("__iter__", [](const kebi::catalogue& c) { return py::iter(py::cast(c.all())); })
      .def("__repr__", [](const kebi::catalogue& c) { return "<Catalogue of " + std::to_string(c.size()) + " indicators>"; });
  m.def("standard_catalogue", &kebi::standard_catalogue, "The indicators that plan reports use.");

  py::class_<fact>(m, "Fact", "One published statement about one indicator, with one number or one bounded phrase.")
      .def_readonly("indicator", &fact::indicator)
      .def_readonly("region", &fact::region)
      .def_readonly("period", &fact::period)
      .def_readonly("status", &fact::status)
      .def_readonly("measure", &fact::measure)
      .def_readonly("subject", &fact::subject)
      .def_readonly("value", &fact::value)
      .def_readonly("lo", &fact::lo)
      .def_readonly("hi", &fact::hi)
      .def_readonly("unit", &fact::unit)
      .def_readonly("bound", &fact::bound)
      .def_readonly("direction", &fact::direction)
      .def_readonly("stretch", &fact::stretch)
      .def_readonly("basis", &fact::basis)
      .def_readonly("comparable", &fact::comparable)
      .def_readonly("nature", &fact::nature)
      .def_readonly("of", &fact::whole)
      .def_readonly("versus", &fact::reference)
      .def_readonly("parent", &fact::parent)
      .def_readonly("start", &fact::start)
      .def_readonly("end", &fact::end)
      .def_readonly("text", &fact::text)
      .def_property_readonly("possible", [](const fact& f) { return kebi::possible(f); },
                             "What the printed number leaves possible.")
      .def("to_json", &kebi::write_fact, "One line of JSON with the keys of docs/reference/facts.md.")
      .def_static("from_json", &fact_of_json, "line"_a)
      .def("to_dict", [](const fact& f) { return py::module_::import("json").attr("loads")(kebi::write_fact(f)); },
           "The same as a dictionary.")
      .def("same_statement", [](const fact& a, const fact& b) { return kebi::same_statement(a, b); }, "other"_a,
           "Whether two facts state the same, wherever they stand.")
      .def("__eq__", [](const fact& a, const fact& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const fact& f) { return py::hash(py::str(kebi::write_fact(f))); })
      .def("__repr__", &described)
      .def(py::pickle(&kebi::write_fact, &fact_of_json));

  py::class_<kebi::report>(m, "Report", "The facts of one document, in reading order.")
      .def(py::init([](std::string title, std::string region, std::optional<kebi::period> period,
                       std::vector<fact> facts) {
             return kebi::report{std::move(title), std::move(region), period, std::move(facts)};
           }),
           "title"_a, "region"_a, "period"_a, "facts"_a)
      .def_readonly("title", &kebi::report::title)
      .def_readonly("region", &kebi::report::region)
      .def_readonly("period", &kebi::report::period)
      .def_readonly("facts", &kebi::report::facts)
      .def("__eq__", [](const kebi::report& a, const kebi::report& b) { return a == b; }, py::is_operator())
      .def(py::pickle(
          [](const kebi::report& r) { return py::make_tuple(r.title, r.region, r.period, r.facts); },
          [](const py::tuple& t) {
            return kebi::report{t[0].cast<std::string>(), t[1].cast<std::string>(),
                                t[2].cast<std::optional<kebi::period>>(), t[3].cast<std::vector<fact>>()};
          }));
}
