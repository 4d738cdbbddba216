#pragma once

#include <string_view>

#include "kebi/core/config.hpp"
#include "kebi/indicator/catalogue.hpp"

namespace kebi {

/// The indicators that plans and bulletins use, as this library ships them; a
/// copy that the caller may extend.
KEBI_API catalogue standard_catalogue();

/// Reads a catalogue from tab-separated text with the columns name, aliases,
/// english, kind, units, better, parts, growth; lists are parted by semicolons.
/// Empty lines and lines that start with # are passed over. Throws `read_error`
/// with line and column.
KEBI_API catalogue read_catalogue(std::string_view tsv);

}  // namespace kebi
