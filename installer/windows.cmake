# Windows: an installer by NSIS with the start menu's entry and the handler of nextgen:// links. Untested on Windows: of
# this only the NSIS script was compiled, on Debian (installer/README.md says how).
if(WIN32)
    set(CPACK_GENERATOR NSIS)
    set(CPACK_COMPONENTS_ALL backoffice)
endif()
set(CPACK_PACKAGE_INSTALL_DIRECTORY "NextGen back office")
set(CPACK_PACKAGE_EXECUTABLES nextgen-backoffice "NextGen back office")
set(CPACK_NSIS_DISPLAY_NAME "NextGen back office")
set(CPACK_NSIS_PACKAGE_NAME "NextGen back office")
set(CPACK_NSIS_INSTALLED_ICON_NAME [[bin\nextgen-backoffice.exe]])
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MUI_FINISHPAGE_RUN nextgen-backoffice.exe)
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS [[
  WriteRegStr HKLM "Software\Classes\nextgen" "" "URL:NextGen back office"
  WriteRegStr HKLM "Software\Classes\nextgen" "URL Protocol" ""
  WriteRegStr HKLM "Software\Classes\nextgen\shell\open\command" "" '"$INSTDIR\bin\nextgen-backoffice.exe" "%1"'
]])
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS [[
  DeleteRegKey HKLM "Software\Classes\nextgen"
]])

if(WIN32)
    # Qt's libraries and plugins beside the program.
    qt_generate_deploy_app_script(TARGET nextgen-backoffice FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${deploy} COMPONENT backoffice)
endif()
