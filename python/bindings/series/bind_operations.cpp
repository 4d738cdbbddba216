#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/series/growth/compound.hpp"
#include "kebi/series/parts/composition.hpp"
#include "kebi/series/parts/contributions.hpp"
#include "kebi/series/parts/ranks.hpp"
#include "kebi/series/parts/shares.hpp"
#include "kebi/series/parts/shift_share.hpp"
#include "kebi/series/parts/weights.hpp"
#include "kebi/series/prices/carry_over.hpp"
#include "kebi/series/year_to_date/growth_of_spans.hpp"
#include "kebi/series/year_to_date/single_month_growth.hpp"
#include "kebi/series/year_to_date/to_frequency.hpp"
#include "operations.hpp"

using tables::add;
using tables::given;
using tables::input_of;

namespace {

/// Growth against one span, or against the same span of one year.
template <class Base>
void bind_growth_since(py::module_& m) {
  m.def(
      "growth_since",
      [](const py::object& levels, const Base& base, bool bounds, const given& out, int threads) {
        return tables::run(kebi::growth_since, kebi::arguments{input_of(levels)},
                           {bounds, out, threads}, kebi::growth_base{base});
      },
      "levels"_a, "base"_a, py::kw_only(), "bounds"_a = false, "out"_a = py::none(),
      "threads"_a = 1);
}

void bind_growths(py::module_& m) {
  add(m, kebi::year_over_year);
  add(m, kebi::period_over_period);
  add(m, kebi::growth_between);
  add(m, kebi::change_of_level, "since"_a = kebi::step_back::year);
  add(m, kebi::average_increment, "years"_a);
  bind_growth_since<kebi::period>(m);
  bind_growth_since<int>(m);
  add(m, kebi::interval_growth);
  add(m, kebi::two_year_average);
  add(m, kebi::average_growth, "steps"_a);
  add(m, kebi::annualised);
  add(m, kebi::acceleration, "since"_a = kebi::step_back::year);
  add(m, kebi::comparable_base);
  add(m, kebi::revision_factor);
  add(m, kebi::linked, "anchor"_a);
  add(m, kebi::increment);
}

void bind_year_to_date(py::module_& m) {
  add(m, kebi::single_months);
  add(m, kebi::cumulated);
  add(m, kebi::to_frequency, "to"_a, "rule"_a = py::none());
  add(m, kebi::growth_of_spans, "to"_a, "rule"_a = py::none());
  add(m, kebi::single_month_growth);
  add(m, kebi::growth_before);
  add(m, kebi::implied_weight);
  add(m, kebi::chained_growth, "count"_a);
  add(m, kebi::carry_over);
  add(m, kebi::new_price);
  add(m, kebi::overhang);
}

void bind_parts(py::module_& m) {
  add(m, kebi::share);
  add(m, kebi::share_change);
  add(m, kebi::base_share);
  add(m, kebi::residual);
  add(m, kebi::change_between);
  add(m, kebi::share_of_growth);
  add(m, kebi::contribution_to_growth);
  for (const auto* each : {&kebi::growth_of_residual, &kebi::residual_base, &kebi::base_multiple})
    add(m, *each);
}

/// Operations of the measures of others: prices beside growth, weights beside contributions.
void bind_weights(py::module_& m) {
  for (const auto* each : {&kebi::growth_of_product, &kebi::growth_of_ratio, &kebi::nominal_growth, 
                           &kebi::real_growth, &kebi::price_growth, &kebi::weight_in_base,
                           &kebi::growth_of_whole, &kebi::increment_of_whole})
    add(m, *each);
  for (const auto* each : {&kebi::mixed_growth, &kebi::growth_of_rest}) add(m, *each);
}

/// Operations whose rows are seen together.
void bind_groups(py::module_& m) {
  m.def(
      "growth_of_sum",
      [](const py::object& levels, const py::object& growths, std::vector<Eigen::Index> groups,
         const std::optional<std::string>& along, const std::string& name, bool bounds,
         const given& out, int threads) {
        const kebi::sum_of sums = along ? kebi::sum_of{tables::along_named(*along), name}
                                        : kebi::sum_of{std::move(groups)};
        return tables::run(kebi::growth_of_sum,
                           kebi::arguments{input_of(levels), input_of(growths)},
                           {bounds, out, threads}, sums);
      },
      "levels"_a, "growths"_a, "groups"_a = std::vector<Eigen::Index>{}, py::kw_only(),
      "along"_a = py::none(), "name"_a = "", "bounds"_a = false, "out"_a = py::none(),
      "threads"_a = 1);
  m.def(
      "rank",
      [](const py::object& figures, bool lowest_first, std::vector<Eigen::Index> groups,
         bool bounds, const given& out, int threads) {
        return tables::run(kebi::rank, kebi::arguments{input_of(figures)}, {bounds, out, threads},
                           lowest_first, kebi::rank_among{std::move(groups)});
      },
      "figures"_a, "lowest_first"_a = false, "groups"_a = std::vector<Eigen::Index>{},
      py::kw_only(), "bounds"_a = false, "out"_a = py::none(), "threads"_a = 1);
}

/// A component of shift-share: of a panel between two spans, of a grid between two columns.
void bind_component(py::module_& m, const kebi::operation<1, kebi::shift_spans>& component) {
  m.def(
      component.what().name,
      [&component](const py::object& levels, const kebi::period& before, const kebi::period& after,
                   bool bounds, const given& out, int threads) {
        return tables::run(component, kebi::arguments{input_of(levels)}, {bounds, out, threads},
                           kebi::shift_spans{before, after});
      },
      "levels"_a, "before"_a, "after"_a, py::kw_only(), "bounds"_a = false, "out"_a = py::none(),
      "threads"_a = 1);
  m.def(
      component.what().name,
      [&component](const py::object& levels, Eigen::Index industries, int before, int after,
                   bool bounds, const given& out, int threads) {
        return tables::run(component, kebi::arguments{input_of(levels)}, {bounds, out, threads},
                           kebi::shift_spans{industries, before, after});
      },
      "levels"_a, "industries"_a, "before"_a, "after"_a, py::kw_only(), "bounds"_a = false,
      "out"_a = py::none(), "threads"_a = 1);
}

/// Of printed wholes `share_of_growth` does so by itself.
void mask_unreliable(const kebi::figures_out& shares, const kebi::bounds_grid& grown, bool levels) {
  if (levels)
    kebi::mask_unreliable(shares, kebi::operand{grown}, kebi::operand{grown, grown.time.year()});
  else
    kebi::mask_unreliable(shares, kebi::operand{grown});
}

void bind_mask(py::module_& m) {
  m.def(
      "mask_unreliable",
      [](kebi::grid& shares, const kebi::bounds_grid& grown, bool levels) {
        mask_unreliable(shares.out(), grown, levels);
      },
      "shares"_a, "grown"_a, "levels"_a);
  m.def(
      "mask_unreliable",
      [](const std::pair<py::array, py::array>& shares, const kebi::bounds_grid& grown,
         bool levels) {
        auto values = tables::to_write<double>(shares.first);
        auto status = tables::to_write<std::uint8_t>(shares.second);
        mask_unreliable({values, status}, grown, levels);
      },
      "shares"_a, "grown"_a, "levels"_a);
}

}  // namespace

void bind_operations(py::module_& m) {
  py::module_ all = m.def_submodule("operations", "Operations along time.");
  bind_growths(all);
  bind_year_to_date(all);
  bind_parts(all);
  bind_weights(all);
  bind_groups(all);
  for (const auto* each : {&kebi::national_component, &kebi::industry_component,
                           &kebi::regional_component})
    bind_component(all, *each);
  bind_mask(all);
}
