# cmake -D PROGRAM=… -D EXPECTED=….out -P compare_output.cmake
# With the environment variable KEBI_ACCEPT=1 the expected file is written instead.
execute_process(COMMAND ${PROGRAM} OUTPUT_VARIABLE printed RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ended with ${status} after printing\n${printed}")
endif()

if(DEFINED ENV{KEBI_ACCEPT})
  file(WRITE ${EXPECTED} "${printed}")
  return()
endif()

set(expected "")
if(EXISTS ${EXPECTED})
  file(READ ${EXPECTED} expected)
endif()
if(NOT printed STREQUAL expected)
  file(WRITE ${PROGRAM}.out "${printed}")
  execute_process(COMMAND diff -u ${EXPECTED} ${PROGRAM}.out)
  message(FATAL_ERROR "${PROGRAM} no longer prints ${EXPECTED}.\n"
                      "If the new output is right, run its test once with KEBI_ACCEPT=1.")
endif()
