include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/kebi)
install(TARGETS kebi_headers kebi_header_only kebi EXPORT kebiTargets FILE_SET HEADERS)
install(EXPORT kebiTargets NAMESPACE kebi:: DESTINATION ${package})

configure_package_config_file(cmake/kebiConfig.cmake.in kebiConfig.cmake
                              INSTALL_DESTINATION ${package})
# While the major version is 0, a new minor version may change anything.
write_basic_package_version_file(kebiConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/kebiConfig.cmake ${PROJECT_BINARY_DIR}/kebiConfigVersion.cmake
        DESTINATION ${package})

file(RELATIVE_PATH kebi_pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(cmake/kebi.pc.in kebi.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/kebi.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
