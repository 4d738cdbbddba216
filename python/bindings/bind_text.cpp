#include <pybind11/operators.h>

#include "bindings.hpp"
#include "kebi/text.hpp"
#include "kebi/text/explain.hpp"

namespace {

kebi::language language_of(const std::string& code) {
  if (code == "zh") return kebi::language::zh;
  if (code == "en") return kebi::language::en;
  throw kebi::error("kebi writes zh and en: found " + kebi::in_quotes(code));
}

kebi::phrase_context context_of(const std::string& indicator, const std::string& region,
                                std::optional<kebi::period> period, const kebi::catalogue& known) {
  kebi::phrase_context context;
  context.indicator = indicator;
  context.region = region;
  context.period = period;
  context.known = &known;
  return context;
}

/// A number of a text that no fact holds: passed over or unread.
template <class T>
void bind_item(py::module_& m, const char* name, const char* says) {
  py::class_<T>(m, name, says)
      .def_readonly("text", &T::text)
      .def_readonly("start", &T::start)
      .def_readonly("end", &T::end)
      .def_readonly("reason", &T::reason)
      .def(py::self == py::self)
      .def("__repr__", [name = std::string{name}](const T& t) { return "<" + name + " " + t.text + " " + t.reason + ">"; })
      .def(py::pickle([](const T& t) { return py::make_tuple(t.text, t.start, t.end, t.reason); },
                      [](const py::tuple& t) {
                        return T{t[0].cast<std::string>(), t[1].cast<std::size_t>(), t[2].cast<std::size_t>(),
                                 t[3].cast<std::string>()};
                      }));
}

}  // namespace

void bind_text(py::module_& m) {
  m.def("read_target",
        [](const std::string& phrase, const std::string& indicator, const std::string& region,
           std::optional<kebi::period> period, const kebi::catalogue& known) {
          return kebi::read_target(phrase, context_of(indicator, region, period, known));
        },
        "phrase"_a, "indicator"_a, "region"_a, "period"_a, "catalogue"_a);
  m.def("read_outcome",
        [](const std::string& phrase, const std::string& indicator, const std::string& region,
           std::optional<kebi::period> period, const kebi::catalogue& known) {
          return kebi::read_outcome(phrase, context_of(indicator, region, period, known));
        },
        "phrase"_a, "indicator"_a, "region"_a, "period"_a, "catalogue"_a);
  bind_item<kebi::passed>(m, "Passed", "A number of a text that is no statistic, and why.");
  bind_item<kebi::unread>(m, "Unread", "A number of a text that could not be read.");
  m.def("read_text",
        [](const std::string& text, const kebi::catalogue& known, const std::string& region,
           const std::string& parent_region, std::optional<kebi::period> period) {
          kebi::reading found = kebi::read_report(text, {region, parent_region, period, &known});
          return std::tuple{std::move(found.report), std::move(found.passed), std::move(found.unread)};
        },
        "text"_a, "catalogue"_a, "region"_a, "parent_region"_a, "period"_a);
  m.def("say", [](const kebi::fact& f) { return kebi::to_chinese(f); }, "fact"_a,
        "The phrase of a fact, in Chinese.");

  const auto in_words = [](std::string (*words)(const kebi::assessment&, kebi::language)) {
    return [words](const kebi::assessment& a, const std::string& in) { return words(a, language_of(in)); };
  };
  py::reinterpret_borrow<py::class_<kebi::assessment>>(m.attr("Assessment"))
      .def("verdict_word",
           [](const kebi::assessment& a, const std::string& in) { return kebi::verdict_word(a.verdict, language_of(in)); },
           "language"_a = "zh", "The verdict as a word.")
      .def("reason", in_words(kebi::reason), "language"_a = "zh", "Why, in a few words.")
      .def("need_words", in_words(kebi::need_words), "language"_a = "zh",
           "What the rest of the period must bring, with bounds.")
      .def("need_assumption", in_words(kebi::need_assumption), "language"_a = "zh",
           "What that rests on, where figures do not say it.");
}
