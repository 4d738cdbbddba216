# kebi_bytes(<text file> <variable>) puts the bytes of a file into <variable>, as the
# elements of an array: no compiler need take a literal of more than 64 kB.
function(kebi_bytes file variable)
  set(bytes "")
  if(file)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} bytes HEX)
  endif()
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  set(${variable} "${bytes}" PARENT_SCOPE)
endfunction()

# kebi_embed(<symbol> <text file or nothing> <variable>) writes a source file that
# defines kebi::detail::<symbol> as the text, and puts its path into <variable>.
function(kebi_embed symbol file variable)
  kebi_bytes("${file}" bytes)
  set(source ${PROJECT_BINARY_DIR}/embedded/${symbol}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
namespace kebi::detail {

static const unsigned char bytes[] = {@bytes@0};

extern const char* const @symbol@;
const char* const @symbol@ = reinterpret_cast<const char*>(bytes);

}  // namespace kebi::detail
]])
  set(${variable} ${source} PARENT_SCOPE)
endfunction()

# kebi_embed_words(<text files> <variable>) does so for the files of words, which
# kebi::detail::data_files lists by their names.
function(kebi_embed_words files variable)
  set(arrays "")
  set(entries "")
  foreach(file IN LISTS files)
    get_filename_component(stem ${file} NAME_WE)
    get_filename_component(name ${file} NAME)
    kebi_bytes(${file} bytes)
    string(APPEND arrays "const unsigned char ${stem}_bytes[] = {${bytes}0};\n")
    string(APPEND entries "    {\"${name}\", reinterpret_cast<const char*>(${stem}_bytes)},\n")
  endforeach()
  set(source ${PROJECT_BINARY_DIR}/embedded/data_files.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
#include "text/normalise/data_files.hpp"

namespace kebi::detail {
namespace {

@arrays@
const data_file files[] = {
@entries@};

}  // namespace

std::span<const data_file> data_files() { return files; }

}  // namespace kebi::detail
]])
  set(${variable} ${source} PARENT_SCOPE)
endfunction()
