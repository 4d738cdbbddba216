// Reading never fails and accounts for every run of digits once, whatever the bytes; run with
// -timeout, so that time beyond the linear shows as well.
#include <cstdint>
#include <string>
#include <string_view>

#include "kebi/text/read_phrase.hpp"
#include "kebi/text/read_report.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "promise.hpp"
#include "text/accounted.hpp"

namespace {

void require_kept(std::string_view text, const kebi::report_context& context) {
  const std::string broken = kebi::test::broken_promise(text, kebi::read_report(text, context));
  kebi::test::require(broken.empty(), broken.c_str());
}

/// A target phrase may be refused, but with an error and never with places outside it.
void require_inside(std::string_view phrase, std::string_view indicator,
                    const kebi::catalogue& known) {
  kebi::phrase_context context;
  context.indicator = indicator;
  context.known = &known;
  if (const auto facts = kebi::test::accepted([&] { return kebi::read_target(phrase, context); }))
    for (const kebi::fact& each : *facts)
      kebi::test::require(each.start <= each.end && each.end <= phrase.size(), "a fact stands inside its phrase");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const kebi::catalogue known = kebi::standard_catalogue();
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  require_kept(text, {});
  kebi::report_context context;
  context.region = "嘉定区";
  context.parent_region = "上海市";
  context.period = kebi::half_of(2019, 1);
  context.known = &known;
  require_kept(text, context);
  for (const std::string_view indicator : {"", "地区生产总值", "城镇登记失业率|新增就业"})
    require_inside(text, indicator, known);
  return 0;
}
