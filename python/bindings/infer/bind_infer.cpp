#include <chrono>

#include "bindings.hpp"
#include "kebi/core/fixed.hpp"
#include "kebi/infer.hpp"
#include "words.hpp"

using kebi::contradiction;
using kebi::implied;
using kebi::inference;
using kebi::quantity;

namespace {

std::vector<std::tuple<std::size_t, kebi::decimal, kebi::slip>> tuples_of(const std::vector<kebi::mend>& mends) {
  std::vector<std::tuple<std::size_t, kebi::decimal, kebi::slip>> all;
  for (const auto& each : mends) all.emplace_back(each.fact, each.what.meant, each.what.how);
  return all;
}

// What figures and contradictions are, by their parts: for pickles and comparisons.

py::tuple parts_of(const quantity& q) {
  return py::make_tuple(q.indicator, q.region, q.period, q.measure, q.subject, q.basis, q.real, q.nominal, q.whole, q.scope,
                        q.status, q.passage);
}

quantity quantity_from(const py::tuple& t) {
  quantity made;
  made.indicator = t[0].cast<std::string>();
  made.region = t[1].cast<std::string>();
  made.period = t[2].cast<std::optional<kebi::period>>();
  made.measure = t[3].cast<kebi::measure>();
  made.subject = t[4].cast<std::optional<kebi::measure>>();
  made.basis = t[5].cast<std::optional<kebi::basis>>();
  made.real = t[6].cast<bool>();
  made.nominal = t[7].cast<bool>();
  made.whole = t[8].cast<std::string>();
  made.scope = t[9].cast<kebi::scope>();
  made.status = t[10].cast<kebi::status>();
  made.passage = t[11].cast<int>();
  return made;
}

py::tuple parts_of(const implied& i) {
  return py::make_tuple(parts_of(i.what), i.unit, i.possible, i.is_stated, i.variable);
}

implied implied_from(const py::tuple& t) {
  return {quantity_from(t[0]), t[1].cast<std::optional<kebi::unit>>(), t[2].cast<kebi::bounds>(), t[3].cast<bool>(),
          t[4].cast<int>()};
}

py::tuple parts_of(const contradiction& c) {
  py::list mends;
  for (const auto& each : c.mends) mends.append(py::make_tuple(each.fact, each.what.meant, each.what.how, each.fit));
  const py::object base = c.base ? py::object(parts_of(*c.base)) : py::none();
  return py::make_tuple(c.facts, c.laws, c.grade, c.size, base, c.factor, mends);
}

contradiction contradiction_from(const py::tuple& t) {
  contradiction made;
  made.facts = t[0].cast<std::vector<std::size_t>>();
  made.laws = t[1].cast<std::vector<kebi::identity>>();
  made.grade = t[2].cast<kebi::grade>();
  made.size = t[3].cast<double>();
  if (!t[4].is_none()) made.base = quantity_from(t[4]);
  made.factor = t[5].cast<std::optional<kebi::bounds>>();
  for (const py::handle each : t[6]) {
    const auto m = each.cast<py::tuple>();
    made.mends.push_back({m[0].cast<std::size_t>(), {m[1].cast<kebi::decimal>(), m[2].cast<kebi::slip>()}, m[3].cast<double>()});
  }
  return made;
}

template <class T>
bool same_parts(const T& a, const T& b) {
  return parts_of(a).equal(parts_of(b));
}

using check_rows = std::vector<std::pair<kebi::identity, std::vector<std::pair<double, implied>>>>;

check_rows checks_of(const inference& all) {
  check_rows rows;
  for (const auto& each : all.checks()) {
    rows.emplace_back(each.law, std::vector<std::pair<double, implied>>{});
    for (const auto& [weight, figure] : each.figures) rows.back().second.emplace_back(weight, figure);
  }
  return rows;
}

/// The fact that a step was published as, the law that it follows, the figure, and its end.
using step = std::tuple<std::optional<std::size_t>, std::optional<kebi::identity>, std::string, double>;

std::vector<step> steps_of(const inference& all, const implied& of, bool upper) {
  std::vector<step> steps;
  for (const auto& each : all.explain(of, upper ? kebi::side::high : kebi::side::low))
    steps.emplace_back(each.fact, each.law, each.what ? kebi::to_string(*each.what) : "", each.value);
  return steps;
}

/// Lets Ctrl-C end work that runs without the interpreter's lock.
std::function<void()> let_signals_in() {
  using clock = std::chrono::steady_clock;
  return [last = clock::now()]() mutable {
    const auto now = clock::now();
    if (now - last < std::chrono::milliseconds{20}) return;
    last = now;
    const py::gil_scoped_acquire with;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  };
}

void bind_laws(py::module_& m) {
  bind_words<kebi::scope>(m, "Scope", "The scope (口径) of the figure of an earlier period: as published then, comparable with today, or published anew.");
  bind_words<kebi::identity>(m, "Identity", "The law that relates figures to each other.");
  bind_words<kebi::grade>(m, "Grade", "How badly figures disagree, the least first.");
  bind_words<kebi::slip>(m, "Slip", "What may have happened to a number in print.");
  m.def("formula_of", [](kebi::identity law) { return std::string{kebi::formula_of(law)}; }, "law"_a,
        "The law as a formula.");
}

/// A whole, its parts, whether they are all, and whether they are regions.
using list_of_parts = std::tuple<std::string, std::vector<std::string>, bool, bool>;
/// Whether it is a quotient, its terms with their weights, and what a sum has to be.
using law_of_levels = std::tuple<bool, std::vector<std::pair<double, std::string>>, kebi::bounds>;

std::vector<list_of_parts> lists_of(const kebi::inference_settings& of) {
  std::vector<list_of_parts> all;
  for (const auto& each : of.containments) all.emplace_back(each.whole, each.parts, each.complete, each.of_regions);
  return all;
}

std::vector<law_of_levels> laws_of(const kebi::inference_settings& of) {
  std::vector<law_of_levels> all;
  for (const auto& each : of.laws) all.emplace_back(each.how == kebi::own_law::form::quotient, each.terms, each.total);
  return all;
}

void set_lists(kebi::inference_settings& of, const std::vector<list_of_parts>& all) {
  of.containments.clear();
  for (const auto& [whole, parts, complete, regions] : all) of.containments.push_back({whole, parts, complete, regions});
}

void set_laws(kebi::inference_settings& of, const std::vector<law_of_levels>& all) {
  of.laws.clear();
  for (const auto& [quotient, terms, total] : all)
    of.laws.push_back({quotient ? kebi::own_law::form::quotient : kebi::own_law::form::sum, terms, total});
}

void bind_inference_settings(py::module_& m) {
  using settings = kebi::inference_settings;
  py::class_<settings>(m, "InferenceSettings", "What inference takes for granted where a report does not say.")
      .def(py::init<>(), "The usual settings.")
      .def_property("about_points", [](const settings& s) { return s.hedges.about_points; },
                    [](settings& s, double to) { s.hedges.about_points = to; }, "How far 左右 reaches around a rate, in points.")
      .def_property("about_part", [](const settings& s) { return s.hedges.about_part; },
                    [](settings& s, double to) { s.hedges.about_part = to; }, "How far 左右 reaches around anything else, as a part of it.")
      .def_property("nearly_part", [](const settings& s) { return s.hedges.nearly_part; },
                    [](settings& s, double to) { s.hedges.nearly_part = to; }, "How far below the number 近 reaches, as a part of it.")
      .def_property("flat", [](const settings& s) { return s.hedges.flat; },
                    [](settings& s, double to) { s.hedges.flat = to; }, "How far 持平 reaches, in percent or points.")
      .def_readwrite("revision", &settings::revision, "By which factors a base may have been revised.")
      .def_property("parts", lists_of, set_lists,
                    "Wholes with their parts: whether they are all of them, and whether they are regions.")
      .def_property("laws", laws_of, set_laws,
                    "Laws of one's own: whether a quotient, the terms with their weights, and what a sum is.")
      .def_readwrite("published_whole", &settings::published_whole, "Indicators that are published in whole units throughout.")
      .def_readwrite("include_doubtful", &settings::include_doubtful, "Whether facts take part whose reading is in doubt.")
      .def_property("trials", [](const settings& s) { return s.effort.trials; },
                    [](settings& s, std::size_t to) { s.effort.trials = to; }, "How many trials may be spent on naming contradictions.")
      .def(py::pickle(
          [](const settings& s) {
            const auto& [about_points, about_part, nearly_part, flat] = s.hedges;
            return py::make_tuple(about_points, about_part, nearly_part, flat, s.revision, lists_of(s), laws_of(s), s.published_whole,
                                  s.include_doubtful, s.effort.trials);
          },
          [](const py::tuple& t) {
            settings made;
            made.hedges = {t[0].cast<double>(), t[1].cast<double>(), t[2].cast<double>(), t[3].cast<double>()};
            made.revision = t[4].cast<kebi::bounds>();
            set_lists(made, t[5].cast<std::vector<list_of_parts>>());
            set_laws(made, t[6].cast<std::vector<law_of_levels>>());
            made.published_whole = t[7].cast<std::vector<std::string>>();
            made.include_doubtful = t[8].cast<bool>();
            made.effort.trials = t[9].cast<std::size_t>();
            return made;
          }));
}

void bind_implied(py::module_& m) {
  py::class_<implied>(m, "Implied", "All that the facts of a report leave possible for one figure.")
      .def_property_readonly("indicator", [](const implied& i) { return i.what.indicator; }, "The indicator.")
      .def_property_readonly("region", [](const implied& i) { return i.what.region; }, "The region; may be empty.")
      .def_property_readonly("period", [](const implied& i) { return i.what.period; }, "The period, if known.")
      .def_property_readonly("measure", [](const implied& i) { return i.what.measure; }, "What the figure is.")
      .def_property_readonly("subject", [](const implied& i) { return i.what.subject; }, "What a change or a gap is of.")
      .def_property_readonly("of", [](const implied& i) { return i.what.whole; }, "The whole of a share.")
      .def_property_readonly("scope", [](const implied& i) { return i.what.scope; }, "The scope (口径) of the figure.")
      .def_property_readonly("status", [](const implied& i) { return i.what.status; }, "Outcome, target and so on.")
      .def_readonly("unit", &implied::unit, "The unit; None for a rate.")
      .def_readonly("bounds", &implied::possible, "All that the figure can be, in its unit.")
      .def_readonly("is_stated", &implied::is_stated, "Whether a fact states it.")
      .def_readonly("variable", &implied::variable, "Its number in the network.")
      .def("__str__", [](const implied& i) { return kebi::to_string(i.what); })
      .def("__eq__", &same_parts<implied>, py::is_operator())
      .def(py::pickle([](const implied& i) { return parts_of(i); }, &implied_from));
}

void bind_contradiction(py::module_& m) {
  py::class_<contradiction>(m, "Contradiction", "Facts that cannot all be true; without any one of them the others can.")
      .def_readonly("facts", &contradiction::facts, "Their places in the list of facts.")
      .def_property_readonly("base", [](const contradiction& c) -> std::optional<std::string> {
        if (!c.base) return std::nullopt;
        return kebi::to_string(*c.base);
      }, "Of a break of scope the figure whose base moved, if it is known.")
      .def_readonly("laws", &contradiction::laws, "The laws that they break together.")
      .def_property_readonly("mends", [](const contradiction& c) { return tuples_of(c.mends); },
                             "Slips that would explain it, each as fact, number meant and kind; the likeliest first.")
      .def_readonly("grade", &contradiction::grade, "How badly they disagree.")
      .def_readonly("size", &contradiction::size, "How far they disagree, in units of what rounding allows.")
      .def_readonly("factor", &contradiction::factor, "Of a break of scope the factor between the two bases.")
      .def_property_readonly("likeliest", [](const contradiction& c) { return tuples_of(c.likeliest()); },
                             "Those of the slips that explain it as well as the first.")
      .def("__repr__",
           [](const contradiction& c) {
             return "<Contradiction of " + std::to_string(c.facts.size()) + " facts, " + std::string{kebi::code(c.grade)} + ">";
           })
      .def("__eq__", &same_parts<contradiction>, py::is_operator())
      .def(py::pickle([](const contradiction& c) { return parts_of(c); }, &contradiction_from));
}

void bind_inference(py::module_& m) {
  py::class_<inference>(m, "Inference", "All that the facts of a report imply, and what in them cannot be true.")
      .def_property_readonly("facts", &inference::facts, "The facts, in reading order.")
      .def_property_readonly("settings", &inference::settings, "What was taken for granted.")
      .def("find", &inference::find, "indicator"_a, "period"_a = py::none(),
           "The figures of an indicator over a period; a stock is found under its span.")
      .def_property_readonly("figures", &inference::figures, "All figures, stated and implied.")
      .def_property_readonly("contradictions", &inference::contradictions, "The groups of facts that cannot all be true.")
      .def_property_readonly("uncertain", &inference::uncertain,
                             "Groups of facts that disagree, and are not certainly about the same figures.")
      .def_property_readonly("unnamed", &inference::unnamed,
                             "How many contradictions were put aside unnamed, after the work allowed was done.")
      .def_property_readonly("put_aside", &inference::put_aside, "The facts that were left out because of them.")
      .def_property_readonly("unused", &inference::unused, "The facts that bound no figure of their own.")
      .def_property_readonly("checks", &checks_of, "The identities that hold: the law, and each figure with its weight.")
      .def("explain", &steps_of, "figure"_a, "upper"_a, "The steps that an end of a figure is derived by: fact, law, figure and value.")
      .def("required",
           [](const inference& all, const implied& of, const std::vector<std::pair<implied, kebi::bounds>>& supposed) {
             return all.required(of, supposed);
           },
           "figure"_a, "supposed"_a, "What a figure has to be for others to be what is supposed.");
}

void bind_still_to_come(py::module_& m) {
  py::class_<kebi::still_to_come>(m, "StillToCome", "What the rest of a year needs for a target.")
      .def_readonly("target", &kebi::still_to_come::target, "The target for the whole year.")
      .def_readonly("level", &kebi::still_to_come::level, "The level that the rest needs, if known.")
      .def_readonly("growth", &kebi::still_to_come::growth, "The growth that the rest needs, if known.")
      .def_readonly("missing", &kebi::still_to_come::missing, "What is missing to know them.")
      .def(py::pickle([](const kebi::still_to_come& s) { return py::make_tuple(s.target, s.level, s.growth, s.missing); },
                      [](const py::tuple& t) {
                        return kebi::still_to_come{t[0].cast<implied>(), t[1].cast<std::optional<implied>>(),
                                                   t[2].cast<std::optional<implied>>(), t[3].cast<std::string>()};
                      }));
  m.def("find_still_to_come", &kebi::find_still_to_come, "inference"_a, "catalogue"_a,
        "What the rest of the year needs, for each target of a flow.");
}

}  // namespace

void bind_infer(py::module_& m) {
  bind_laws(m);
  bind_inference_settings(m);
  bind_implied(m);
  bind_contradiction(m);
  bind_inference(m);
  bind_still_to_come(m);

  m.def("infer",
        [](const kebi::report& of, const kebi::catalogue& known, kebi::inference_settings how) {
          how.effort.at_work = let_signals_in();
          const kebi::catalogue names = known;  // another thread may add to it meanwhile
          const py::gil_scoped_release without;
          return kebi::infer(of, names, how);
        },
        "report"_a, "catalogue"_a, "settings"_a, "All that the facts of a report imply.");
}
