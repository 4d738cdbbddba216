#include <pybind11/operators.h>

#include "bindings.hpp"
#include "kebi/text.hpp"
#include "kebi/text/explain.hpp"
#include "text/given_lexicon.hpp"

namespace {

kebi::language language_of(const std::string& code) {
  if (code == "zh") return kebi::language::zh;
  if (code == "en") return kebi::language::en;
  throw kebi::error("kebi writes zh and en: found " + kebi::in_quotes(code));
}

kebi::phrase_context context_of(const std::string& indicator, const std::string& region,
                                std::optional<kebi::period> period, const kebi::catalogue& known,
                                const given_lexicon& lexicon) {
  kebi::phrase_context context;
  context.indicator = indicator;
  context.region = region;
  context.period = period;
  context.known = &known;
  context.lexicon = pointer_to(lexicon);
  return context;
}

/// A number of a text that is in no fact: no statistic, or unread.
template <class T>
void bind_item(py::module_& m, const char* name, const char* about) {
  py::class_<T>(m, name, about)
      .def_readonly("text", &T::text, "The number, in the words of the text.")
      .def_readonly("start", &T::start, "The first byte of it in the text.")
      .def_readonly("end", &T::end, "The byte after the last one.")
      .def_readonly("reason", &T::reason, "Why it is in no fact.")
      .def(py::self == py::self)
      .def("__repr__", [name = std::string{name}](const T& t) { return "<" + name + " " + t.text + " " + t.reason + ">"; })
      .def(py::pickle([](const T& t) { return py::make_tuple(t.text, t.start, t.end, t.reason); },
                      [](const py::tuple& t) {
                        return T{t[0].cast<std::string>(), t[1].cast<std::size_t>(), t[2].cast<std::size_t>(),
                                 t[3].cast<std::string>()};
                      }));
}

/// The docstring of a method that puts a part of an assessment into words.
std::string about_words(const char* summary, const char* returns, const char* example) {
  return std::string{summary} +
         "\n\nParameters\n----------\nlanguage : {\"zh\", \"en\"}\n    The language.\n\n"
         "Returns\n-------\nstr\n    " + returns +
         "\n\nRaises\n------\nKebiError\n    For any other language.\n\nExamples\n--------\n>>> import kebi\n"
         ">>> plan = kebi.read({\"indicator\": [\"固定资产投资\"], \"period\": [\"2019H1\"],\n"
         "...                   \"target\": [\"完成300亿元以上\"], \"outcome\": [\"152.7亿元\"]})\n"
         ">>> verdict, = plan.assess()\n" + example + "\n";
}

void bind_assessment_words(py::module_& m) {
  const auto in_words = [](std::string (*words)(const kebi::assessment&, kebi::language)) {
    return [words](const kebi::assessment& a, const std::string& in) { return words(a, language_of(in)); };
  };
  py::reinterpret_borrow<py::class_<kebi::assessment>>(m.attr("Assessment"))
      .def("verdict_word",
           [](const kebi::assessment& a, const std::string& in) { return kebi::verdict_word(a.verdict, language_of(in)); },
           "language"_a = "zh",
           about_words("Return the verdict as a word.", "Such as 基本同步.",
                       ">>> verdict.verdict_word(\"en\")\n'on course'").c_str())
      .def("reason", in_words(kebi::reason), "language"_a = "zh",
           about_words("Return the reason of the verdict in a few words.", "One phrase, with the numbers it rests on.",
                       ">>> verdict.reason(\"en\")\n"
                       "'50.9% done, 0.9 points ahead of the time elapsed (50.0%)'").c_str())
      .def("need_words", in_words(kebi::need_words), "language"_a = "zh",
           about_words("Return what the rest of the period needs.", "One phrase with bounds; empty where nothing is needed.",
                       ">>> verdict.need_words(\"en\")\n'2019H2: 147.3 亿元 [147.25, 147.35] more'").c_str())
      .def("need_assumption", in_words(kebi::need_assumption), "language"_a = "zh",
           about_words("Return the assumption behind `need_words`.", "One phrase; empty where figures give the weight.",
                       ">>> verdict.need_assumption(\"en\")\n''").c_str());
}

void bind_fact_words(py::module_& m) {
  py::reinterpret_borrow<py::class_<kebi::fact>>(m.attr("Fact"))
      .def("doubt_words",
           [](const kebi::fact& f, const std::string& in) { return kebi::doubt_words(f.doubts, language_of(in)); },
           "language"_a = "zh", R"(Return what the reading took for granted, in words.

Parameters
----------
language : {"zh", "en"}
    The language.

Returns
-------
str
    One phrase; empty where the reading is firm.

Raises
------
KebiError
    For any other language.

Examples
--------
>>> import kebi
>>> kebi.Fact.from_json('{"indicator": "增加值", "doubt": ["period"]}').doubt_words("en")
'the period is assumed'
)");
}

/// The rows that its user added, an attribute of it: for pickles, comparisons and its print.
py::tuple rows_of(const py::object& lexicon) { return py::getattr(lexicon, "_rows", py::tuple()); }

lexicon_object extended(const py::object& lexicon, const std::string& rows) {
  py::object made = py::cast(lexicon.cast<const kebi::lexicon&>().extended(rows));
  made.attr("_rows") = py::tuple(rows_of(lexicon) + py::make_tuple(rows));
  return lexicon_object{std::move(made)};
}

std::pair<kebi::lexicon, py::dict> lexicon_from(const py::tuple& all) {
  kebi::lexicon made = kebi::lexicon::standard();
  for (const py::handle rows : all) made = made.extended(rows.cast<std::string>());
  py::dict attributes;
  attributes["_rows"] = all;
  return {std::move(made), std::move(attributes)};
}

void bind_lexicon_as_value(py::class_<kebi::lexicon>& bound) {
  bound
      .def("__repr__",
           [](const py::object& l) {
             const std::size_t added = rows_of(l).size();
             return added == 0 ? std::string{"<Lexicon>"} : "<Lexicon extended " + std::to_string(added) + " times>";
           })
      .def("__eq__",
           [](const py::object& a, const py::object& b) {
             return py::isinstance<kebi::lexicon>(b) && rows_of(a).equal(rows_of(b));
           },
           py::is_operator())
      .def(py::pickle([](const py::object& l) { return rows_of(l); }, &lexicon_from));
}

void bind_lexicon(py::module_& m) {
  py::class_<kebi::lexicon> bound(m, "Lexicon", py::dynamic_attr(), R"(The words that reading knows: verbs of change, hedges, units, names and set phrases.

A value that never changes. Pass one to `read_text`, `read`, `read_target` or `read_outcome`.

Examples
--------
>>> import kebi
>>> words = kebi.Lexicon.standard().extended("phrase\tmeaning\tsense\n光景\tafter\tabout\n")
>>> kebi.read_target("增长6%光景", "增加值", lexicon=words)
[<Fact 增加值 target growth 6% about>]
)");
  bound.def_static("standard", [] { return kebi::lexicon::standard(); }, R"(Return the words that the library ships.

Returns
-------
Lexicon
    The rows of the files in ``src/text/*/data``.

Examples
--------
>>> import kebi
>>> kebi.Lexicon.standard()
<Lexicon>
)")
      .def("extended", &extended, "rows"_a,
           R"(Return these words and more.

Parameters
----------
rows : str
    Tab-separated text: a line ``phrase, meaning, sense, only``, and below it a word a line. The
    meanings, and their senses, are those of the files in ``src/text/*/data``. A row of a phrase
    that is known replaces it; one with the meaning ``name`` makes it part of names.

Returns
-------
Lexicon
    A new value.

Raises
------
ReadError
    With line and column, for a row of an unknown meaning or sense.

Examples
--------
>>> import kebi
>>> words = kebi.Lexicon.standard().extended("phrase\tmeaning\n新亩\tunit\n")
>>> kebi.read_target("达到12万新亩", "播种面积", lexicon=words)
[<Fact 播种面积 target level 12万新亩>]
)");
  bind_lexicon_as_value(bound);
}

/// A reader of phrases: of a target, or of an outcome.
template <class Read>
void bind_phrase(py::module_& m, const char* name, Read read) {
  m.def(name,
        [read](const std::string& phrase, const std::string& indicator, const std::string& region,
           std::optional<kebi::period> period, const kebi::catalogue& known,
           const given_lexicon& lexicon) {
          return read(phrase, context_of(indicator, region, period, known, lexicon));
        },
        "phrase"_a, "indicator"_a, "region"_a, "period"_a, "catalogue"_a, "lexicon"_a = py::none());
}

}  // namespace

