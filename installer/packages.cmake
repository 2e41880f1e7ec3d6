# What is installed where, and the packages that `cpack` makes of it: nextgen-server and nextgen-backoffice.
include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

install(TARGETS nextgen-server RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT server)
install(TARGETS nextgen-backoffice RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT backoffice)

if(UNIX)
    install(FILES installer/server/nextgen.toml DESTINATION /etc/nextgen
        PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ COMPONENT server)
    install(FILES installer/server/nextgen-server.service DESTINATION lib/systemd/system COMPONENT server)
    foreach(component server backoffice)
        install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/nextgen-${component} RENAME copyright
            COMPONENT ${component})
    endforeach()
    install(FILES resources/desktop/nextgen-backoffice.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications
        COMPONENT backoffice)
    install(FILES resources/desktop/nextgen-backoffice.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT backoffice)
endif()

set(CPACK_PACKAGE_VENDOR "NextGen Marketplace")
set(CPACK_PACKAGE_CONTACT "NextGen Marketplace <support@nextgen.local>")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_COMPONENTS_ALL server backoffice)
set(CPACK_COMPONENT_SERVER_DESCRIPTION
    "The HTTP server: it keeps vendors, dealers' credit and post-dated cheques, invoices and orders in PostgreSQL,\n and serves the back office and the storefront.")
set(CPACK_COMPONENT_BACKOFFICE_DESCRIPTION
    "The desktop client, for the staff who manage vendors, dealers' credit and cheques, invoices and executors;\n in Persian and English.")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_THREADS 2)

include(installer/windows.cmake)
if(NOT WIN32)
    set(CPACK_GENERATOR DEB)
    # Absolute places, as /etc is one, need DESTDIR.
    set(CPACK_SET_DESTDIR ON)
    set(CPACK_INSTALL_PREFIX /usr)
    set(CPACK_DEB_COMPONENT_INSTALL ON)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

    set(CPACK_DEBIAN_SERVER_PACKAGE_NAME nextgen-server)
    set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION database)
    set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "adduser")
    # For the private ones; an installation with a PostgreSQL and a Redis of its own needs neither here.
    set(CPACK_DEBIAN_SERVER_PACKAGE_RECOMMENDS "postgresql-15 | postgresql (>= 15), redis-server")
    set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
        ${PROJECT_SOURCE_DIR}/installer/server/conffiles
        ${PROJECT_SOURCE_DIR}/installer/server/postinst
        ${PROJECT_SOURCE_DIR}/installer/server/prerm
        ${PROJECT_SOURCE_DIR}/installer/server/postrm)

    set(CPACK_DEBIAN_BACKOFFICE_PACKAGE_NAME nextgen-backoffice)
    set(CPACK_DEBIAN_BACKOFFICE_PACKAGE_SECTION misc)
    # Plugins are loaded by name, so that nothing links them. Windows without a display server are for --tour.
    set(CPACK_DEBIAN_BACKOFFICE_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, qt6-qpa-plugins, libxcb-cursor0")
    set(CPACK_DEBIAN_BACKOFFICE_PACKAGE_RECOMMENDS "qt6-wayland, gnome-keyring | kwalletmanager")
endif()
include(CPack)
