// Growth over 3 000 regions x 20 indicators x 120 months with 2% gaps, into given blocks,
// beside a copy of the levels. Look at ratios: memory is the limit, and it differs between
// machines. docs/benchmarks.md says more.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

#include "kebi/series/growth/growth.hpp"
#include "kebi/series/long_table/long_table.hpp"
#include "kebi/series/year_to_date/single_months.hpp"

namespace {

constexpr int regions = 3000, indicators = 20, months = 120;

/// Figures with one decimal that rise over each year, a gap in one of fifty.
kebi::grid made(kebi::frequency of) {
  const kebi::timeline time{of, kebi::month_of(2015, 1).first(), months};
  kebi::grid figures = kebi::grid::blank(time, regions * indicators);
  figures.decimals.assign(regions * indicators, 1);
  std::uint64_t state = 1;
  for (Eigen::Index r = 0; r < figures.rows(); ++r)
    for (int t = 0; t < months; ++t) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      if ((state >> 33) % 50 == 0) continue;
      const auto digits = static_cast<double>(1000 * (t % 12 + 1) + static_cast<int>((state >> 40) % 900));
      figures.set(r, t, digits / 10);
    }
  return figures;
}

struct fixture {
  kebi::grid levels = made(kebi::frequency::year_to_date);
  kebi::grid out = kebi::grid::like(levels, levels.time);
  kebi::bounds_grid bounds = kebi::bounds_grid::blank(levels.time, levels.rows());
  std::vector<double> halves = levels.halves();
};

fixture& data() {
  static fixture all;
  return all;
}

/// The time of some work beside that of a reference, one after the other in each
/// iteration, so that a busy machine slows both. The ratio is that of the fastest of each.
template <class Reference, class Work>
void beside(benchmark::State& state, const Reference& reference, const Work& work) {
  using clock = std::chrono::steady_clock;
  double fastest_reference = 1e9, fastest = 1e9;
  for (auto _ : state) {
    const auto start = clock::now();
    reference();
    benchmark::ClobberMemory();
    const auto between = clock::now();
    work();
    benchmark::ClobberMemory();
    const std::chrono::duration<double> first = between - start, second = clock::now() - between;
    state.SetIterationTime(second.count());
    fastest_reference = std::min(fastest_reference, first.count());
    fastest = std::min(fastest, second.count());
  }
  state.counters["fastest_ms"] = fastest * 1e3;
  state.counters["reference_ms"] = fastest_reference * 1e3;
  state.counters["ratio"] = fastest / fastest_reference;
}

void copy() {
  fixture& f = data();
  std::copy(f.levels.values.data(), f.levels.values.data() + f.levels.values.size(), f.out.values.data());
}
void grow(int threads) { kebi::growth_over(data().levels.view(), 12, data().out.out(), threads); }

void year_over_year_to_copy(benchmark::State& state) {
  beside(state, copy, [&] { grow(static_cast<int>(state.range(0))); });
}
void year_to_date_to_single_to_copy(benchmark::State& state) {
  fixture& f = data();
  beside(state, copy, [&] {
    kebi::single_months_over(f.levels.view(), f.levels.time.first(), true, f.out.out(),
                             static_cast<int>(state.range(0)));
  });
}
void bounds_to_year_over_year(benchmark::State& state) {
  fixture& f = data();
  const int threads = static_cast<int>(state.range(0));
  beside(state, [&] { grow(threads); },
         [&] { kebi::growth_over(f.levels.view(), f.halves, 12, f.bounds.out(), threads); });
}
void two_threads_to_one(benchmark::State& state) {
  beside(state, [] { grow(1); }, [] { grow(2); });
}

/// A report: 40 series of 60 months, results allocated.
void report_year_over_year(benchmark::State& state) {
  const kebi::grid levels = [] {
    kebi::grid all = kebi::grid::blank({kebi::frequency::month, kebi::month_of(2015, 1).first(), 60}, 40);
    all.values = data().levels.values.topLeftCorner(40, 60);
    all.status = data().levels.status.topLeftCorner(40, 60);
    return all;
  }();
  for (auto _ : state) benchmark::DoNotOptimize(kebi::year_over_year(levels));
}

/// Rows in any order into a panel.
void fill_panel(benchmark::State& state) {
  const fixture& f = data();
  std::vector<std::int32_t> region, indicator, end;
  std::vector<double> value;
  for (Eigen::Index r = 0; r < f.levels.rows(); ++r)
    for (int t = 0; t < months; ++t) {
      if (f.levels.at(r, t) != kebi::observation_status::figure) continue;
      region.push_back(static_cast<std::int32_t>(r / indicators));
      indicator.push_back(static_cast<std::int32_t>(r % indicators));
      end.push_back(f.levels.time.end(t).ordinal);
      value.push_back(f.levels.values(r, t));
    }
  std::vector<std::string> names;
  std::vector<kebi::panel_indicator> whats;
  for (int k = 0; k < regions; ++k) names.push_back(std::to_string(k));
  for (int k = 0; k < indicators; ++k) whats.push_back({std::to_string(k), {}, 1});
  for (auto _ : state) {
    kebi::panel into{names, whats, f.levels.time};
    kebi::fill({region, indicator, end, value}, into);
    benchmark::DoNotOptimize(into);
  }
}

}  // namespace

BENCHMARK(year_over_year_to_copy)->Arg(1)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(bounds_to_year_over_year)->Arg(1)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(year_to_date_to_single_to_copy)->Arg(1)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(two_threads_to_one)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(report_year_over_year)->Unit(benchmark::kMicrosecond);
BENCHMARK(fill_panel)->Unit(benchmark::kMillisecond);
