#pragma once

#include "server/db/rows.h"
#include "server/db/value.h"
#include "server/secret/master_key.h"
#include "shared/core/id.h"
#include "shared/core/instant.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The chain of MACs that proves a tenant's audit trail. Keyed BLAKE2b: who can write into the database but
/// has no master key cannot make one that fits.
namespace nextgen::audit {

/// The MAC of a seal, from which the next one goes on; zeros before the first.
using Head = std::array<unsigned char, 32>;
/// The MAC of one entry.
using EntryMac = std::array<unsigned char, 16>;

/// A row of the audit trail as it is sealed.
struct Entry {
    std::int64_t logId;
    std::optional<std::string> content;  ///< nullopt: it was gone when its turn came
};

/// Entries that were sealed together; a row of audit_seals.
struct Seal {
    std::int64_t last = 0;  ///< the number of the last entry, counted from 1 over the whole chain
    Instant sealedAt;
    bool isDrained = false;  ///< nothing else waited
    int keyVersion = 0;
    std::vector<std::int64_t> logIds;
    std::vector<EntryMac> macs;
    Head mac{};

    std::int64_t first() const { return last - static_cast<std::int64_t>(logIds.size()) + 1; }
};

/// How long a chain was at a moment.
struct Anchor {
    TenantId tenant;
    Instant madeAt;
    std::int64_t entries = 0;
    Head head{};
    int keyVersion = 0;
    Head mac{};
};

/// `before`: the MAC of the entry before, or of the seal before when it is a seal's first.
EntryMac entryMac(const secret::Key& key, TenantId tenant, std::span<const unsigned char> before,
                  std::int64_t number, const Entry& entry);
Head sealMac(const secret::Key& key, TenantId tenant, const Seal& seal);
Head anchorMac(const secret::Key& key, const Anchor& anchor);

/// Seals at least one entry, after `last` and `head`.
Seal sealed(const secret::Key& key, int keyVersion, TenantId tenant, std::int64_t last, const Head& head,
            std::span<const Entry> entries, Instant now, bool isDrained);

/// Of a row of audit_seals. Throws db::Failure when it is none.
Seal sealOf(const db::Row& row);
db::Bytes bytesOf(std::span<const EntryMac> macs);
db::Bytes bytesOf(const Head& head);
/// Throws db::Failure for another number of bytes.
Head headOf(const db::Bytes& bytes);

}  // namespace nextgen::audit
