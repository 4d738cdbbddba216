// Reading whole reports: the target is 20 MB/s of UTF-8, and 30 kB in under 2 ms.
#include <benchmark/benchmark.h>

#include <fstream>
#include <stdexcept>
#include <string>

#include "kebi/text/read_report.hpp"
#include "kebi/text/standard_catalogue.hpp"

namespace {

/// The sentences of the labelled file, repeated up to a size. Runs at the top of the tree.
std::string report_of(std::size_t bytes) {
  std::ifstream in{"tests/cpp/text/clauses.txt"};
  if (!in) throw std::runtime_error{"run this benchmark at the top of the tree"};
  std::string once;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("  ") && !line.starts_with("# ")) once += line + "\n\n";
  std::string text;
  while (text.size() < bytes) text += once;
  text.resize(text.rfind('\n', bytes));
  return text;
}

void read_report(benchmark::State& state) {
  const std::string text = report_of(static_cast<std::size_t>(state.range(0)));
  const kebi::catalogue known = kebi::standard_catalogue();
  kebi::report_context context;
  context.known = &known;
  for (auto _ : state) benchmark::DoNotOptimize(kebi::read_report(text, context));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

}  // namespace

BENCHMARK(read_report)->Arg(30'000)->Arg(300'000)->Arg(3'000'000)->Unit(benchmark::kMillisecond);
