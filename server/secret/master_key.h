#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::secret {

/// What is wrong with a key or its file, and the remedy, in words for the person at the terminal.
class KeyProblem : public std::runtime_error {
  public:
    using runtime_error::runtime_error;
};

/// 256 secret bits, kept out of swap and core dumps as far as the machine lets us, and wiped at the end.
class Key {
  public:
    static constexpr std::size_t size = 32;

    static Key drawn();
    /// std::invalid_argument for another number of bytes.
    static Key copyOf(std::span<const unsigned char> bytes);
    ~Key();
    Key(Key&& other) noexcept;
    Key& operator=(Key&& other) noexcept;

    const unsigned char* data() const { return m_bytes; }

  private:
    Key();

    unsigned char* m_bytes;
};

/// Wraps the keys of tenants.
struct MasterKey {
    std::string id;  ///< 16 hexadecimal digits, derived from the key
    Key key;
};

/// The file of master keys: one a line, the current one first, older ones below while they are being
/// replaced. It belongs to the server's user and is closed to all others.
class MasterKeys {
  public:
    /// KeyProblem when there is none, others can read it, or it is no such file.
    static MasterKeys read(const std::filesystem::path& file);
    /// A new file with a new key; harmless when the file is there already.
    static void make(const std::filesystem::path& file);

    const MasterKey& current() const { return m_keys.front(); }
    const MasterKey* find(std::string_view id) const;  ///< nullptr: not here
    const std::vector<MasterKey>& all() const { return m_keys; }

    /// Puts a new key first; the others stay readable.
    void add(const std::filesystem::path& file);
    /// Forgets all but the current one.
    void keepCurrent(const std::filesystem::path& file);

  private:
    void write(const std::filesystem::path& file) const;

    std::vector<MasterKey> m_keys;
};

}  // namespace nextgen::secret
