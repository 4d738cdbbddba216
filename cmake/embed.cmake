# kebi_embed(<symbol> <text file or nothing> <variable>) writes a source file that
# defines kebi::detail::<symbol> as the text, and puts its path into <variable>.
function(kebi_embed symbol file variable)
  set(bytes "")
  if(file)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} bytes HEX)
  endif()
  # Bytes and not a literal: no compiler need take one of more than 64 kB.
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")

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
