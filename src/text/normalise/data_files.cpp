#include "text/normalise/data_files.hpp"

#include <string>

#include "kebi/core/error.hpp"

namespace kebi::detail {

std::string_view text_of_data_file(std::string_view name) {
  for (const data_file& each : data_files())
    if (name == each.name) return each.text;
  throw error{"no data file " + std::string{name} + " is built into kebi"};
}

}  // namespace kebi::detail
