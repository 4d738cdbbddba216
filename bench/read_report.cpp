// Reading whole reports: the marks are 20 MB/s of UTF-8, and 30 kB in under 2 ms. KEBI_REPORT
// names the text file of a report of one's own, read once and a hundred times over.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "kebi/text/read_report.hpp"
#include "kebi/text/standard_catalogue.hpp"

namespace {

/// What stands between the figures of a report: measures, in words.
constexpr std::string_view measures =
    "各有关部门要进一步加强统筹协调,持续优化营商环境,着力推动重点项目落地,扎实做好稳就业工作,"
    "不断完善公共服务设施,稳步提升城市管理水平,确保各项任务落到实处。";

/// The sentences of the labelled file, with words behind each or without, repeated up to a
/// size. Runs at the top of the tree.
std::string report_of(std::size_t bytes, bool with_words) {
  std::ifstream in{"tests/cpp/text/clauses.txt"};
  if (!in) throw std::runtime_error{"run this benchmark at the top of the tree"};
  std::string once;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("  ") && !line.starts_with("# ")) {
      once += line;
      if (with_words) once += std::string{measures} + "\n\n" + std::string{measures};
      once += "\n\n";
    }
  std::string text;
  while (text.size() < bytes) text += once;
  text.resize(text.rfind('\n', bytes));
  return text;
}

void read(benchmark::State& state, const std::string& text) {
  const kebi::catalogue known = kebi::standard_catalogue();
  kebi::report_context context;
  context.known = &known;
  std::size_t facts = 0;
  for (auto _ : state) {
    const kebi::reading found = kebi::read_report(text, context);
    facts = found.report.facts.size();
    benchmark::DoNotOptimize(found);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
  state.counters["facts_per_kB"] =
      1000.0 * static_cast<double>(facts) / static_cast<double>(text.size());
}

/// A report, in which words stand between the figures.
void report(benchmark::State& state) {
  read(state, report_of(static_cast<std::size_t>(state.range(0)), true));
}

/// Nothing but figures.
void figures(benchmark::State& state) {
  read(state, report_of(static_cast<std::size_t>(state.range(0)), false));
}

/// One piece over and over, with no end of a sentence: the time goes with the length.
void endless(benchmark::State& state, std::string_view piece) {
  std::string text;
  while (text.size() < static_cast<std::size_t>(state.range(0))) text += piece;
  read(state, text);
}

/// The report that KEBI_REPORT names, and the most memory that the program has held.
void given(benchmark::State& state) {
  const char* path = std::getenv("KEBI_REPORT");
  std::ifstream in{path ? path : ""};
  if (!in) return state.SkipWithError("name the text file of a report in KEBI_REPORT");
  const std::string once{std::istreambuf_iterator<char>{in}, {}};
  std::string text;
  for (std::int64_t i = 0; i < state.range(0); ++i) text += once;
  read(state, text);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  state.counters["peak_MB"] = static_cast<double>(used.ru_maxrss) / 1024;
}

}  // namespace

BENCHMARK(given)->Arg(1)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(report)->Arg(30'000)->Arg(300'000)->Arg(3'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(figures)->Arg(30'000)->Arg(300'000)->Arg(3'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(endless, growths, "增长5%")
    ->Arg(30'000)
    ->Arg(300'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(endless, titles, "《1")->Arg(30'000)->Arg(300'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(endless, quotes, "\"三")
    ->Arg(30'000)
    ->Arg(300'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(endless, spans, "截至")->Arg(30'000)->Arg(300'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(endless, cells, "|5")->Arg(30'000)->Arg(300'000)->Unit(benchmark::kMillisecond);
