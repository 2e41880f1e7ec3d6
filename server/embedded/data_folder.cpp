#include "server/embedded/data_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <utility>

namespace nextgen::embedded {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t socketFolderMax = 86;  // of 107 bytes, ".s.PGSQL.5432.lock" and a slash stay free

bool isRoot() {
    return ::geteuid() == 0;
}

fs::path lockFile(const DataFolder& folder) {
    return folder.root() / "lock";
}

void makeOwnFolder(const fs::path& folder, mode_t mode) {
    std::error_code failure;
    fs::create_directories(folder.parent_path(), failure);
    if (::mkdir(folder.c_str(), mode) != 0 && errno != EEXIST) {
        throw StackProblem(fmt::format("The folder {} cannot be made ({}). Choose another one with --data.",
                                       folder.string(), std::generic_category().message(errno)));
    }
}

/// Who runs the servers: ourselves; for root, who owns the cluster already, or the postgres user of the
/// package.
OsUser chooseRunner(const fs::path& cluster) {
    if (!isRoot()) {
        return OsUser::current();
    }
    struct stat status{};
    if (::lstat(cluster.c_str(), &status) == 0 && status.st_uid != 0) {
        return OsUser::byId(status.st_uid);
    }
    try {
        return OsUser::named("postgres");
    } catch (const std::exception&) {
        throw StackProblem(
            "PostgreSQL never runs as root, and this machine has no user postgres. Install the package "
            "postgresql, or run the program as an ordinary user.");
    }
}

bool canEnter(const OsUser& user, const fs::path& folder) {
    return runProgram({{"/usr/bin/test", "-x", folder.string()}, user}) == 0;
}

}  // namespace

DataFolder::DataFolder(const fs::path& folder) {
    makeOwnFolder(fs::absolute(folder), 0700);
    m_root = fs::canonical(folder);
    m_runner = chooseRunner(postgres());
    if (::access(m_root.c_str(), W_OK | X_OK) != 0) {
        throw StackProblem(fmt::format(
            "The folder {} belongs to somebody else: user {} cannot write there. Choose another one "
            "with --data, or run the program as its owner.",
            m_root.string(), OsUser::current().name));
    }
    makeOwnFolder(config(), 0755);
    ::chmod(config().c_str(), 0755);  // whatever the umask: the runner reads it
    makeOwnFolder(log(), 0700);
    makeOwnFolder(uploads(), 0700);
    if (isRoot()) {
        openTheWay(m_root);
    }
    chooseSockets();
    makeRunnersFolder(m_sockets);
}

void DataFolder::openTheWay(const fs::path& folder) const {
    if (canEnter(m_runner, folder)) {
        return;
    }
    // Root's own folders are closed to others. The runner gets the right to pass through them, not to look
    // around.
    fs::path way;
    for (const fs::path& part : folder) {
        way /= part;
        if (canEnter(m_runner, way)) {
            continue;
        }
        const std::string right = fmt::format("u:{}:x", m_runner.name);
        runProgram({{"/usr/bin/setfacl", "-m", right, way.string()}});
        if (!canEnter(m_runner, way)) {
            throw StackProblem(fmt::format(
                "PostgreSQL runs as the user {}, who cannot pass through {} to {}. Choose a folder "
                "outside of it, for data for example --data /var/lib/nextgen.",
                m_runner.name, way.string(), folder.string()));
        }
    }
}

void DataFolder::chooseSockets() {
    m_sockets = m_root / "run";
    if (m_sockets.native().size() <= socketFolderMax) {
        return;
    }
    std::array<unsigned char, 8> hash{};
    const std::string& text = m_root.native();
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    const char* const runtime = std::getenv("XDG_RUNTIME_DIR");  // NOLINT(concurrency-mt-unsafe)
    const fs::path base = isRoot() ? "/run" : runtime != nullptr && *runtime != '\0' ? runtime : "/tmp";
    m_sockets = base / fmt::format("nextgen-{:02x}", fmt::join(hash, ""));
}

void DataFolder::makeRunnersFolder(const fs::path& folder) const {
    if (::mkdir(folder.c_str(), 0700) == 0) {
        if (isRoot() && ::chown(folder.c_str(), m_runner.uid, m_runner.gid) != 0) {
            throw std::system_error(errno, std::generic_category(), folder);
        }
        return;
    }
    struct stat status{};
    if (errno != EEXIST || ::lstat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) ||
        status.st_uid != m_runner.uid || (status.st_mode & 077U) != 0) {
        throw StackProblem(
            fmt::format("{} must be a folder of the user {} that is closed to all others. Remove it, "
                        "or choose another data folder with --data.",
                        folder.string(), m_runner.name));
    }
}

void DataFolder::writeConfig(const std::string& name, const std::string& text) const {
    const fs::path path = config() / name;
    const fs::path fresh = path.string() + ".new";
    std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file || ::chmod(fresh.c_str(), 0644) != 0 || ::rename(fresh.c_str(), path.c_str()) != 0) {
        throw std::system_error(errno, std::generic_category(), path);
    }
}

std::optional<FolderLock> FolderLock::tryTake(const DataFolder& folder, const std::string& purpose) {
    const fs::path path = lockFile(folder);
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) {
        throw std::system_error(errno, std::generic_category(), path);
    }
    FolderLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        return std::nullopt;
    }
    const std::string text = fmt::format("process {} ({})\n", ::getpid(), purpose);
    if (::ftruncate(file, 0) != 0 ||
        ::pwrite(file, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
        throw std::system_error(errno, std::generic_category(), path);
    }
    return lock;
}

std::string FolderLock::holder(const DataFolder& folder) {
    std::ifstream file(lockFile(folder));
    std::string line;
    std::getline(file, line);
    return line;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
    std::swap(m_file, other.m_file);
    return *this;
}

FolderLock::~FolderLock() {
    if (m_file >= 0) {
        ::close(m_file);
    }
}

}  // namespace nextgen::embedded
