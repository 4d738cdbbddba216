#include "kebi/assess.hpp"
#include "kebi/io/facts.hpp"
#include "numbers.hpp"
#include "pickled.hpp"
#include "words.hpp"

using kebi::assessment;
using kebi::figure;
using kebi::need;
using kebi::pace;

void bind_settings(py::module_&);

namespace {

constexpr const char* about_assessment = R"(One target with its outcome, the verdict, and what led to it.

Examples
--------
>>> import kebi
>>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019"], "target": ["增长6%"], "outcome": ["增长6.5%"]})
>>> plan.assess()["增加值"].verdict
<Verdict.met: 6>
)";

constexpr const char* about_assessment_json = R"(Return everything as a JSON object.

Returns
-------
str
    Target, outcome, verdict, rule, margin and need.

Examples
--------
>>> import kebi, json
>>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019"], "target": ["增长6%"], "outcome": ["增长6.5%"]})
>>> json.loads(plan.assess()["增加值"].to_json())["rule"]
'value'
)";

struct required_of {
  template <class G, class E, class W>
  number operator()(const G& target, const E& elapsed, const W& weight) const {
    return kebi::required(kebi::percent{target}, kebi::percent{elapsed}, weight).value();
  }
};

void bind_estimate(py::module_& m) {
  py::class_<figure>(m, "Estimate", "A derived number, and all that the rounding of the published numbers leaves possible.")
      .def_readonly("value", &figure::value, "The number, from the published numbers as printed.")
      .def_readonly("within", &figure::within, "All that it can be.")
      .def("__float__", [](const figure& f) { return f.value; })
      .def("__eq__", [](const figure& a, const figure& b) { return a == b; }, py::is_operator())
      .def("__repr__", [](const figure& f) { return py::str("<Estimate {:.6g} within {}>").format(f.value, f.within); })
      .def(by_parts(&figure::value, &figure::within));
}

void bind_pace(py::module_& m) {
  py::class_<pace>(m, "Pace", "Progress of a flow against the time that has passed.")
      .def_readonly("completion", &pace::completion, "How much of the target is done, in percent.")
      .def_readonly("elapsed", &pace::elapsed, "How much of the period has passed, in percent.")
      .def_readonly("lead", &pace::lead, "Completion less elapsed time, in percentage points.")
      .def("__eq__", [](const pace& a, const pace& b) { return a == b; }, py::is_operator())
      .def("__repr__", [](const pace& p) {
        return py::str("<Pace {:.6g}% done of {:.6g}% elapsed>").format(p.completion.value, p.elapsed);
      })
      .def(by_parts(&pace::completion, &pace::elapsed, &pace::lead));
}

void bind_need(py::module_& m) {
  py::class_<need>(m, "Need", "What the rest of the period needs for the target to be reached.")
      .def_readonly("measure", &need::measure, "A level, or growth.")
      .def_readonly("period", &need::over, "The rest of the period.")
      .def_readonly("bound", &need::bound, "Whether `lo` is the least or the most, or there is a range.")
      .def_readonly("decimals", &need::decimals, "How many decimals the published numbers are good to.")
      .def_readonly("lo", &need::lo, "The least that is needed, or the most that is allowed; in `unit`.")
      .def_readonly("hi", &need::hi, "The upper end of a range, in `unit`.")
      .def_readonly("unit", &need::unit, "The unit; percent for growth.")
      .def_readonly("out_of_reach", &need::out_of_reach,
                    "Whether more has come so far than the whole period may bring, of what does not go away.")
      .def_readonly("weight", &need::weight, "For growth the weight of the elapsed part in the base year.")
      .def_readonly("weight_assumed", &need::weight_assumed, "Whether the weight is assumed from the elapsed time.")
      .def("__eq__", [](const need& a, const need& b) { return a == b; }, py::is_operator())
      .def("__repr__", [](const need& n) {
        const std::string unit = n.unit ? n.unit->symbol() : "";
        return py::str("<Need {} {}: {} {:.6g}{}>").format(std::string{kebi::code(n.measure)}, py::cast(n.over), std::string{kebi::code(n.bound)}, n.lo.value, unit);
      })
      .def(by_parts(&need::measure, &need::over, &need::bound, &need::decimals, &need::lo, &need::hi, &need::unit,
                    &need::out_of_reach, &need::weight, &need::weight_assumed));
}

