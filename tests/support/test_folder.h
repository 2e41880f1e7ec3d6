#pragma once

#include "server/embedded/stack.h"

#include <filesystem>

namespace nextgen::testing {

/// A data folder for one test program, with a cluster that is migrated already: a copy of one that is made
/// once per set of migrations and kept in the build folder. NEXTGEN_DATABASE_VERSIONS chooses another
/// PostgreSQL. Removed by the destructor; what ran in it must have ended.
class TestFolder {
  public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    embedded::StackSettings settings() const;

  private:
    std::filesystem::path m_path;
};

}  // namespace nextgen::testing
