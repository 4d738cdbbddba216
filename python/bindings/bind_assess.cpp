#include "kebi/assess.hpp"
#include "kebi/io/facts.hpp"
#include "numbers.hpp"
#include "pickled.hpp"
#include "words.hpp"

using kebi::assessment;
using kebi::figure;
using kebi::need;
using kebi::pace;
using kebi::settings;

namespace {

struct required_of {
  template <class G, class E, class W>
  number operator()(const G& target, const E& elapsed, const W& weight) const {
    return kebi::required(kebi::percent{target}, kebi::percent{elapsed}, weight).value();
  }
};

template <std::size_t, class T>
using as_many = T;

/// A setting that is a number: its name in Python, and what it says.
struct number_setting {
  const char* name;
  kebi::decimal settings::*member;
  const char* says;
};
constexpr number_setting number_settings[] = {
    {"about_points", &settings::about_points, "左右, 约 of a rate: so many points either way."},
    {"about_percent", &settings::about_percent, "左右, 约 of a level: so many percent of it."},
    {"flat_points", &settings::flat_points, "持平: growth within so many points of none."},
    {"stable_points", &settings::stable_points, "稳定 of a ratio: within so many points of last year's."},
    {"stable_percent", &settings::stable_percent, "稳定 of a level: within so many percent of last year's."},
    {"sync_points", &settings::sync_points, "同步: not more than so many points behind the reference."},
    {"ahead_points", &settings::ahead_points, "A rate so many points above what is asked counts as ahead."},
    {"ahead_percent", &settings::ahead_percent, "A level so many percent above what is asked counts as ahead."},
    {"lead_points", &settings::lead_points, "A flow so many points before the schedule counts as ahead."},
    {"slack_points", &settings::slack_points, "A flow so many points behind the schedule is still on course."},
    {"weight_slack", &settings::weight_slack,
     "How far the elapsed part's weight may lie from the elapsed time, in percent of a year."},
};

/// The constructor's keywords are the number settings in their order, and the weights.
template <std::size_t... I>
void bind_settings(py::module_& m, std::index_sequence<I...>) {
  static const settings usual;
  py::class_<settings> bound(m, "Settings", "What the words of a plan leave open: how far 左右, 持平, 稳定, 同步 reach.");
  bound.def(py::init([](as_many<I, kebi::decimal>... numbers, decltype(settings::weights) weights) {
              settings made;
              ((made.*number_settings[I].member = numbers), ...);
              made.weights = std::move(weights);
              return made;
            }),
            py::kw_only(), (py::arg(number_settings[I].name) = usual.*number_settings[I].member)...,
            "weights"_a = usual.weights, "Settings by name; those that are not named are the usual ones.");
  for (const auto& [name, member, says] : number_settings)
    bound.def_readwrite(name, member, (std::string{says} + " Usually " + to_string(usual.*member) + ".").c_str());
  bound
      .def_readwrite("weights", &settings::weights,
                     "The elapsed part's weight in the base year, by indicator, such as Bounds(0.53, 0.56). Usually none.")
      .def("__eq__", [](const settings& a, const settings& b) { return a == b; }, py::is_operator())
      .def("__repr__", [](const settings& s) {
        std::string other;
        for (const auto& [name, member, says] : number_settings)
          if (!(s.*member == usual.*member))
            other += (other.empty() ? "" : ", ") + std::string{name} + "=" + to_string(s.*member);
        if (!s.weights.empty()) other += (other.empty() ? "" : ", ") + ("weights=" + std::string(py::repr(py::cast(s.weights))));
        return "Settings(" + other + ")";
      })
      .def(by_parts(&settings::about_points, &settings::about_percent, &settings::flat_points, &settings::stable_points,
                    &settings::stable_percent, &settings::sync_points, &settings::ahead_points, &settings::ahead_percent,
                    &settings::lead_points, &settings::slack_points, &settings::weight_slack, &settings::weights));
}

void bind_settings(py::module_& m) { bind_settings(m, std::make_index_sequence<std::size(number_settings)>{}); }

}  // namespace

