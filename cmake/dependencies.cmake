# In a wheel build Eigen and nlohmann/json stand in site-packages, beside pybind11: Eigen
# under cmeel.prefix, as the package cmeel-eigen keeps it, and the headers of the package
# nlohmann-json with no CMake package to them. They come before the system's, so that a
# later apt-get install does not make a built wheel build again.
if(SKBUILD)
  set(kebi_json_places ${CMAKE_PREFIX_PATH})
  list(TRANSFORM kebi_json_places APPEND /nlohmann_json/include)
  find_path(KEBI_JSON_INCLUDE_DIR nlohmann/json.hpp PATHS ${kebi_json_places} NO_DEFAULT_PATH)
  mark_as_advanced(KEBI_JSON_INCLUDE_DIR)

  set(kebi_eigen_places ${CMAKE_PREFIX_PATH})
  list(TRANSFORM kebi_eigen_places APPEND /cmeel.prefix)
  list(APPEND CMAKE_PREFIX_PATH ${kebi_eigen_places})
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
if(KEBI_JSON_INCLUDE_DIR)
  target_include_directories(kebi_json SYSTEM INTERFACE ${KEBI_JSON_INCLUDE_DIR})
else()
  find_package(nlohmann_json 3.10 CONFIG QUIET)
  if(NOT nlohmann_json_FOUND)
    message(FATAL_ERROR "kebi needs nlohmann/json 3.10 or newer: apt-get install nlohmann-json3-dev, "
                        "or pip install nlohmann-json and say where with KEBI_JSON_INCLUDE_DIR")
  endif()
  target_link_libraries(kebi_json INTERFACE nlohmann_json::nlohmann_json)
endif()
