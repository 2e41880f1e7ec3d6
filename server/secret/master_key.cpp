#include "server/secret/master_key.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <new>
#include <system_error>
#include <utility>

namespace nextgen::secret {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view firstLines =
    "# Master keys of NextGen, the current one first. Who has them and the database reads every secret in "
    "it;\n"
    "# without them nobody does. Keep a copy of this file, apart from the backups.\n";
constexpr int base64Variant = sodium_base64_VARIANT_ORIGINAL;
constexpr std::size_t lineLength = sodium_base64_ENCODED_LEN(Key::size, base64Variant) - 1;
constexpr std::size_t fileBytesMax = 4096;

std::string reason() {
    return std::generic_category().message(errno);
}

/// A text that is wiped when it goes.
struct Wiped {
    std::string text;
    ~Wiped() { sodium_memzero(text.data(), text.size()); }
};

/// A file that is closed at the end.
class File {
  public:
    explicit File(int descriptor) : m_descriptor(descriptor) {}
    ~File() {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int get() const { return m_descriptor; }

  private:
    int m_descriptor;
};

std::string idOf(const Key& key) {
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), key.data(), Key::size, nullptr, 0);
    std::array<char, 17> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), 8);
    return text.data();
}

Key keyOf(const fs::path& file, std::string_view line) {
    std::array<unsigned char, Key::size> bytes{};
    std::size_t size = 0;
    const bool isKey = line.size() == lineLength &&
                       sodium_base642bin(bytes.data(), bytes.size(), line.data(), line.size(), nullptr, &size,
                                         nullptr, base64Variant) == 0 &&
                       size == Key::size;
    if (!isKey) {
        throw KeyProblem(fmt::format("{} holds a line that is no master key. Bring the file back as it was.",
                                     file.string()));
    }
    Key key = Key::copyOf(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

void demandClosed(const fs::path& file, const struct stat& status) {
    if (!S_ISREG(status.st_mode)) {
        throw KeyProblem(fmt::format("{} must be a file of its own, not a link or a folder.", file.string()));
    }
    if ((status.st_mode & 077U) != 0) {
        throw KeyProblem(fmt::format(
            "{} can be read by others (mode {:04o}). Close it: chmod 600 {}. Then make new master "
            "keys with `nextgen-server keys rewrap`, for it may have been copied.",
            file.string(), status.st_mode & 07777U, file.string()));
    }
    if (status.st_uid != ::geteuid() && status.st_uid != 0) {
        throw KeyProblem(fmt::format(
            "{} belongs to another user. It must belong to the one who runs the server.", file.string()));
    }
}

/// Writes `text` under another name beside `file`, to the disk.
fs::path writeBeside(const fs::path& file, const Wiped& text) {
    const fs::path fresh = file.string() + fmt::format(".{}.new", ::getpid());
    ::unlink(fresh.c_str());
    const File to(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    const bool isWritten =
        to.get() >= 0 &&
        ::write(to.get(), text.text.data(), text.text.size()) == static_cast<ssize_t>(text.text.size()) &&
        ::fsync(to.get()) == 0;
    if (!isWritten) {
        const std::string why = reason();
        ::unlink(fresh.c_str());
        throw KeyProblem(fmt::format("The master key cannot be written to {}: {}.", fresh.string(), why));
    }
    return fresh;
}

void syncFolderOf(const fs::path& file) {
    const File folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0) {
        ::fsync(folder.get());
    }
}

Wiped textOf(const std::vector<MasterKey>& keys) {
    Wiped whole{std::string(firstLines)};
    whole.text.reserve(fileBytesMax);  // no copy is left behind by growing
    for (const MasterKey& one : keys) {
        std::array<char, lineLength + 1> line{};
        sodium_bin2base64(line.data(), line.size(), one.key.data(), Key::size, base64Variant);
        whole.text.append(line.data(), lineLength).append("\n");
        sodium_memzero(line.data(), line.size());
    }
    return whole;
}

}  // namespace

Key::Key() : m_bytes(static_cast<unsigned char*>(sodium_malloc(size))) {
    if (m_bytes == nullptr) {
        throw std::bad_alloc();
    }
}

Key Key::drawn() {
    Key key;
    randombytes_buf(key.m_bytes, size);
    sodium_mprotect_readonly(key.m_bytes);
    return key;
}

Key Key::copyOf(std::span<const unsigned char> bytes) {
    if (bytes.size() != size) {
        throw std::invalid_argument("a key has 32 bytes");
    }
    Key key;
    std::memcpy(key.m_bytes, bytes.data(), size);
    sodium_mprotect_readonly(key.m_bytes);
    return key;
}

Key::~Key() {
    sodium_free(m_bytes);
}

Key::Key(Key&& other) noexcept : m_bytes(std::exchange(other.m_bytes, nullptr)) {}

Key& Key::operator=(Key&& other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

MasterKeys MasterKeys::read(const fs::path& file) {
    const File from(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (from.get() < 0) {
        throw KeyProblem(
            fmt::format("The master key file {} cannot be opened: {}. Without it the secrets of the "
                        "database stay unreadable; bring it back from where you keep its copy.",
                        file.string(), errno == ELOOP ? "it is a link" : reason()));
    }
    struct stat status{};
    if (::fstat(from.get(), &status) != 0) {
        throw KeyProblem(fmt::format("{}: {}", file.string(), reason()));
    }
    demandClosed(file, status);
    Wiped whole{std::string(fileBytesMax, '\0')};
    const ssize_t size = ::read(from.get(), whole.text.data(), whole.text.size());
    MasterKeys keys;
    std::string_view rest(whole.text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (!line.empty() && line.front() != '#') {
            Key key = keyOf(file, line);
            std::string id = idOf(key);
            keys.m_keys.push_back({std::move(id), std::move(key)});
        }
    }
    if (keys.m_keys.empty()) {
        throw KeyProblem(
            fmt::format("{} holds no master key. Bring the file back as it was.", file.string()));
    }
    return keys;
}

void MasterKeys::make(const fs::path& file) {
    if (fs::exists(file)) {
        return;
    }
    std::vector<MasterKey> one;
    Key key = Key::drawn();
    std::string id = idOf(key);
    one.push_back({std::move(id), std::move(key)});
    const fs::path fresh = writeBeside(file, textOf(one));
    // Not a rename: of two servers that begin at once, one key must win and the other never be used.
    const bool isMade = ::link(fresh.c_str(), file.c_str()) == 0 || errno == EEXIST;
    const std::string why = reason();
    ::unlink(fresh.c_str());
    if (!isMade) {
        throw KeyProblem(fmt::format("The master key file {} cannot be made: {}.", file.string(), why));
    }
    syncFolderOf(file);
}

const MasterKey* MasterKeys::find(std::string_view id) const {
    const auto found =
        std::find_if(m_keys.begin(), m_keys.end(), [&](const MasterKey& one) { return one.id == id; });
    return found == m_keys.end() ? nullptr : &*found;
}

void MasterKeys::add(const fs::path& file) {
    Key key = Key::drawn();
    std::string id = idOf(key);
    m_keys.insert(m_keys.begin(), MasterKey{std::move(id), std::move(key)});
    write(file);
}

void MasterKeys::keepCurrent(const fs::path& file) {
    m_keys.erase(m_keys.begin() + 1, m_keys.end());
    write(file);
}

void MasterKeys::write(const fs::path& file) const {
    const fs::path fresh = writeBeside(file, textOf(m_keys));
    if (::rename(fresh.c_str(), file.c_str()) != 0) {
        const std::string why = reason();
        ::unlink(fresh.c_str());
        throw KeyProblem(fmt::format("The master key file {} cannot be replaced: {}.", file.string(), why));
    }
    syncFolderOf(file);
}

}  // namespace nextgen::secret
