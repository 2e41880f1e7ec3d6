#include "server/audit/chain.h"

#include "server/db/error.h"

#include <sodium.h>

#include <algorithm>

namespace nextgen::audit {

namespace {

/// Takes texts and numbers so that no two sequences of them give the same bytes.
template <std::size_t Size>
class Mac {
  public:
    Mac(const secret::Key& key, std::string_view label) {
        crypto_generichash_init(&m_state, key.data(), secret::Key::size, Size);
        take(label);
    }
    Mac& take(std::int64_t number) {
        std::array<unsigned char, 8> bytes{};
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> (8 * i));
        }
        crypto_generichash_update(&m_state, bytes.data(), bytes.size());
        return *this;
    }
    Mac& take(std::span<const unsigned char> bytes) {
        take(static_cast<std::int64_t>(bytes.size()));
        crypto_generichash_update(&m_state, bytes.data(), bytes.size());
        return *this;
    }
    Mac& take(std::string_view text) {
        return take(std::span(reinterpret_cast<const unsigned char*>(text.data()), text.size()));
    }
    std::array<unsigned char, Size> result() {
        std::array<unsigned char, Size> mac{};
        crypto_generichash_final(&m_state, mac.data(), mac.size());
        return mac;
    }

  private:
    crypto_generichash_state m_state{};
};

std::span<const unsigned char> lastOf(const Seal& seal) {
    return seal.macs.empty() ? std::span<const unsigned char>()
                             : std::span<const unsigned char>(seal.macs.back());
}

}  // namespace

EntryMac entryMac(const secret::Key& key, TenantId tenant, std::span<const unsigned char> before,
                  std::int64_t number, const Entry& entry) {
    Mac<std::tuple_size_v<EntryMac>> mac(key, "entry");
    mac.take(tenant.value()).take(before).take(number).take(entry.logId);
    mac.take(entry.content ? std::int64_t{1} : std::int64_t{0}).take(entry.content.value_or(""));
    return mac.result();
}

Head sealMac(const secret::Key& key, TenantId tenant, const Seal& seal) {
    Mac<std::tuple_size_v<Head>> mac(key, "seal");
    mac.take(tenant.value()).take(lastOf(seal)).take(seal.last);
    mac.take(static_cast<std::int64_t>(seal.logIds.size())).take(seal.sealedAt.microseconds());
    mac.take(seal.isDrained ? std::int64_t{1} : std::int64_t{0}).take(std::int64_t{seal.keyVersion});
    return mac.result();
}

Head anchorMac(const secret::Key& key, const Anchor& anchor) {
    Mac<std::tuple_size_v<Head>> mac(key, "anchor");
    mac.take(anchor.tenant.value()).take(anchor.madeAt.microseconds()).take(anchor.entries).take(anchor.head);
    return mac.result();
}

Seal sealed(const secret::Key& key, int keyVersion, TenantId tenant, std::int64_t last, const Head& head,
            std::span<const Entry> entries, Instant now, bool isDrained) {
    Seal seal{last, now, isDrained, keyVersion, {}, {}, {}};
    std::span<const unsigned char> before = head;
    seal.macs.reserve(entries.size());
    for (const Entry& entry : entries) {
        seal.logIds.push_back(entry.logId);
        seal.macs.push_back(entryMac(key, tenant, before, ++seal.last, entry));
        before = seal.macs.back();
    }
    seal.mac = sealMac(key, tenant, seal);
    return seal;
}

Seal sealOf(const db::Row& row) {
    Seal seal{row.get<std::int64_t>("id"),
              row.get<Instant>("sealed_at"),
              row.get<bool>("is_drained"),
              row.get<int>("key_version"),
              row.get<std::vector<std::int64_t>>("log_ids"),
              {},
              headOf(row.get<db::Bytes>("mac"))};
    const auto bytes = row.get<db::Bytes>("macs");
    constexpr std::size_t size = std::tuple_size_v<EntryMac>;
    seal.macs.resize(seal.logIds.size());
    for (std::size_t i = 0; i < seal.macs.size() && (i + 1) * size <= bytes.size(); ++i) {
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(i * size), size, seal.macs[i].begin());
    }
    return seal;
}

db::Bytes bytesOf(std::span<const EntryMac> macs) {
    db::Bytes bytes;
    bytes.reserve(macs.size() * std::tuple_size_v<EntryMac>);
    for (const EntryMac& mac : macs) {
        bytes.insert(bytes.end(), mac.begin(), mac.end());
    }
    return bytes;
}

db::Bytes bytesOf(const Head& head) {
    return {head.begin(), head.end()};
}

Head headOf(const db::Bytes& bytes) {
    Head head{};
    if (bytes.size() != head.size()) {
        throw db::Failure("a MAC of the audit trail has 32 bytes", "22000");
    }
    std::copy(bytes.begin(), bytes.end(), head.begin());
    return head;
}

}  // namespace nextgen::audit
