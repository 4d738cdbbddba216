// Inference neither fails nor loses its way whatever the facts, and their order changes nothing.
#include <cstdint>
#include <fuzzer/FuzzedDataProvider.h>
#include <vector>

#include "infer/any_facts.hpp"
#include "kebi/infer.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "promise.hpp"

using kebi::test::require;

namespace {

/// Draws by the bytes of the input.
class draws {
 public:
  draws(const std::uint8_t* data, std::size_t size) : from_{data, size} {}
  int below(int n) { return between(0, n - 1); }
  int between(int lo, int hi) { return from_.ConsumeIntegralInRange(lo, hi); }
  bool one_in(int n) { return below(n) == 0; }

 private:
  FuzzedDataProvider from_;
};

void require_sense(const kebi::inference& all) {
  for (const kebi::implied& each : all.figures()) {
    require(each.possible.lo() <= each.possible.hi(), "the ends of a figure are in order");
    for (const kebi::side which : {kebi::side::low, kebi::side::high})
      for (const kebi::derivation_step& step : all.explain(each, which))
        require(step.fact || step.law, "a step of a derivation has a fact or a law");
  }
  for (const kebi::contradiction& each : all.contradictions())
    require(!each.facts.empty(), "a contradiction names its facts");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const kebi::catalogue known = kebi::standard_catalogue();
  draws any{data, size};
  std::vector<kebi::fact> facts = kebi::test::any_facts(any, 14);
  const kebi::inference all = kebi::infer(facts, known);
  require_sense(all);
  const std::vector<kebi::fact> backwards{facts.rbegin(), facts.rend()};
  const kebi::inference same = kebi::infer(backwards, known);
  require(same.contradictions().size() == all.contradictions().size(), "the order of facts adds no contradiction");
  for (const kebi::implied& each : all.figures())
    require(same[each.what] == each.possible, "the order of facts moves no bound");
  return 0;
}
