#pragma once

#include <span>
#include <string_view>

namespace kebi::detail {

/// A file of words as it stands in the source, embedded by CMake: verbs.tsv.
struct data_file {
  const char* name;
  const char* text;
};

/// All of src/text/*/data, in the order of their names. Defined in a generated source.
std::span<const data_file> data_files();

/// The text of the file of a name. Throws `error` where there is none.
std::string_view text_of_data_file(std::string_view name);

}  // namespace kebi::detail
