# Each example is a program of one file; what it prints stands beside it in a .out
# file. They run at the top of the tree, so the paths in them read as in the README.
file(GLOB examples CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/examples/*.cpp)
foreach(file IN LISTS examples)
  get_filename_component(name ${file} NAME_WE)
  add_executable(example_${name} ${file})
  target_link_libraries(example_${name} PRIVATE kebi::kebi)
  if(KEBI_BUILD_TESTS)
    add_test(NAME example.${name}
             COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:example_${name}>
                     -D EXPECTED=${PROJECT_SOURCE_DIR}/examples/${name}.out
                     -P ${PROJECT_SOURCE_DIR}/cmake/compare_output.cmake
             WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  endif()
endforeach()
