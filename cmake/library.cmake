# How kebi is compiled where it is shared, and where it goes into a wheel.
set(of_gcc $<CXX_COMPILER_ID:GNU>)
set(of_both $<CXX_COMPILER_ID:GNU,Clang,AppleClang>)

# What a shared library shows is marked KEBI_API. Its own calls stay inside it, and what it does
# not reach is left out.
if(BUILD_SHARED_LIBS)
  target_compile_definitions(kebi PUBLIC KEBI_SHARED)
  target_compile_options(kebi PRIVATE $<${of_gcc}:-fno-semantic-interposition>
                                      $<${of_both}:-ffunction-sections;-fdata-sections>)
  if(CMAKE_SYSTEM_NAME STREQUAL Linux)
    target_link_options(kebi PRIVATE -Wl,-Bsymbolic-functions -Wl,--gc-sections)
  endif()
endif()

# The sources of a folder of src/text are compiled as one unit, and so are those of io, and of the
# other layers together: most of the time goes to headers that they have in common. Developers
# build them one by one, so that a change compiles one file.
if(wheel)
  foreach(file IN LISTS sources)
    set(group values)
    if(file MATCHES "^src/(io|text/[^/]+)/")
      string(MAKE_C_IDENTIFIER ${CMAKE_MATCH_1} group)
    endif()
    set_source_files_properties(${file} PROPERTIES UNITY_GROUP ${group})
  endforeach()
  # A compiler cache knows a unit of another checkout again where it names its files by relative paths.
  set_target_properties(kebi PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP
                                        UNITY_BUILD_RELOCATABLE ON)
endif()
