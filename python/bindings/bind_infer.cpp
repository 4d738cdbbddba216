#include "bindings.hpp"
#include "kebi/core/fixed.hpp"
#include "kebi/infer.hpp"
#include "words.hpp"

using kebi::contradiction;
using kebi::implied;
using kebi::inference;
using kebi::quantity;

namespace {

std::vector<std::tuple<std::size_t, kebi::decimal, kebi::slip>> told(const std::vector<kebi::mend>& mends) {
  std::vector<std::tuple<std::size_t, kebi::decimal, kebi::slip>> all;
  for (const auto& each : mends) all.emplace_back(each.fact, each.what.meant, each.what.how);
  return all;
}

}  // namespace

void bind_infer(py::module_& m) {
  bind_words<kebi::scope>(m, "Scope", "On whose scope (口径) the figure of an earlier period stands.");
  bind_words<kebi::identity>(m, "Identity", "The law by which figures hang together.");
  bind_words<kebi::grade>(m, "Grade", "How badly figures disagree, the least first.");
  bind_words<kebi::slip>(m, "Slip", "What may have happened to a printed number.");
  m.def("formula_of", [](kebi::identity law) { return std::string{kebi::formula_of(law)}; }, "law"_a,
        "The law in a formula.");

  py::class_<implied>(m, "Implied", "What the facts of a report leave possible for one figure.")
      .def_property_readonly("indicator", [](const implied& i) { return i.what.indicator; })
      .def_property_readonly("region", [](const implied& i) { return i.what.region; })
      .def_property_readonly("period", [](const implied& i) { return i.what.period; })
      .def_property_readonly("measure", [](const implied& i) { return i.what.measure; })
      .def_property_readonly("subject", [](const implied& i) { return i.what.subject; })
      .def_property_readonly("of", [](const implied& i) { return i.what.whole; })
      .def_property_readonly("scope", [](const implied& i) { return i.what.scope; })
      .def_property_readonly("status", [](const implied& i) { return i.what.status; })
      .def_readonly("unit", &implied::unit)
      .def_readonly("bounds", &implied::possible)
      .def_readonly("is_stated", &implied::is_stated)
      .def_readonly("variable", &implied::variable, "Its number in the network.")
      .def("__str__", [](const implied& i) { return kebi::to_string(i.what); });

  py::class_<contradiction>(m, "Contradiction", "Facts that cannot all be true; without any one of them the rest can.")
      .def_readonly("facts", &contradiction::facts, "Their places in the list of facts.")
      .def_readonly("laws", &contradiction::laws)
      .def_readonly("grade", &contradiction::grade)
      .def_readonly("size", &contradiction::size)
      .def_property_readonly("base", [](const contradiction& c) -> std::optional<std::string> {
        if (!c.base) return std::nullopt;
        return kebi::to_string(*c.base);
      })
      .def_readonly("factor", &contradiction::factor)
      .def_property_readonly("mends", [](const contradiction& c) { return told(c.mends); },
                             "Slips that would mend it, each as fact, number meant and kind; the likeliest first.")
      .def_property_readonly("likeliest", [](const contradiction& c) { return told(c.likeliest()); },
                             "The mends that explain it as well as the first.");

  py::class_<inference>(m, "Inference", "All that the facts of a report imply, and what in them cannot be true.")
      .def_property_readonly("facts", &inference::facts)
      .def_property_readonly("figures", &inference::figures)
      .def_property_readonly("contradictions", &inference::contradictions)
      .def_property_readonly("put_aside", &inference::put_aside)
      .def_property_readonly("unused", &inference::unused)
      .def_property_readonly("checks", [](const inference& all) {
        // The law, and each figure with its weight.
        std::vector<std::pair<kebi::identity, std::vector<std::pair<double, implied>>>> rows;
        for (const auto& each : all.checks()) {
          rows.emplace_back(each.law, std::vector<std::pair<double, implied>>{});
          for (const auto& [weight, figure] : each.figures) rows.back().second.emplace_back(weight, figure);
        }
        return rows;
      })
      .def("find", &inference::find, "indicator"_a, "period"_a = py::none(),
           "The figures of an indicator over a period; a stock is found under its span.")
      .def("explain",
           [](const inference& all, const implied& of, bool upper) {
             // One row a step: the fact it was published as, the law, the figure, its end.
             std::vector<std::tuple<std::optional<std::size_t>, std::optional<kebi::identity>, std::string, double>> steps;
             for (const auto& each : all.explain(of, upper ? kebi::side::high : kebi::side::low))
               steps.emplace_back(each.fact, each.law, each.what ? kebi::to_string(*each.what) : "", each.value);
             return steps;
           },
           "figure"_a, "upper"_a, "What an end of a figure rests on, step by step.")
      .def("required",
           [](const inference& all, const implied& of, const std::vector<std::pair<implied, kebi::bounds>>& supposed) {
             return all.required(of, supposed);
           },
           "figure"_a, "supposed"_a, "What a figure would have to be for others to be what is supposed.");

  py::class_<kebi::still_to_come>(m, "StillToCome", "What the rest of a year must bring for its target.")
      .def_readonly("target", &kebi::still_to_come::target)
      .def_readonly("level", &kebi::still_to_come::level)
      .def_readonly("growth", &kebi::still_to_come::growth)
      .def_readonly("missing", &kebi::still_to_come::missing);
  m.def("find_still_to_come", &kebi::find_still_to_come, "inference"_a, "catalogue"_a,
        "What the rest of the year must bring, for each target of a flow.");

  m.def("infer", [](const kebi::report& of, const kebi::catalogue& known) { return kebi::infer(of, known); },
        "report"_a, "catalogue"_a, "All that the facts of a report imply.");
}
