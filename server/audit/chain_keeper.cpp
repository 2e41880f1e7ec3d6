#include "server/audit/chain_keeper.h"

#include "server/audit/anchor_file.h"
#include "server/sql.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <unordered_map>

namespace nextgen::audit {

namespace {

// Bounds a transaction, and what an interrupted one loses of its work.
constexpr int batchMax = 1'000;

/// The last seal of a tenant's chain; one without entries before the first.
Seal lastSeal(db::Session& session, TenantId tenant) {
    const db::Rows rows = session.query(sql::audit::selectLastSeal, tenant);
    return rows.empty() ? Seal{} : sealOf(rows.one());
}

/// The rows of these ids, in their order.
std::vector<Entry> entriesOf(db::Session& session, TenantId tenant, const std::vector<std::int64_t>& ids) {
    std::unordered_map<std::int64_t, std::string> contents;
    for (const db::Row row : session.query(sql::audit::listEntries, tenant, ids)) {
        contents.emplace(row.get<std::int64_t>("id"), row.get<std::string>("content"));
    }
    std::vector<Entry> entries;
    entries.reserve(ids.size());
    for (const std::int64_t id : ids) {
        const auto found = contents.find(id);
        entries.push_back({id, found == contents.end() ? std::nullopt : std::optional(found->second)});
    }
    return entries;
}

}  // namespace

ChainKeeper::ChainKeeper(db::Pool& writers, secret::Vault& vault, std::filesystem::path anchorFile,
                         Clock clock)
    : m_writers(writers), m_vault(vault), m_anchorFile(std::move(anchorFile)), m_clock(std::move(clock)) {}

void ChainKeeper::sealAll() {
    std::vector<TenantId> tenants;
    for (const db::Row row : db::SystemSession(m_writers).query(sql::audit::listTenantsToSeal)) {
        tenants.push_back(row.get<TenantId>("id"));
    }
    for (const TenantId tenant : tenants) {
        try {
            while (sealSome(tenant)) {
            }
        } catch (const std::exception& failure) {
            spdlog::warn("the audit trail of tenant {} cannot be sealed now: {}", tenant.value(),
                         failure.what());
        }
    }
}

bool ChainKeeper::sealSome(TenantId tenant) {
    // Before the transaction: the first time it makes the tenant's key, by one of its own.
    const secret::Keyring keyring = m_vault.forSealing(tenant);
    const int version = keyring.version(secret::Purpose::Audit, secret::KeyState::Current);
    db::Transaction transaction(m_writers, {tenant, {}, {}, {}, {}});
    if (!transaction.query(sql::audit::lockChain, tenant).one().get<bool>("taken")) {
        return false;
    }
    std::vector<std::int64_t> ids;
    for (const db::Row row : transaction.query(sql::audit::listUnsealed, tenant, batchMax)) {
        ids.push_back(row.get<std::int64_t>("id"));
    }
    if (ids.empty()) {
        return false;
    }
    const Seal last = lastSeal(transaction, tenant);
    demandGrown(tenant, last);
    const std::vector<Entry> entries = entriesOf(transaction, tenant, ids);
    for (const Entry& entry : entries) {
        if (!entry.content) {
            spdlog::error("row {} of tenant {}'s audit trail was removed before it was sealed", entry.logId,
                          tenant.value());
        }
    }
    const bool isDrained = ids.size() < batchMax;
    const Seal seal = sealed(*keyring.key(secret::Purpose::Audit, version), version, tenant, last.last,
                             last.mac, entries, m_clock(), isDrained);
    transaction.query(sql::audit::insertSeal, tenant, seal.last, seal.sealedAt, seal.isDrained,
                      seal.keyVersion, seal.logIds, bytesOf(seal.macs), bytesOf(seal.mac));
    transaction.query(sql::audit::deleteUnsealed, tenant, ids);
    transaction.commit();
    m_heads.insert_or_assign(tenant, std::pair(seal.last, seal.mac));
    return !isDrained;
}

/// Another server may have gone on with it, but a chain never becomes shorter.
void ChainKeeper::demandGrown(TenantId tenant, const Seal& last) {
    const auto found = m_heads.find(tenant);
    if (found == m_heads.end()) {
        return;
    }
    const auto& [entries, head] = found->second;
    if (last.last < entries || (last.last == entries && last.mac != head)) {
        spdlog::error(
            "the audit trail of tenant {} had {} entries and has {}: it was cut or written anew; run "
            "nextgen-server audit verify",
            tenant.value(), entries, last.last);
    }
}

int ChainKeeper::anchorAll(Instant since) {
    int made = 0;
    for (const db::Row row : db::SystemSession(m_writers).query(sql::audit::listTenantsToAnchor, since)) {
        const auto tenant = row.get<TenantId>("id");
        try {
            made += anchor(tenant) ? 1 : 0;
        } catch (const std::exception& failure) {
            spdlog::error("the audit trail of tenant {} has no anchor of today: {}", tenant.value(),
                          failure.what());
        }
    }
    return made;
}

bool ChainKeeper::anchor(TenantId tenant) {
    const secret::Keyring keyring = m_vault.forSealing(tenant);
    db::Transaction transaction(m_writers, {tenant, {}, {}, {}, {}});
    if (!transaction.query(sql::audit::lockChain, tenant).one().get<bool>("taken")) {
        return false;
    }
    const Seal last = lastSeal(transaction, tenant);
    demandGrown(tenant, last);
    Anchor anchor{tenant,
                  m_clock(),
                  last.last,
                  last.mac,
                  keyring.version(secret::Purpose::Audit, secret::KeyState::Current),
                  {}};
    anchor.mac = anchorMac(*keyring.key(secret::Purpose::Audit, anchor.keyVersion), anchor);
    transaction.query(sql::audit::insertAnchor, tenant, anchor.madeAt, anchor.entries, bytesOf(anchor.head),
                      anchor.keyVersion, bytesOf(anchor.mac));
    transaction.commit();
    // After the commit: what is in the file is in the database too.
    appendAnchor(m_anchorFile, anchor);
    spdlog::info("audit anchor {}", textOf(anchor));
    return true;
}

}  // namespace nextgen::audit
