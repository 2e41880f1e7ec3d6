#include "server/storage/object_store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

namespace nextgen::storage {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t drawnBytes = 16;
constexpr std::size_t pieceBytes = 256 * 1024;
constexpr std::string_view partialEnding = ".partial";

[[noreturn]] void failed(const std::string& what, const fs::path& path) {
    throw Unavailable(
        fmt::format("{} {}: {}", what, path.string(), std::generic_category().message(errno)));
}

/// An open file, closed with its owner.
class File {
  public:
    File(const fs::path& path, int flags) : m_path(path), m_file(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        if (m_file < 0) {
            failed("cannot open", path);
        }
    }
    ~File() { ::close(m_file); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    std::size_t read(std::vector<char>& piece) const {
        for (;;) {
            const ssize_t got = ::read(m_file, piece.data(), piece.size());
            if (got >= 0) {
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR) {
                failed("cannot read", m_path);
            }
        }
    }

    void write(const char* bytes, std::size_t count) const {
        while (count > 0) {
            const ssize_t written = ::write(m_file, bytes, count);
            if (written < 0 && errno != EINTR) {
                failed("cannot write", m_path);
            }
            const auto taken = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
            bytes += taken;
            count -= taken;
        }
    }

    void flush() const {
        if (::fsync(m_file) != 0) {
            failed("cannot flush", m_path);
        }
    }

  private:
    const fs::path m_path;
    const int m_file;
};

}  // namespace

ObjectStore::ObjectStore(fs::path folder) : m_folder(std::move(folder)) {
    std::error_code ignored;  // whoever stores something is told
    fs::create_directories(m_folder, ignored);
}

std::string ObjectStore::freshKey(TenantId tenant) {
    std::array<unsigned char, drawnBytes> drawn{};
    randombytes_buf(drawn.data(), drawn.size());
    std::string name(2 * drawnBytes + 1, '\0');
    sodium_bin2hex(name.data(), name.size(), drawn.data(), drawn.size());
    name.pop_back();  // its terminating zero
    // Two letters to a folder: no folder gets too many files for people to list.
    return fmt::format("{}/{}/{}", tenant.toString(), name.substr(0, 2), name.substr(2));
}

fs::path ObjectStore::pathOf(const std::string& key) const {
    return m_folder / key;
}

void ObjectStore::put(const std::string& key, const fs::path& file) {
    const fs::path path = pathOf(key);
    const std::array folders{path.parent_path().parent_path(), path.parent_path()};
    for (const fs::path& folder : folders) {
        if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
            failed("cannot make", folder);
        }
    }
    const fs::path partial = path.string() + std::string(partialEnding);
    try {
        const File from(file, O_RDONLY);
        const File to(partial, O_WRONLY | O_CREAT | O_TRUNC);
        std::vector<char> piece(pieceBytes);
        for (std::size_t got = from.read(piece); got > 0; got = from.read(piece)) {
            to.write(piece.data(), got);
        }
        to.flush();
        if (::rename(partial.c_str(), path.c_str()) != 0) {
            failed("cannot name", path);
        }
        for (const fs::path& folder : {path.parent_path(), folders[0], m_folder}) {
            File(folder, O_RDONLY | O_DIRECTORY).flush();
        }
    } catch (const Unavailable&) {
        std::error_code ignored;
        fs::remove(partial, ignored);
        throw;
    }
}

fs::path ObjectStore::find(const std::string& key, std::int64_t bytes) const {
    const fs::path path = pathOf(key);
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) {
        const int reason = errno;
        // Without its folder the whole store is away: a disk that is not mounted.
        if (reason == ENOENT && fs::exists(m_folder / key.substr(0, key.find('/')))) {
            throw Missing(key + " is not in the file store");
        }
        errno = reason;
        failed("cannot find", path);
    }
    if (status.st_size != bytes) {
        throw Missing(fmt::format("{} has {} bytes in the file store, not {}", key, status.st_size, bytes));
    }
    return path;
}

void ObjectStore::remove(const std::string& key) {
    const fs::path path = pathOf(key);
    for (const fs::path& one : {path, fs::path(path.string() + std::string(partialEnding))}) {
        if (::unlink(one.c_str()) != 0 && errno != ENOENT) {
            failed("cannot remove", one);
        }
    }
    if (!fs::exists(m_folder)) {
        errno = ENOENT;
        failed("cannot remove", path);  // it may be there when the store is back
    }
}

bool ObjectStore::isHealthy() const {
    try {
        const fs::path path = m_folder / fmt::format("ready-{}", ::getpid());
        File(path, O_WRONLY | O_CREAT | O_TRUNC).write("x", 1);
        std::error_code failure;
        fs::remove(path, failure);
        return !failure;
    } catch (const Unavailable&) {
        return false;
    }
}

}  // namespace nextgen::storage