void bind_text(py::module_& m) {
  bind_lexicon(m);
  const auto target = [](const std::string& phrase, const kebi::phrase_context& context) {
    return kebi::read_target(phrase, context);
  };
  const auto outcome = [](const std::string& phrase, const kebi::phrase_context& context) {
    return kebi::read_outcome(phrase, context);
  };
  bind_phrase(m, "read_target", target);
  bind_phrase(m, "read_outcome", outcome);
  bind_item<kebi::passed>(m, "Passed", "A number of a text that is no statistic, and why.");
  bind_item<kebi::unread>(m, "Unread", "A number of a text that could not be read.");
  m.def("read_text",
        [](const std::string& text, const kebi::catalogue& known, const std::string& region,
           const std::string& parent_region, std::optional<kebi::period> period,
           const given_lexicon& lexicon) {
          kebi::reading found = kebi::read_report(text, {region, parent_region, period, &known, pointer_to(lexicon)});
          return std::tuple{std::move(found.report), std::move(found.passed), std::move(found.unread)};
        },
        "text"_a, "catalogue"_a, "region"_a, "parent_region"_a, "period"_a, "lexicon"_a = py::none());
  m.def("say", [](const kebi::fact& f) { return kebi::to_chinese(f); }, "fact"_a,
        "The phrase of a fact, in Chinese.");

  bind_fact_words(m);
  bind_assessment_words(m);
}
