// Comparable growth of a published series whose scope was revised: the levels break, the growth does not.
#include <iostream>

#include "kebi/core/fixed.hpp"
#include "kebi/formula.hpp"
#include "kebi/series.hpp"

int main() {
  using namespace kebi;

  // Investment in fixed assets (固定资产投资（不含农户）), 亿元, and its growth at comparable scope, %: NBS, 2021 to 2023.
  const timeline years{frequency::year, year_of(2021).last(), 3};
  series levels = series::blank({"固定资产投资", "全国", unit{"亿元"}}, years, 0);
  series growths = series::blank({"固定资产投资", "全国", {}, measure::growth}, years, 1);
  const double level[] = {544547, 572138, 503036}, growth[] = {4.9, 5.1, 3.0};
  for (int t = 0; t < years.length(); ++t) {
    levels.set(years.span(t), level[t]);
    growths.set(years.span(t), growth[t]);
  }

  const series of_levels = year_over_year(levels), base = comparable_base(levels, growths);
  const series at_scope_of_2023 = linked(levels, growths, 2023), average = two_year_average(growths);
  const series_bounds base_bounds = comparable_base.bounds(levels, growths);
  const series_bounds factors = revision_factor.bounds(levels, growths);
  const series_bounds average_bounds = two_year_average.bounds(growths);
  for (int t = 1; t < years.length(); ++t) {
    const period year = years.span(t);
    std::cout << code(year) << ": published " << fixed(growths.at(year).value(), 1)
              << "%, of the levels " << fixed(of_levels.at(year).value(), 1) << "%\n"
              << "  comparable base " << fixed(base.at(year).value(), 0) << ", in "
              << outward(base_bounds.at(year).value(), 0) << (formulas::is_scope_break(factors.at(year).value()) ? ": scope break" : ": as published")
              << "\n  two-year average " << fixed(average.at(year).value(), 1) << "%, in "
              << outward(average_bounds.at(year).value(), 2) << '\n';
  }
  std::cout << "at the scope of 2023:";
  for (int t = 0; t < years.length(); ++t) std::cout << ' ' << fixed(at_scope_of_2023.at(years.span(t)).value(), 0);

  // Labels are checked: levels in the place of growth are an error.
  try {
    comparable_base(growths, levels);
  } catch (const error& refused) {
    std::cout << '\n' << refused.what() << '\n';
  }
}
