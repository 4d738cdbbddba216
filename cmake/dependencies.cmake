# In a wheel build Eigen may come from the package cmeel-eigen, which keeps its
# tree under cmeel.prefix, and nlohmann/json from nlohmann-json, which has headers
# and no CMake package. Both stand beside pybind11 in site-packages.
set(kebi_json_hints "")
if(SKBUILD)
  foreach(prefix IN LISTS CMAKE_PREFIX_PATH)
    list(APPEND CMAKE_PREFIX_PATH ${prefix}/cmeel.prefix)
    list(APPEND kebi_json_hints ${prefix}/nlohmann_json/include)
  endforeach()
endif()

# No version here: the version file of Eigen 5 refuses a request for 3.4.
find_package(Eigen3 CONFIG QUIET)
if(NOT Eigen3_FOUND)
  message(FATAL_ERROR "kebi needs Eigen 3.4 or newer: "
                      "apt-get install libeigen3-dev, or pip install cmeel-eigen")
elseif(Eigen3_VERSION VERSION_LESS 3.4)
  message(FATAL_ERROR "kebi needs Eigen 3.4 or newer and found ${Eigen3_VERSION} in ${Eigen3_DIR}")
endif()

# Behind a target of our own, so that both ways of finding it look the same to kebi.
add_library(kebi_json INTERFACE)
find_package(nlohmann_json CONFIG QUIET)
if(nlohmann_json_FOUND)
  target_link_libraries(kebi_json INTERFACE nlohmann_json::nlohmann_json)
else()
  find_path(KEBI_JSON_INCLUDE_DIR nlohmann/json.hpp HINTS ${kebi_json_hints})
  mark_as_advanced(KEBI_JSON_INCLUDE_DIR)
  if(NOT KEBI_JSON_INCLUDE_DIR)
    message(FATAL_ERROR "kebi needs nlohmann/json 3.10 or newer: "
                        "apt-get install nlohmann-json3-dev, or pip install nlohmann-json")
  endif()
  target_include_directories(kebi_json SYSTEM INTERFACE ${KEBI_JSON_INCLUDE_DIR})
endif()
