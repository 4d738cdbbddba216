#include "kebi/formula/carry_over.hpp"
#include "kebi/formula/comparable_base.hpp"
#include "kebi/formula/composition.hpp"
#include "kebi/formula/contribution.hpp"
#include "kebi/formula/increment.hpp"
#include "kebi/formula/turn.hpp"
#include "numbers.hpp"

using kebi::bounds;
using kebi::percent;
using kebi::points;

namespace {

bool is_plain(const number& n) { return std::holds_alternative<double>(n); }
bool is_plain(const rate& r) { return is_plain(r.value); }
bool is_plain(const distance& d) { return is_plain(d.value); }

bounds bounds_of(const number& n) {
  return std::visit([](const auto& plain) { return kebi::detail::as_bounds(plain); }, n);
}
bounds as(const number& n, bounds) { return bounds_of(n); }
percent<bounds> as(const rate& r, bounds) { return percent{bounds_of(r.value)}; }
points<bounds> as(const distance& d, bounds) { return {bounds_of(d.value)}; }
double as(const number& n, double) { return std::get<double>(n); }
percent<double> as(const rate& r, double) { return percent{std::get<double>(r.value)}; }
points<double> as(const distance& d, double) { return {std::get<double>(d.value)}; }

number plainly(double n) { return n; }
number plainly(const bounds& n) { return n; }
template <class N>
rate plainly(const percent<N>& r) {
  return {r.value()};
}
template <class N>
distance plainly(const points<N>& d) {
  return {d.value};
}
template <class N>
py::tuple plainly(const kebi::contribution_rate<N>& c) {
  const char* const whole = c.whole == kebi::footing::firm    ? "firm"
                            : c.whole == kebi::footing::shaky ? "shaky"
                                                              : "none";
  return py::make_tuple(plainly(c.rate), whole);
}
template <class N>
py::tuple plainly(const kebi::signed_growth<N>& g) {
  return py::make_tuple(g.rate ? py::cast(plainly(*g.rate)) : py::none(),
                        g.how ? py::cast(kebi::code(*g.how)) : py::none(), plainly(g.change));
}

/// Applies a verb to plain numbers as they are, and to all as bounds where one is printed.
template <class Verb, class... Numbers>
auto uniform(const Verb& verb, const Numbers&... numbers) {
  if ((is_plain(numbers) && ...)) return plainly(verb(as(numbers, 0.0)...));
  return decltype(plainly(verb(as(numbers, 0.0)...)))(plainly(verb(as(numbers, bounds{0})...)));
}

template <class Verb>
rate over_rates(const std::vector<rate>& rates, const Verb& verb) {
  bool plain = true;
  for (const rate& each : rates) plain = plain && is_plain(each);
  if (plain) {
    std::vector<percent<double>> all;
    for (const rate& each : rates) all.push_back(as(each, 0.0));
    return plainly(verb(std::span<const percent<double>>{all}));
  }
  std::vector<percent<bounds>> all;
  for (const rate& each : rates) all.push_back(as(each, bounds{0}));
  return plainly(verb(std::span<const percent<bounds>>{all}));
}

}  // namespace

