// Tables and plans are read or refused with a `kebi::error`; what is written reads back the same.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/io/csv.hpp"
#include "kebi/io/encoding.hpp"
#include "kebi/io/plan.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "promise.hpp"

using kebi::test::accepted;
using kebi::test::require;

namespace {

std::vector<std::vector<std::string>> texts_of(const kebi::table& rows) {
  std::vector<std::vector<std::string>> all;
  for (const auto& row : rows) {
    all.emplace_back();
    for (const kebi::table_cell& cell : row) all.back().push_back(cell.text);
  }
  return all;
}

void require_round_trip(const kebi::table& rows) {
  const auto cells = texts_of(rows);
  require(texts_of(kebi::read_csv(kebi::write_csv(cells))) == cells, "cells that are written read back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const kebi::catalogue known = kebi::standard_catalogue();
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const auto text = accepted([&] { return kebi::to_utf8(bytes); });
  if (!text) return 0;
  require(kebi::valid_utf8(*text) == text->size(), "decoded text is UTF-8");
  if (const auto rows = accepted([&] { return kebi::read_csv(*text, kebi::separator_of(*text)); }))
    require_round_trip(*rows);
  kebi::plan_defaults defaults;
  defaults.region = "某区";
  defaults.period = kebi::half_of(2019, 1);
  if (const auto plan = accepted([&] { return kebi::read_plan(*text, known, defaults); }))
    for (const kebi::fact& each : plan->facts) require(!each.indicator.empty(), "a fact of a plan has a name");
  return 0;
}
