#pragma once

#include "server/db/value.h"
#include "server/secret/master_key.h"
#include "shared/core/id.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::secret {

/// A value as it is stored: version of the form (1 byte), version of the key (2), nonce (24), ciphertext with
/// its tag; XChaCha20-Poly1305.
struct Ciphertext {
    db::Bytes bytes;

    /// 0 for what is no ciphertext.
    int keyVersion() const;
};

/// Equal for equal values of a tenant, and of no use without its key: 16 bytes of keyed BLAKE2b.
struct BlindIndex {
    db::Bytes bytes;
    bool operator==(const BlindIndex&) const = default;
};

/// Where a value is stored. A ciphertext opens in its own cell only.
struct Cell {
    std::string_view table;
    std::string_view field;  ///< the column's name without _cipher
    std::int64_t row;
};

/// The rows of an import share their ids with the cheques that are made of them, and their cells count as
/// those cheques': posting copies the ciphertexts.
inline constexpr std::string_view chequeCells = "cheques";

/// A ciphertext that does not open: moved from another cell, damaged, or of a key that is not here.
class Unreadable : public std::runtime_error {
  public:
    using runtime_error::runtime_error;
};

/// Audit keys are no cipher's: they seal the audit trail (server/audit).
enum class Purpose { Data, Index, Audit };

/// What a key of a tenant is good for. A data key goes from Current to Readable when a newer one takes over
/// and is Retired when nothing is encrypted by it any more. An index key is Coming first: looked up by, not
/// yet written.
enum class KeyState { Coming, Current, Readable, Retired };

struct TenantKey {
    Purpose purpose;
    int version;
    KeyState state;
    std::shared_ptr<const Key> key;
};

/// A tenant's keys at one moment: encrypts by the current ones, reads by all.
class Keyring {
  public:
    Keyring(TenantId tenant, std::vector<TenantKey> keys);

    Ciphertext encrypt(const Cell& cell, std::string_view value) const;
    /// Throws Unreadable.
    std::string decrypt(const Cell& cell, const Ciphertext& ciphertext) const;
    BlindIndex blindIndex(std::string_view value) const;
    /// By every index key that rows may be written with: more than one while the key is changed.
    std::vector<BlindIndex> lookups(std::string_view value) const;

    TenantId tenant() const { return m_tenant; }
    const std::vector<TenantKey>& keys() const { return m_keys; }
    /// The version of a purpose that is in this state; 0: none is.
    int version(Purpose purpose, KeyState state) const;
    /// nullptr: there is none.
    std::shared_ptr<const Key> key(Purpose purpose, int version) const;

  private:
    const TenantKey& current(Purpose purpose) const;
    std::string boundTo(const Cell& cell) const;

    TenantId m_tenant;
    std::vector<TenantKey> m_keys;
};

/// The three columns of a value: NULL, NULL and '' for an empty one.
struct Sealed {
    db::Param cipher;
    db::Param index;
    db::Param lastFour;
};
Sealed seal(const Keyring& keyring, const Cell& cell, std::string_view value);
/// The value of a cell as the database gave it; empty for NULL. Throws Unreadable.
std::string open(const Keyring& keyring, const Cell& cell, const std::optional<db::Bytes>& cipher);

/// A tenant's key under a master key, as tenant_keys holds it.
db::Bytes wrap(const Key& master, TenantId tenant, Purpose purpose, int version, const Key& key);
/// Throws Unreadable.
Key unwrap(const Key& master, TenantId tenant, Purpose purpose, int version, const db::Bytes& wrapped);

inline constexpr auto purposes =
    std::to_array<describe::Choice>({{0, "data", ""}, {1, "index", ""}, {2, "audit", ""}});
constexpr const auto& choicesOf(std::type_identity<Purpose>) {
    return purposes;
}
inline constexpr auto keyStates = std::to_array<describe::Choice>(
    {{0, "coming", ""}, {1, "current", ""}, {2, "readable", ""}, {3, "retired", ""}});
constexpr const auto& choicesOf(std::type_identity<KeyState>) {
    return keyStates;
}

}  // namespace nextgen::secret