void bind_assess(py::module_& m) {
  bind_words<kebi::verdict>(m, "Verdict", "How an outcome stands to its target.");
  bind_words<kebi::rule>(m, "Rule", "The rule that a verdict follows.");
  bind_words<kebi::lacking>(m, "Lacking", "What a verdict would have needed.");

  bind_settings(m);

  py::class_<figure>(m, "Figure", "A derived number, and all that rounding leaves possible.")
      .def_readonly("value", &figure::value)
      .def_readonly("within", &figure::within)
      .def("__float__", [](const figure& f) { return f.value; })
      .def("__eq__", [](const figure& a, const figure& b) { return a == b; }, py::is_operator())
      .def("__repr__", [](const figure& f) { return py::str("<Figure {:.6g} within {}>").format(f.value, f.within); })
      .def(by_parts(&figure::value, &figure::within));

  py::class_<pace>(m, "Pace", "Progress of a flow against the time that has passed, in percent.")
      .def_readonly("completion", &pace::completion)
      .def_readonly("elapsed", &pace::elapsed)
      .def_readonly("lead", &pace::lead)
      .def("__eq__", [](const pace& a, const pace& b) { return a == b; }, py::is_operator())
      .def(by_parts(&pace::completion, &pace::elapsed, &pace::lead));

  py::class_<need>(m, "Need", "What the rest of the period must bring for the target to be reached.")
      .def_readonly("measure", &need::measure)
      .def_readonly("period", &need::over)
      .def_readonly("bound", &need::bound)
      .def_readonly("decimals", &need::decimals)
      .def_readonly("lo", &need::lo)
      .def_readonly("hi", &need::hi)
      .def_readonly("unit", &need::unit)
      .def_readonly("weight", &need::weight)
      .def_readonly("weight_assumed", &need::weight_assumed)
      .def("__eq__", [](const need& a, const need& b) { return a == b; }, py::is_operator())
      .def(by_parts(&need::measure, &need::over, &need::bound, &need::decimals, &need::lo, &need::hi, &need::unit,
                    &need::weight, &need::weight_assumed));

  py::class_<assessment>(m, "Assessment", "One target held against its outcome, with all that led to the verdict.")
      .def_property_readonly("indicator", [](const assessment& a) { return a.target.indicator; })
      .def_readonly("target", &assessment::target)
      .def_readonly("outcome", &assessment::outcome)
      .def_readonly("reference", &assessment::reference)
      .def_readonly("disputed", &assessment::disputed)
      .def_readonly("verdict", &assessment::verdict)
      .def_readonly("better", &assessment::way)
      .def_readonly("rule", &assessment::rule)
      .def_readonly("margin", &assessment::margin)
      .def_readonly("margin_unit", &assessment::margin_in)
      .def_readonly("pace", &assessment::pace)
      .def_readonly("at_edge", &assessment::at_edge)
      .def_readonly("lacking", &assessment::lacking)
      .def_readonly("lacking_indicator", &assessment::lacking_indicator)
      .def_readonly("lacking_measure", &assessment::lacking_measure)
      .def_readonly("lacking_period", &assessment::lacking_period)
      .def_readonly("need", &assessment::need)
      .def("to_json", &kebi::write_assessment)
      .def(by_parts(&assessment::target, &assessment::outcome, &assessment::reference, &assessment::disputed,
                    &assessment::verdict, &assessment::rule, &assessment::way, &assessment::margin, &assessment::margin_in,
                    &assessment::pace, &assessment::at_edge, &assessment::lacking, &assessment::lacking_indicator,
                    &assessment::lacking_measure, &assessment::lacking_period, &assessment::need))
      .def("__eq__", [](const assessment& a, const assessment& b) { return a == b; }, py::is_operator())
      .def("__repr__", [](const assessment& a) {
        return "<Assessment " + a.target.indicator + " " + std::string{kebi::code(a.verdict)} + ">";
      });

  m.def("assess",
        [](const kebi::report& of, const kebi::catalogue& known, const settings& how) {
          return kebi::assess(of, known, how);
        },
        "report"_a, "catalogue"_a, "settings"_a, "Holds every target of a report against its outcomes.");
  m.def("required",
        [](const rate& target, const rate& elapsed, const number& weight) {
          return rate{apply(required_of{}, target.value, elapsed.value, weight)};
        },
        "target"_a, "elapsed"_a, "weight"_a, "The growth that the rest of a year needs.");
}
