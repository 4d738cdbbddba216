#include "kebi/formula/increment.hpp"
#include "kebi/period.hpp"
#include "numbers.hpp"

using kebi::percent;
using kebi::period;

namespace {

constexpr const char* about_growth = R"(How much grew from one period to another.

Parameters
----------
from_period, to_period : Period or str
    The earlier and the later period, of one length.
rate : Percent
    The growth between them.

Raises
------
KebiError
    For a period that is none.

Examples
--------
>>> from kebi import Growth, Percent
>>> Growth("2018", "2019", Percent(25.0)).inverse()
Growth(Period('2019'), Period('2018'), Percent(-20.0))
)";

constexpr const char* about_inverse = R"(Return the growth that reverses it.

Returns
-------
Growth
    From the later period to the earlier one.

Raises
------
KebiError
    For a fall by 100 %.

Examples
--------
>>> from kebi import Growth, Percent
>>> Growth("2018", "2019", Percent(25.0)).inverse().rate
Percent(-20.0)
)";

constexpr const char* about_average = R"(Return the growth of each of several equal steps (年均, 两年平均).

Parameters
----------
steps : int
    How many steps lie between the two periods.

Returns
-------
Growth
    Over the same periods, with the rate of one step.

Raises
------
KebiError
    For less than one step.

Examples
--------
>>> from kebi import Growth, Percent
>>> round(Growth("2019", "2021", Percent(21.0)).average(2).rate.value, 9)
10.0
)";

constexpr const char* about_annualise = R"(Return the growth that a year at the same pace would have (折年率).

Returns
-------
Growth
    Over the same periods, with the rate of a year.

Raises
------
KebiError
    Where the two periods do not lie apart.

Examples
--------
>>> from kebi import Growth, Percent
>>> round(Growth("2019Q1", "2019Q2", Percent(1.0)).annualise().rate.value, 4)
4.0604
)";

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

/// A formula of a number and the growth that led from or to it.
template <class Formula>
computed from_growth(const Formula& formula, const number& of, const rate& growth) {
  return computed_of(
      apply([&](const auto& x, const auto& g) -> number { return formula(x, percent{g}); }, of, growth.value));
}

void bind_growth_class(py::module_& m) {
  py::class_<any_growth>(m, "Growth", about_growth)
      .def(py::init([](const period& from, const period& to, const rate& grown) { return any_growth{from, to, grown}; }),
           "from_period"_a, "to_period"_a, "rate"_a)
      .def_readonly("from_period", &any_growth::from, "The earlier period.")
      .def_readonly("to_period", &any_growth::to, "The later period.")
      .def_readonly("rate", &any_growth::grown, "The growth between them, in percent.")
      .def("inverse", [](const any_growth& g) { return with_growth(g, [](const auto& x) { return kebi::inverse(x); }); },
           about_inverse)
      .def("average", [](const any_growth& g, int steps) { return with_growth(g, [&](const auto& x) { return kebi::average(x, steps); }); },
           "steps"_a, about_average)
      .def("annualise", [](const any_growth& g) { return with_growth(g, [](const auto& x) { return kebi::annualise(x); }); },
           about_annualise)
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
}

}  // namespace

void bind_growth(py::module_& m) {
  bind_growth_class(m);
  m.def("growth_rate",
        [](const number& level, const number& base) {
          return rate{apply([](const auto& x, const auto& y) -> number { return kebi::growth_rate(x, y).value(); },
                            level, base)};
        },
        "level"_a, "base"_a, "How much a level grew over its base.");
  m.def("base",
        [](const number& level, const rate& growth) {
          return from_growth([](const auto& x, const auto& g) { return kebi::base(x, g); }, level, growth);
        },
        "level"_a, "growth"_a, "The base that a level and its growth imply.");
  m.def("level", [](const number& base, const rate& growth) {
    return from_growth([](const auto& x, const auto& g) { return kebi::level(x, g); }, base, growth);
  }, "base"_a, "growth"_a, "The level that a base grows to.");
  m.def("increment", [](const number& level, const rate& growth) {
    const auto added = [](const auto& x, const auto& g) { return kebi::formulas::increment(x, g); };
    return from_growth(added, level, growth);
  }, "level"_a, "growth"_a, "What was added to the base on the way to the level.");
  m.def("chain", &chain_all, "links"_a,
        "The growth over links that join end to end. Raises KebiError for links with a gap.");
}
