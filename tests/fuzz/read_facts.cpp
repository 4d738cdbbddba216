// JSON Lines of facts, numbers and periods are read or refused; what is written reads back the same.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/core/fixed.hpp"
#include "kebi/core/read_decimal.hpp"
#include "kebi/io/facts.hpp"
#include "kebi/period/code.hpp"
#include "kebi/text/read_period.hpp"
#include "promise.hpp"

using kebi::test::accepted;
using kebi::test::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  if (const auto facts = accepted([&] { return kebi::read_facts(text); }))
    require(kebi::read_facts(kebi::write_facts(*facts)) == *facts, "facts that are written read back");
  if (const auto number = accepted([&] { return kebi::read_decimal(text); }))
    require(kebi::read_decimal(kebi::to_string(*number)) == *number, "a number that is written reads back");
  if (const auto span = accepted([&] { return kebi::read_period(text, 2019); }))
    require(kebi::period_of_code(code(*span)) == *span, "a period that is written reads back");
  return 0;
}
