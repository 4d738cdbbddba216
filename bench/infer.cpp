// Inference and audit of a country of reports: 200 to 200 000 facts. Each region
// publishes wholes with their parts, this year and last, with growth, shares,
// contributions and quarters, all consistent; every figure is sought to its ends.
// A report of one's own, read, inferred and audited: name its text file in KEBI_REPORT. The
// mark for one of 30 kB is 5 ms.
#include "kebi/infer.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "kebi/text/read_report.hpp"
#include "kebi/text/standard_catalogue.hpp"

using namespace kebi;

namespace {

class country {
 public:
  explicit country(std::size_t facts_wanted) {
    for (int region = 0; facts.size() + 100 < facts_wanted; ++region)
      for (int whole = 0; whole < groups; ++whole) add("地区" + std::to_string(region), whole_name(whole));
    std::vector<indicator> all;
    for (int g = 0; g < groups; ++g) {
      all.push_back(flow(whole_name(g)));
      settings.containments.push_back({whole_name(g), {}, true});
      for (int p = 0; p < 4; ++p) {
        all.push_back(flow(part_name(whole_name(g), p)));
        settings.containments.back().parts.push_back(all.back().name);
      }
    }
    names = catalogue{std::move(all)};
  }

  std::vector<fact> facts;
  catalogue names;
  inference_settings settings;

 private:
  static constexpr int groups = 6;
  static std::string whole_name(int g) { return "指标" + std::to_string(g); }
  static std::string part_name(const std::string& whole, int p) { return whole + "部分" + std::to_string(p); }
  static indicator flow(std::string name) {
    indicator result;
    result.name = std::move(name);
    return result;
  }

  double draw() { return static_cast<double>((state_ = state_ * 6364136223846793005U + 1442695040888963407U) >> 40) / 0x1p24; }

  void print(const std::string& region, const std::string& name, const char* span, measure what, double truth,
             int decimals, const char* in, const std::string& of = "", std::optional<measure> subject = {}) {
    fact f;
    f.indicator = name;
    f.region = region;
    f.period = period_of_code(span);
    f.measure = what;
    f.subject = subject;
    f.value = decimal{std::llround(truth * std::pow(10, decimals)), decimals};
    f.unit = unit{in};
    f.whole = of;
    if (what == measure::growth || what == measure::change) f.basis = basis::yoy;
    facts.push_back(std::move(f));
  }

  void add(const std::string& region, const std::string& whole) {
    double base[4], now[4], base_all = 0, now_all = 0;
    for (int p = 0; p < 4; ++p) {
      base_all += base[p] = 50 + 400 * draw();
      now_all += now[p] = base[p] * (0.85 + 0.4 * draw());
    }
    const double quarter = now_all * (0.4 + 0.2 * draw());
    print(region, whole, "2019H1", measure::level, now_all, 1, "亿元");
    print(region, whole, "2018H1", measure::level, base_all, 1, "亿元");
    print(region, whole, "2019H1", measure::growth, 100 * (now_all / base_all - 1), 1, "%");
    print(region, whole, "2019Q1", measure::level, quarter, 1, "亿元");
    print(region, whole, "2019Q2", measure::level, now_all - quarter, 1, "亿元");
    for (int p = 0; p < 4; ++p) {
      const std::string part = part_name(whole, p);
      print(region, part, "2019H1", measure::level, now[p], 1, "亿元");
      print(region, part, "2018H1", measure::level, base[p], 1, "亿元");
      print(region, part, "2019H1", measure::growth, 100 * (now[p] / base[p] - 1), 1, "%");
      print(region, part, "2019H1", measure::share, 100 * now[p] / now_all, 1, "%", whole);
      print(region, part, "2019H1", measure::change, 100 * (now[p] / now_all - base[p] / base_all), 1, "个百分点", whole,
            measure::share);
      print(region, part, "2019H1", measure::pull, 100 * (now[p] - base[p]) / base_all, 2, "个百分点", whole);
      print(region, part, "2019H1", measure::contribution, 100 * (now[p] - base[p]) / (now_all - base_all), 1, "%", whole);
    }
  }

  std::uint64_t state_ = 1;
};

void infer_a_country(benchmark::State& state) {
  const country all{static_cast<std::size_t>(state.range(0))};
  std::size_t figures = 0;
  for (auto _ : state) {
    const inference found = infer(std::span<const fact>{all.facts}, all.names, all.settings);
    if (!found.contradictions().empty()) state.SkipWithError("consistent reports contradict each other");
    figures = found.figures().size();
  }
  state.counters["facts"] = static_cast<double>(all.facts.size());
  state.counters["figures"] = static_cast<double>(figures);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * all.facts.size()));
  state.SetComplexityN(static_cast<std::int64_t>(all.facts.size()));
}

void read_infer_and_audit(benchmark::State& state) {
  const char* path = std::getenv("KEBI_REPORT");
  std::ifstream in{path ? path : ""};
  if (!in) return state.SkipWithError("name the text file of a report in KEBI_REPORT");
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  const catalogue known = standard_catalogue();
  report_context context;
  context.known = &known;
  std::size_t contradictions = 0, checks = 0;
  for (auto _ : state) {
    const inference found = infer(read_report(text, context).report, known);
    contradictions = found.contradictions().size();
    checks = found.checks().size();
  }
  state.counters["contradictions"] = static_cast<double>(contradictions);
  state.counters["checks"] = static_cast<double>(checks);
}

}  // namespace

BENCHMARK(read_infer_and_audit)->Unit(benchmark::kMillisecond);
BENCHMARK(infer_a_country)->RangeMultiplier(10)->Range(200, 200'000)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oN);