void bind_formulas(py::module_& m) {
  m.def("share", [](const number& p, const number& w) {
    return uniform([](const auto&... n) { return kebi::share(n...); }, p, w);
  }, "part"_a, "whole"_a, "The share of a part in its whole (比重).");
  m.def("base_share", [](const rate& s, const rate& p, const rate& w) {
    return uniform([](const auto&... n) { return kebi::base_share(n...); }, s, p, w);
  }, "share"_a, "part_growth"_a, "whole_growth"_a, "The share a period earlier (基期比重).");
  m.def("share_change", [](const rate& s, const rate& p, const rate& w) {
    return uniform([](const auto&... n) { return kebi::share_change(n...); }, s, p, w);
  }, "share"_a, "part_growth"_a, "whole_growth"_a, "By how many points a share changed (比重变化).");
  m.def("contribution", [](const number& p, const rate& g, const number& w, const rate& h) {
    return uniform([](const auto&... n) { return kebi::contribution(n...); }, p, g, w, h);
  }, "part"_a, "part_growth"_a, "whole"_a, "whole_growth"_a,
        "The part of the whole's increment (贡献率), and how firmly the whole's growth carries it.");
  m.def("pull", [](const number& p, const rate& g, const number& w, const rate& h) {
    return uniform([](const auto&... n) { return kebi::pull(n...); }, p, g, w, h);
  }, "part"_a, "part_growth"_a, "whole"_a, "whole_growth"_a, "Points of the whole's growth (拉动).");
  m.def("pull_of_share", [](const rate& s, const rate& g) {
    return uniform([](const auto&... n) { return kebi::pull(n...); }, s, g);
  }, "share"_a, "growth"_a, "The same from a base share and its growth, or a contribution and the whole's growth.");
  m.def("weight_in_base", [](const distance& p, const rate& g) {
    return uniform([](const auto&... n) { return kebi::weight_in_base(n...); }, p, g);
  }, "pull"_a, "growth"_a, "The weight of a part that grew so much and pulled so many points (隐含权重).");
  m.def("growth_of_product", [](const rate& a, const rate& b) {
    return uniform([](const auto&... n) { return kebi::growth_of_product(n...); }, a, b);
  }, "a"_a, "b"_a, "Growth of a product; of nominal out of real growth and prices.");
  m.def("growth_of_ratio", [](const rate& a, const rate& b) {
    return uniform([](const auto&... n) { return kebi::growth_of_ratio(n...); }, a, b);
  }, "above"_a, "below"_a, "Growth of a quotient; of real growth out of nominal growth and prices.");
  m.def("growth_of_residual", [](const number& w, const rate& g, const number& p, const rate& h) {
    return uniform([](const auto&... n) { return kebi::growth_of_residual(n...); }, w, g, p, h);
  }, "whole"_a, "whole_growth"_a, "part"_a, "part_growth"_a, "Growth of what is left of a whole without a part.");
  m.def("growth_of_sum", [](const std::vector<std::pair<number, rate>>& parts) -> rate {
    bool plain = true;
    for (const auto& [level, growth] : parts) plain = plain && is_plain(level) && is_plain(growth);
    if (plain) {
      std::vector<kebi::component<double>> all;
      for (const auto& [level, growth] : parts) all.push_back({as(level, 0.0), as(growth, 0.0)});
      return plainly(kebi::growth_of_sum(std::span<const kebi::component<double>>{all}));
    }
    std::vector<kebi::component<bounds>> all;
    for (const auto& [level, growth] : parts) all.push_back({as(level, bounds{0}), as(growth, bounds{0})});
    return plainly(kebi::growth_of_sum(std::span<const kebi::component<bounds>>{all}));
  }, "parts"_a, "Growth of a sum from the levels and growths of its parts (混合增长率).");
  m.def("mixed_growth", [](const rate& w, const rate& a, const rate& b) {
    return uniform([](const auto&... n) { return kebi::mixed_growth(n...); }, w, a, b);
  }, "weight"_a, "a"_a, "b"_a, "Growth of a whole of two parts, from the base weight of the first.");
  m.def("implied_weight", [](const rate& g, const rate& a, const rate& b) {
    return uniform([](const auto&... n) { return kebi::implied_weight(n...); }, g, a, b);
  }, "growth"_a, "a"_a, "b"_a, "The base weight that the growths of a whole and its two parts imply.");
  m.def("revision_factor", [](const number& x, const rate& g, const number& b) {
    return uniform([](const auto&... n) { return kebi::revision_factor(n...); }, x, g, b);
  }, "level"_a, "growth"_a, "published_base"_a, "The comparable base over the one published then.");
  m.def("chained_rate", [](const std::vector<rate>& steps) {
    return over_rates(steps, [](auto all) { return kebi::chained_rate(all); });
  }, "steps"_a, "The rate over a run of steps, such as twelve months.");
  m.def("carry_over", [](const std::vector<rate>& last_year, int month) {
    return over_rates(last_year, [month](auto all) { return kebi::carry_over(all, month); });
  }, "last_year"_a, "month"_a, "The part of a month's yearly rate that was there in December (翘尾因素).");
  m.def("new_price", [](const rate& y, const rate& c) {
    return uniform([](const auto&... n) { return kebi::new_price(n...); }, y, c);
  }, "yoy"_a, "carry_over"_a, "The rest of the yearly rate (新涨价因素), in points.");
  m.def("growth_or_turn", [](const number& x, const number& b) {
    return uniform([](const auto&... n) { return kebi::growth_or_turn(n...); }, x, b);
  }, "level"_a, "base"_a, "Growth where losses are possible: a rate or the turn taken, and the change.");
  m.def("average_increment", [](const number& first, const number& last, int steps) {
    return uniform([steps](const auto&... n) { return kebi::average_increment(n..., steps); }, first, last);
  }, "first"_a, "last"_a, "steps"_a, "What was added in each of so many steps (年均增长量).");
}
