#include "server/secret/keyring.h"

#include "shared/describe/secret.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace nextgen::secret {

namespace {

constexpr unsigned char formVersion = 1;
constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t indexSize = 16;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == Key::size);

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// Appends nonce, ciphertext and tag.
void encryptInto(db::Bytes& into, const Key& key, std::string_view value, std::string_view bound) {
    const std::size_t at = into.size();
    into.resize(at + nonceSize + value.size() + tagSize);
    unsigned char* const nonce = into.data() + at;
    randombytes_buf(nonce, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceSize, nullptr, bytesOf(value), value.size(),
                                               bytesOf(bound), bound.size(), nullptr, nonce, key.data());
}

/// False when it does not open; `value` is then undefined.
bool decryptFrom(std::span<const unsigned char> sealed, const Key& key, std::string& value,
                 std::string_view bound) {
    if (sealed.size() < nonceSize + tagSize) {
        return false;
    }
    const auto body = sealed.subspan(nonceSize);
    value.resize(body.size() - tagSize);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(value.data()), nullptr,
                                                      nullptr, body.data(), body.size(), bytesOf(bound),
                                                      bound.size(), sealed.data(), key.data()) == 0;
}

std::string wrappingOf(TenantId tenant, Purpose purpose, int version) {
    return fmt::format("tenant_keys/{}/{}/{}", tenant.value(), describe::nameOf(purpose), version);
}

}  // namespace

int Ciphertext::keyVersion() const {
    return bytes.size() < 3 || bytes[0] != formVersion ? 0 : bytes[1] << 8U | bytes[2];
}

Keyring::Keyring(TenantId tenant, std::vector<TenantKey> keys) : m_tenant(tenant), m_keys(std::move(keys)) {}

int Keyring::version(Purpose purpose, KeyState state) const {
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const TenantKey& one) {
        return one.purpose == purpose && one.state == state;
    });
    return found == m_keys.end() ? 0 : found->version;
}

std::shared_ptr<const Key> Keyring::key(Purpose purpose, int version) const {
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const TenantKey& one) {
        return one.purpose == purpose && one.version == version;
    });
    return found == m_keys.end() ? nullptr : found->key;
}

const TenantKey& Keyring::current(Purpose purpose) const {
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const TenantKey& one) {
        return one.purpose == purpose && one.state == KeyState::Current;
    });
    if (found == m_keys.end()) {
        throw std::logic_error("a keyring has a current key of each purpose");
    }
    return *found;
}

std::string Keyring::boundTo(const Cell& cell) const {
    return fmt::format("{}/{}/{}/{}", m_tenant.value(), cell.table, cell.field, cell.row);
}

Ciphertext Keyring::encrypt(const Cell& cell, std::string_view value) const {
    const TenantKey& key = current(Purpose::Data);
    Ciphertext out;
    out.bytes = {formVersion, static_cast<unsigned char>(key.version >> 8),
                 static_cast<unsigned char>(key.version & 0xFF)};
    encryptInto(out.bytes, *key.key, value, boundTo(cell));
    return out;
}

std::string Keyring::decrypt(const Cell& cell, const Ciphertext& ciphertext) const {
    const int version = ciphertext.keyVersion();
    std::string value;
    for (const TenantKey& one : m_keys) {
        if (one.purpose == Purpose::Data && one.version == version &&
            decryptFrom(std::span(ciphertext.bytes).subspan(3), *one.key, value, boundTo(cell))) {
            return value;
        }
    }
    throw Unreadable(fmt::format("{}_cipher of {} {} does not open with data key {}", cell.field, cell.table,
                                 cell.row, version));
}

BlindIndex Keyring::blindIndex(std::string_view value) const {
    BlindIndex index{db::Bytes(indexSize)};
    crypto_generichash(index.bytes.data(), indexSize, bytesOf(value), value.size(),
                       current(Purpose::Index).key->data(), Key::size);
    return index;
}

std::vector<BlindIndex> Keyring::lookups(std::string_view value) const {
    std::vector<BlindIndex> indexes;
    for (const TenantKey& one : m_keys) {
        if (one.purpose == Purpose::Index && one.state != KeyState::Retired) {
            db::Bytes& bytes = indexes.emplace_back(BlindIndex{db::Bytes(indexSize)}).bytes;
            crypto_generichash(bytes.data(), indexSize, bytesOf(value), value.size(), one.key->data(),
                               Key::size);
        }
    }
    return indexes;
}

Sealed seal(const Keyring& keyring, const Cell& cell, std::string_view value) {
    if (value.empty()) {
        return {std::nullopt, std::nullopt, ""};
    }
    return {db::toSql(keyring.encrypt(cell, value).bytes), db::toSql(keyring.blindIndex(value).bytes),
            describe::lastFour(value)};
}

std::string open(const Keyring& keyring, const Cell& cell, const std::optional<db::Bytes>& cipher) {
    return cipher ? keyring.decrypt(cell, {*cipher}) : std::string();
}

db::Bytes wrap(const Key& master, TenantId tenant, Purpose purpose, int version, const Key& key) {
    db::Bytes wrapped{formVersion};
    encryptInto(wrapped, master, {reinterpret_cast<const char*>(key.data()), Key::size},
                wrappingOf(tenant, purpose, version));
    return wrapped;
}

Key unwrap(const Key& master, TenantId tenant, Purpose purpose, int version, const db::Bytes& wrapped) {
    std::string bytes;
    if (wrapped.empty() || wrapped[0] != formVersion ||
        !decryptFrom(std::span(wrapped).subspan(1), master, bytes, wrappingOf(tenant, purpose, version)) ||
        bytes.size() != Key::size) {
        throw Unreadable(fmt::format("{} does not open", wrappingOf(tenant, purpose, version)));
    }
    Key key = Key::copyOf({bytesOf(bytes), bytes.size()});
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

}  // namespace nextgen::secret