void bind_better_way(py::module_& m) {
  using kebi::better_way;
  bind_words<kebi::way_source>(m, "WaySource", "What states which direction of an indicator counts as better.");
  const auto shown = [](const better_way& b) {
    const std::string way = b.way ? std::string{kebi::code(*b.way)} : "unknown", from{kebi::code(b.from)};
    return "<BetterWay " + way + ", from " + from + (b.word.empty() ? "" : ": " + b.word) + ">";
  };
  py::class_<better_way>(m, "BetterWay", "Which direction of an indicator counts as better, and from where that is known.")
      .def(by_parts(&better_way::way, &better_way::from, &better_way::word))
      .def_readonly("better", &better_way::way, "The direction; None where it is unknown.")
      .def_readonly("source", &better_way::from, "What states it: the catalogue, the name, the target, or nothing.")
      .def_readonly("word", &better_way::word, "The word of the name or of the target that states it.")
      .def("__repr__", shown)
      .def("__eq__", [](const better_way& a, const better_way& b) { return a == b; }, py::is_operator());
}

void bind_assessment(py::module_& m) {
  py::class_<assessment>(m, "Assessment", about_assessment)
      .def_property_readonly("indicator", [](const assessment& a) { return a.target.indicator; }, "The indicator.")
      .def_readonly("target", &assessment::target, "The target.")
      .def_readonly("outcome", &assessment::outcome, "The outcome that it is compared with, if any.")
      .def_readonly("reference", &assessment::reference, "The reference, or the figure of last year, if one is needed.")
      .def_readonly("disputed", &assessment::disputed, "Another figure of the same that disagrees, if any.")
      .def_readonly("verdict", &assessment::verdict, "How the outcome stands to the target.")
      .def_property_readonly("better", [](const assessment& a) { return a.better_by.way; },
                             "Which direction counts as better; None where that is unknown.")
      .def_readonly("better_by", &assessment::better_by, "Which direction counts as better, and from where that is known.")
      .def_readonly("rule", &assessment::rule, "The rule that the verdict follows.")
      .def_readonly("margin", &assessment::margin, "How far the outcome lies on the good side, in `margin_unit`.")
      .def_readonly("margin_unit", &assessment::margin_in, "The unit of the margin.")
      .def_readonly("pace", &assessment::pace, "Progress against elapsed time, where the rule is a schedule.")
      .def_readonly("at_edge", &assessment::at_edge, "Whether rounding alone could change the comparison.")
      .def_readonly("lacking", &assessment::lacking, "What is missing for a verdict.")
      .def_readonly("lacking_indicator", &assessment::lacking_indicator, "The indicator of the missing figure.")
      .def_readonly("lacking_measure", &assessment::lacking_measure, "The measure of the missing figure.")
      .def_readonly("lacking_period", &assessment::lacking_period, "The period of the missing figure.")
      .def_readonly("need", &assessment::need, "What the rest of the period needs, where there is a rest.")
      .def("to_json", &kebi::write_assessment, about_assessment_json)
      .def(by_parts(&assessment::target, &assessment::outcome, &assessment::reference, &assessment::disputed,
                    &assessment::verdict, &assessment::rule, &assessment::better_by, &assessment::margin, &assessment::margin_in,
                    &assessment::pace, &assessment::at_edge, &assessment::lacking, &assessment::lacking_indicator,
                    &assessment::lacking_measure, &assessment::lacking_period, &assessment::need))
      .def("__eq__", [](const assessment& a, const assessment& b) { return a == b; }, py::is_operator())
      .def("__repr__", [](const assessment& a) {
        return "<Assessment " + a.target.indicator + " " + std::string{kebi::code(a.verdict)} + ">";
      });
}

}  // namespace

void bind_assess(py::module_& m) {
  bind_words<kebi::verdict>(m, "Verdict", "How an outcome stands to its target.");
  bind_words<kebi::rule>(m, "Rule", "The rule that a verdict follows.");
  bind_words<kebi::lacking>(m, "Lacking", "What is missing for a verdict.");
  bind_settings(m);
  bind_estimate(m);
  bind_pace(m);
  bind_need(m);
  bind_better_way(m);
  bind_assessment(m);

  m.def("assess",
        [](const kebi::report& of, const kebi::catalogue& known, const kebi::settings& how) {
          return kebi::assess(of, known, how);
        },
        "report"_a, "catalogue"_a, "settings"_a, "Assesses every target of a report against its outcomes.");
  m.def("required",
        [](const rate& target, const rate& elapsed, const number& weight) {
          return rate{apply(required_of{}, target.value, elapsed.value, weight)};
        },
        "target"_a, "elapsed"_a, "weight"_a, "The growth that the rest of a year needs.");
}
