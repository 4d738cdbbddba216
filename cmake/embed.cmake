# kebi_embed(<symbol> <text file or nothing> <variable>) writes a source file that
# defines kebi::detail::<symbol> as the text, and puts its path into <variable>.
function(kebi_embed symbol file variable)
  set(rest "")
  if(file)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} rest)
  endif()

  # MSVC takes no more than 16 kB in one literal. Pieces end at line ends, so that
  # none cuts a character in two.
  set(pieces "\"\"")
  string(LENGTH "${rest}" left)
  while(left GREATER 0)
    string(SUBSTRING "${rest}" 0 8000 piece)
    string(FIND "${piece}" "\n" end REVERSE)
    if(left LESS_EQUAL 8000)
      set(end ${left})
    elseif(end EQUAL -1)
      message(FATAL_ERROR "${file} has a line of more than 8000 bytes")
    else()
      math(EXPR end "${end} + 1")
    endif()
    string(SUBSTRING "${rest}" 0 ${end} piece)
    string(SUBSTRING "${rest}" ${end} -1 rest)
    string(LENGTH "${rest}" left)
    string(APPEND pieces "\n    R\"kebi(${piece})kebi\"")
  endwhile()

  set(source ${PROJECT_BINARY_DIR}/embedded/${symbol}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
namespace kebi::detail {

extern const char* const @symbol@;
const char* const @symbol@ =
    @pieces@;

}  // namespace kebi::detail
]])
  set(${variable} ${source} PARENT_SCOPE)
endfunction()
