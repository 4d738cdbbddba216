#include "kebi/period.hpp"
#include "kebi/text/print_period.hpp"
#include "kebi/text/read_period.hpp"
#include "numbers.hpp"

using kebi::month;
using kebi::percent;
using kebi::period;

namespace {

py::tuple year_and_month(month m) { return py::make_tuple(m.year(), m.in_year()); }

struct base_of {
  template <class L, class G>
  number operator()(const L& level, const G& growth) const {
    return kebi::base(level, percent{growth});
  }
};
struct level_of {
  template <class B, class G>
  number operator()(const B& base, const G& growth) const {
    return kebi::level(base, percent{growth});
  }
};
struct increment_of {
  template <class L, class G>
  number operator()(const L& level, const G& growth) const {
    return kebi::increment(level, percent{growth});
  }
};
struct growth_of {
  template <class L, class B>
  number operator()(const L& level, const B& base) const {
    return kebi::growth_rate(level, base).value();
  }
};

/// A growth over any kind of number.
struct any_growth {
  period from, to;
  rate grown;
};

template <class Verb>
any_growth with_growth(const any_growth& g, const Verb& verb) {
  return std::visit(
      [&](const auto& value) {
        const auto done = verb(kebi::growth{g.from, g.to, percent{value}});
        return any_growth{done.from, done.to, {done.rate.value()}};
      },
      g.grown.value);
}

any_growth chain_all(const std::vector<any_growth>& links) {
  bool doubles = true;
  for (const auto& link : links) doubles = doubles && std::holds_alternative<double>(link.grown.value);
  const auto chained = [&]<class N>(const auto& as_n) {
    std::vector<kebi::growth<N>> all;
    for (const auto& link : links)
      all.push_back({link.from, link.to, percent{std::visit(as_n, link.grown.value)}});
    const auto whole = kebi::chain(std::span<const kebi::growth<N>>{all});
    return any_growth{whole.from, whole.to, {whole.rate.value()}};
  };
  if (doubles) return chained.operator()<double>([](const auto& v) -> double {
    if constexpr (std::is_same_v<std::decay_t<decltype(v)>, double>) return v;
    else return 0;
  });
  return chained.operator()<kebi::bounds>([](const auto& v) { return kebi::detail::as_bounds(v); });
}

}  // namespace

void bind_period(py::module_& m) {
  py::class_<period>(m, "Period", "A span of whole months: a year, a half, a quarter, a month, the year to date.")
      .def(py::init([](const std::string& text, std::optional<int> year) { return kebi::read_period(text, year); }),
           "text"_a, "year"_a = py::none())
      .def_property_readonly("first", [](const period& p) { return year_and_month(p.first()); })
      .def_property_readonly("last", [](const period& p) { return year_and_month(p.last()); })
      .def_property_readonly("months", &period::months)
      .def_property_readonly("code", [](const period& p) { return kebi::code(p); })
      .def_property_readonly("is_year_to_date", &kebi::is_year_to_date)
      .def("year_before", &kebi::year_before, "The same span a year before: what 同比 compares with.")
      .def("span_before", &kebi::span_before, "The span just before: what 环比 compares with.")
      .def("rest_of", [](const period& elapsed, const period& whole) { return kebi::rest_of(whole, elapsed); },
           "whole"_a, "What follows this period until `whole` ends.")
      .def("year_to_date", [](const period& p) { return kebi::year_to_date(p.last()); },
           "From January to the last month of the period (累计).")
      .def("to_chinese", [](const period& p) { return kebi::to_chinese(p); })
      .def("to_english", [](const period& p) { return kebi::to_english(p); })
      .def("__contains__", &period::contains)
      .def("__eq__", [](const period& a, const period& b) { return a == b; }, py::is_operator())
      .def("__lt__", [](const period& a, const period& b) { return a < b; }, py::is_operator())
      .def("__hash__", [](const period& p) { return py::hash(py::str(kebi::code(p))); })
      .def("__str__", [](const period& p) { return kebi::code(p); })
      .def("__repr__", [](const period& p) { return "Period('" + kebi::code(p) + "')"; })
      .def(py::pickle([](const period& p) { return kebi::code(p); },
                      [](const std::string& code) { return kebi::period_of_code(code); }));
  py::implicitly_convertible<py::str, period>();

  m.def("growth_rate", [](const number& level, const number& base) { return rate{apply(growth_of{}, level, base)}; },
        "level"_a, "base"_a, "How much a level grew over its base.");
  m.def("base", [](const number& level, const rate& growth) { return apply(base_of{}, level, growth.value); },
        "level"_a, "growth"_a, "The base that a level and its growth imply.");
  m.def("level", [](const number& base, const rate& growth) { return apply(level_of{}, base, growth.value); },
        "base"_a, "growth"_a, "The level that a base grows to.");
  m.def("increment", [](const number& level, const rate& growth) { return apply(increment_of{}, level, growth.value); },
        "level"_a, "growth"_a, "What was added to the base on the way to the level.");

  py::class_<any_growth>(m, "Growth", "How much grew from one period to another.")
      .def(py::init([](const period& from, const period& to, const rate& grown) { return any_growth{from, to, grown}; }),
           "from_period"_a, "to_period"_a, "rate"_a)
      .def_readonly("from_period", &any_growth::from)
      .def_readonly("to_period", &any_growth::to)
      .def_readonly("rate", &any_growth::grown)
      .def("inverse", [](const any_growth& g) { return with_growth(g, [](const auto& x) { return kebi::inverse(x); }); },
           "The growth that takes it back.")
      .def("average", [](const any_growth& g, int steps) { return with_growth(g, [&](const auto& x) { return kebi::average(x, steps); }); },
           "steps"_a, "The growth of each of so many equal steps (年均, 两年平均).")
      .def("annualise", [](const any_growth& g) { return with_growth(g, [](const auto& x) { return kebi::annualise(x); }); },
           "The growth that a year of the same pace would bring.")
      .def("__eq__", [](const any_growth& a, const any_growth& b) {
        return a.from == b.from && a.to == b.to && a.grown.value == b.grown.value;
      }, py::is_operator())
      .def("__hash__", [](const any_growth& g) {
        return py::hash(py::make_tuple(kebi::code(g.from), kebi::code(g.to), g.grown.value));
      })
      .def(py::pickle([](const any_growth& g) { return py::make_tuple(g.from, g.to, g.grown); },
                      [](const py::tuple& t) {
                        return any_growth{t[0].cast<period>(), t[1].cast<period>(), t[2].cast<rate>()};
                      }))
      .def("__repr__", [](const any_growth& g) {
        return py::str("Growth({!r}, {!r}, {!r})").format(g.from, g.to, g.grown);
      });
  m.def("chain", &chain_all, "links"_a,
        "The growth over links that join end to end. Raises KebiError for links with a gap.");
}
