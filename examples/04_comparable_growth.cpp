// Comparable growth of a published series: its levels were recut, its growth was not.
#include <iostream>

#include "kebi/core/fixed.hpp"
#include "kebi/series.hpp"

int main() {
  using namespace kebi;

  // 固定资产投资（不含农户）, 亿元, and its growth at comparable scope, %: 国家统计局, 2021—2023年.
  const timeline years{frequency::year, year_of(2021).last(), 3};
  series levels = series::blank({"固定资产投资", "全国", unit{"亿元"}}, years, 0);
  series growths = series::blank({"固定资产投资", "全国", {}, measure::growth}, years, 1);
  const double level[] = {544547, 572138, 503036}, growth[] = {4.9, 5.1, 3.0};
  for (int t = 0; t < years.length(); ++t) {
    levels.set(years.span(t), level[t]);
    growths.set(years.span(t), growth[t]);
  }

  const series of_levels = year_over_year(levels), base = comparable_base(levels, growths);
  const series footing_of_2023 = linked(levels, growths, 2023), average = two_year_average(growths);
  const bounds_grid base_bounds = comparable_base_bounds(levels, growths);
  const bounds_grid factors = revision_factor_bounds(levels, growths);
  const bounds_grid average_bounds = two_year_average_bounds(growths);
  for (int t = 1; t < years.length(); ++t) {
    const period year = years.span(t);
    std::cout << code(year) << ": published " << fixed(growths.at(year).value(), 1)
              << "%, of the levels " << fixed(of_levels.at(year).value(), 1) << "%\n"
              << "  comparable base " << fixed(base.at(year).value(), 0) << ", in "
              << outward(base_bounds.value(0, t), 0) << (is_recut(factors.value(0, t)) ? ": recut" : ": as published")
              << "\n  two-year average " << fixed(average.at(year).value(), 1) << "%, in "
              << outward(average_bounds.value(0, t), 2) << '\n';
  }
  std::cout << "on the footing of 2023:";
  for (int t = 0; t < years.length(); ++t) std::cout << ' ' << fixed(footing_of_2023.at(years.span(t)).value(), 0);

  // A panel and a series know what they are of, so what does not go together is refused.
  try {
    comparable_base(growths, levels);
  } catch (const error& refused) {
    std::cout << '\n' << refused.what() << '\n';
  }
}
