#include <algorithm>

#include "kebi/formula/carry_over.hpp"
#include "kebi/formula/comparable_base.hpp"
#include "kebi/formula/composition.hpp"
#include "kebi/formula/compound.hpp"
#include "kebi/formula/contribution.hpp"
#include "kebi/formula/increment.hpp"
#include "kebi/formula/swing.hpp"
#include "numbers.hpp"

using kebi::bounds;
using kebi::percent;
using kebi::points;

namespace {

bool is_plain(const number& n) { return std::holds_alternative<double>(n); }
bool is_plain(const rate& r) { return is_plain(r.value); }
bool is_plain(const distance& d) { return is_plain(d.value); }

bounds as(const number& n, bounds) { return bounds_of(n); }
percent<bounds> as(const rate& r, bounds) { return percent{bounds_of(r.value)}; }
points<bounds> as(const distance& d, bounds) { return {bounds_of(d.value)}; }
double as(const number& n, double) { return std::get<double>(n); }
percent<double> as(const rate& r, double) { return percent{std::get<double>(r.value)}; }
points<double> as(const distance& d, double) { return {std::get<double>(d.value)}; }

computed plainly(double n) { return n; }
computed plainly(const bounds& n) { return n; }
template <class N>
rate plainly(const percent<N>& r) {
  return {r.value()};
}
template <class N>
distance plainly(const points<N>& d) {
  return {d.value};
}
template <class N>
std::tuple<rate, std::string> plainly(const kebi::contribution_rate<N>& c) {
  const char* const whole = c.whole == kebi::reliability::reliable     ? "reliable"
                            : c.whole == kebi::reliability::unreliable ? "unreliable"
                                                              : "none";
  return {plainly(c.rate), whole};
}
template <class N>
std::tuple<std::optional<rate>, std::optional<std::string>, computed> plainly(const kebi::signed_growth<N>& g) {
  std::optional<rate> grown;
  if (g.rate) grown = plainly(*g.rate);
  std::optional<std::string> swing;
  if (g.how) swing = kebi::code(*g.how);
  return {grown, swing, plainly(g.change)};
}

/// Applies a verb to plain numbers as they are, and to all as bounds where one is printed.
template <class Verb, class... Numbers>
auto uniform(const Verb& verb, const Numbers&... numbers) {
  if ((is_plain(numbers) && ...)) return plainly(verb(as(numbers, 0.0)...));
  return decltype(plainly(verb(as(numbers, 0.0)...)))(plainly(verb(as(numbers, bounds{0})...)));
}

/// Binds a formula of so many numbers and rates under its name.
template <class... Kinds, class Formula, class... Arguments>
void bind(py::module_& m, const char* name, const Formula& formula, const char* about, const Arguments&... arguments) {
  m.def(name, [formula](const Kinds&... given) { return uniform(formula, given...); }, arguments..., about);
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

// A formula of all kinds of number, as one object.
#define FORMULA(name) [](const auto&... numbers) { return kebi::formulas::name(numbers...); }

void bind_shares(py::module_& m) {
  bind<number, number>(m, "share", FORMULA(share), "The share of a part in its whole (比重).", "part"_a, "whole"_a);
  bind<rate, rate, rate>(m, "base_share", FORMULA(base_share), "The share a period earlier (基期比重).",
                         "share"_a, "growth"_a, "whole_growth"_a);
  bind<rate, rate, rate>(m, "share_change", FORMULA(share_change), "By how many points a share changed (比重变化).",
                         "share"_a, "growth"_a, "whole_growth"_a);
  bind<number, rate, number, rate>(
      m, "share_of_growth", FORMULA(share_of_growth),
      "The share of a part in the increment of the whole (贡献率), and its reliability.",
      "part"_a, "growth"_a, "whole"_a, "whole_growth"_a);
  bind<number, rate, number, rate>(
      m, "contribution_to_growth", FORMULA(contribution_to_growth),
      "The contribution of a part to the growth of the whole, in points (拉动).",
      "part"_a, "growth"_a, "whole"_a, "whole_growth"_a);
  bind<rate, rate>(m, "contribution_of_share", FORMULA(contribution_to_growth),
                   "The same from a base share and its growth, or a share of growth and the growth of the whole.",
                   "share"_a, "growth"_a);
  bind<distance, rate>(m, "weight_in_base", FORMULA(weight_in_base),
                       "The weight of a part from its growth and its contribution to growth (隐含权重).",
                       "contribution"_a, "growth"_a);
}

// The same formulas from other figures, and what they say of the whole.
void bind_ways(py::module_& m) {
  bind<number, rate, number, rate>(m, "share_change_of_growths", FORMULA(share_change), "From levels and growths.",
                                   "part"_a, "growth"_a, "whole"_a, "whole_growth"_a);
  bind<number, number, number, number>(m, "share_change_of_levels", FORMULA(share_change_of_levels),
                                       "From the levels of both periods.", "part"_a, "whole"_a, "part_base"_a,
                                       "whole_base"_a);
  bind<rate, rate, rate>(m, "share_of_growth_of_share", FORMULA(share_of_growth), "From a share and growths.", "share"_a,
                         "growth"_a, "whole_growth"_a);
  bind<number, number>(m, "share_of_growth_of_increments", FORMULA(share_of_growth), "From two increments.",
                       "increment"_a, "whole_increment"_a);
  bind<number, number>(m, "contribution_of_increment", FORMULA(contribution_to_growth),
                       "From an increment and the base of the whole.", "increment"_a, "whole_base"_a);
  bind<distance, rate>(m, "growth_of_whole", FORMULA(growth_of_whole),
                       "The growth of the whole, from a contribution and a share of growth.", "contribution"_a,
                       "share_of_growth"_a);
  bind<number, rate>(m, "increment_of_whole", FORMULA(increment_of_whole),
                     "The increment of the whole, from that of a part and its share of growth.", "increment"_a,
                     "share_of_growth"_a);
  bind<number, rate, number, rate>(m, "base_multiple", FORMULA(base_multiple),
                                   "How many times one figure was in another a period earlier (基期倍数).", "level"_a,
                                   "growth"_a, "other"_a, "other_growth"_a);
}

rate growth_of_sum(const std::vector<std::pair<number, rate>>& parts) {
  bool plain = true;
  for (const auto& [level, growth] : parts) plain = plain && is_plain(level) && is_plain(growth);
  const auto sum = [&]<class N>(N kind) {
    std::vector<kebi::component<N>> all;
    for (const auto& [level, growth] : parts) all.push_back({as(level, kind), as(growth, kind)});
    return plainly(kebi::formulas::growth_of_sum(std::span<const kebi::component<N>>{all}));
  };
  return plain ? sum(0.0) : sum(bounds{0});
}

void bind_composition(py::module_& m) {
  m.def("growth_of_sum", &growth_of_sum, "parts"_a,
        "Growth of a sum from the levels and growths of its parts (混合增长率).");
  bind<rate, rate>(m, "growth_of_product", FORMULA(growth_of_product),
                   "Growth of a product; of nominal out of real growth and prices.", "a"_a, "b"_a);
  bind<rate, rate>(m, "growth_of_ratio", FORMULA(growth_of_ratio),
                   "Growth of a quotient; of real growth out of nominal growth and prices.", "above"_a, "below"_a);
  bind<number, rate, number, rate>(m, "growth_of_residual", FORMULA(growth_of_residual),
                                   "Growth of what is left of a whole without a part.",
                                   "whole"_a, "whole_growth"_a, "part"_a, "growth"_a);
  bind<number, rate, number, rate>(m, "residual_base", FORMULA(residual_base),
                                   "What was left of a whole a period earlier.", "whole"_a, "whole_growth"_a, "part"_a,
                                   "growth"_a);
  bind<rate, rate, rate>(m, "growth_of_rest", FORMULA(growth_of_rest),
                         "Growth of the rest beside a part, from the base weight of the part.", "weight"_a,
                         "part_growth"_a, "whole_growth"_a);
  bind<rate, rate, rate>(m, "mixed_growth", FORMULA(mixed_growth),
                         "Growth of a whole of two parts, from the base weight of the first.", "weight"_a, "a"_a, "b"_a);
  bind<rate, rate, rate>(m, "implied_weight", FORMULA(implied_weight),
                         "The base weight that the growths of a whole and its two parts imply.",
                         "growth"_a, "part_growth"_a, "rest_growth"_a);
}

rate overhang(const std::vector<number>& levels) {
  const auto of = [&]<class N>(N kind) {
    std::vector<N> all;
    for (const number& level : levels) all.push_back(as(level, kind));
    return plainly(kebi::formulas::overhang(std::span<const N>{all}));
  };
  return std::all_of(levels.begin(), levels.end(), [](const number& n) { return is_plain(n); }) ? of(0.0)
                                                                                               : of(bounds{0});
}

void bind_steps(py::module_& m) {
  m.def("chained_growth", [](const std::vector<rate>& steps) {
    return over_rates(steps, [](auto all) { return kebi::formulas::chained_growth(all); });
  }, "steps"_a, "The growth over several steps, such as twelve months.");
  m.def("carry_over", [](const std::vector<rate>& steps, int month) {
    return over_rates(steps, [month](auto all) { return kebi::formulas::carry_over(all, month); });
  }, "steps"_a, "month"_a, "The part of a month's yearly rate that was reached in December (翘尾因素).");
  bind<rate, rate>(m, "new_price", FORMULA(new_price), "The rest of the yearly rate (新涨价因素), in points.",
                   "yoy"_a, "carry_over"_a);
  bind<rate, rate>(m, "interval_growth", FORMULA(interval_growth), "Growth over two years (间隔增长率).", "now"_a,
                   "before"_a);
  bind<rate, rate>(m, "two_year_average", FORMULA(two_year_average), "The average of two years (两年平均增速).", "now"_a,
                   "before"_a);
  bind<rate, distance>(m, "year_over_year", FORMULA(year_over_year), "The yearly rate from its two factors.",
                       "carry_over"_a, "new_price"_a);
  m.def("overhang", &overhang, "levels"_a, "Growth of the next mean if nothing changed after the last level (年度翘尾).");
  m.def("average_increment", [](const number& first, const number& last, int steps) {
    return uniform([steps](const auto&... n) { return kebi::formulas::average_increment(n..., steps); }, first, last);
  }, "first"_a, "last"_a, "steps"_a, "What was added in each of so many steps (年均增长量).");
}

}  // namespace

void bind_formulas(py::module_& m) {
  bind_shares(m);
  bind_ways(m);
  bind_composition(m);
  bind_steps(m);
  bind<number, rate, number>(m, "revision_factor", FORMULA(revision_factor),
                             "The comparable base over the one published then.",
                             "level"_a, "growth"_a, "published_base"_a);
  bind<number, number>(m, "base_of_loss", FORMULA(base_of_loss), "The base of a loss that widened by so much.",
                       "level"_a, "widened_by"_a);
  m.def("is_scope_break", &kebi::formulas::is_scope_break, "factor"_a,
        "Whether rounding alone cannot bring a revision factor to 1 (口径调整).");
  bind<number, number>(m, "growth_or_swing", FORMULA(growth_or_swing),
                       "Growth where losses are possible: a rate or a swing, and the change.", "level"_a, "base"_a);
}
