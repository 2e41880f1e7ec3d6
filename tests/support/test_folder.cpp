#include "tests/support/test_folder.h"

#include "server/db/migrator.h"
#include "server/settings/settings.h"
#include "server/sql.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sodium.h>
#include <spdlog/spdlog.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace nextgen::testing {

namespace fs = std::filesystem;

namespace {

/// Keeps the folder of templates to one program (exclusive) or to readers of it (shared).
class TemplateLock {
  public:
    explicit TemplateLock(int kind)
        : m_file(::open(NEXTGEN_TEST_WORK "/stack-template.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
        if (m_file < 0 || ::flock(m_file, kind) != 0) {
            throw std::runtime_error("the lock of the test templates cannot be taken");
        }
    }
    ~TemplateLock() { ::close(m_file); }
    TemplateLock(const TemplateLock&) = delete;
    TemplateLock& operator=(const TemplateLock&) = delete;

  private:
    int m_file;
};

fs::path temporaryFolder() {
    std::string path = (fs::temp_directory_path() / "nextgen-test-XXXXXX").string();
    if (::mkdtemp(path.data()) == nullptr) {
        throw std::runtime_error("no temporary folder can be made");
    }
    return path;
}

void copyTree(const fs::path& from, const fs::path& to) {
    if (embedded::runProgram({{"/usr/bin/cp", "-a", "--reflink=auto", from.string(), to.string()}}) != 0) {
        throw std::runtime_error(fmt::format("{} cannot be copied to {}", from.string(), to.string()));
    }
}

embedded::StackSettings settingsIn(const fs::path& folder) {
    embedded::StackSettings settings;
    settings.dataFolder = folder;
    settings.isForTests = true;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): a test program has one thread yet
    if (const char* const versions = std::getenv(environmentName("database.versions").c_str())) {
        settings.postgresVersions = versions;
    }
    return settings;
}

std::string hashOf(const std::string& text) {
    std::array<unsigned char, 8> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    return fmt::format("{:02x}", fmt::join(hash, ""));
}

/// How the names of a PostgreSQL's templates begin.
std::string templatePrefix() {
    return fmt::format("stack-template-{}-", hashOf(settingsIn({}).postgresVersions.string()));
}

/// Another set of migrations, or another format of the cluster, is another template.
fs::path templatePath() {
    std::string text = "1";
    for (const db::Migration& migration : sql::migrations()) {
        text += migration.sha256;
    }
    return fs::path(NEXTGEN_TEST_WORK) / (templatePrefix() + hashOf(text));
}

void makeTemplate(const fs::path& path) {
    for (const auto& entry : fs::directory_iterator(NEXTGEN_TEST_WORK)) {
        if (entry.is_directory() && entry.path().filename().string().starts_with(templatePrefix())) {
            fs::remove_all(entry.path());
        }
    }
    // Not in the build folder, through which the cluster's user may not be able to pass.
    const fs::path folder = temporaryFolder();
    {
        embedded::Stack stack(settingsIn(folder), embedded::Stack::Use::Serve, "test");
        db::migrate({stack.databaseOwnerUrl()}, sql::migrations());
    }
    const fs::path fresh = path.string() + ".new";
    fs::remove_all(fresh);
    copyTree(folder / "postgres", fresh);
    fs::remove_all(folder);
    fs::rename(fresh, path);
}

}  // namespace

TestFolder::TestFolder() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium cannot be used");
    }
    spdlog::set_level(spdlog::level::warn);
    const fs::path made = templatePath();
    if (!fs::exists(made)) {
        const TemplateLock lock(LOCK_EX);
        if (!fs::exists(made)) {
            makeTemplate(made);
        }
    }
    m_path = temporaryFolder();
    const TemplateLock lock(LOCK_SH);
    copyTree(made, m_path / "postgres");
}

embedded::StackSettings TestFolder::settings() const {
    return settingsIn(m_path);
}

TestFolder::~TestFolder() {
    std::error_code failure;
    fs::remove_all(m_path, failure);
}

}  // namespace nextgen::testing
