#include "server/secret/vault.h"

#include "server/sql.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nextgen::secret {

namespace {

constexpr std::size_t keysMax = 1'000;

constexpr std::array secretPurposes{Purpose::Data, Purpose::Index};
constexpr std::array sealingPurposes{Purpose::Audit};

/// Whether each of these purposes has a key to write with.
bool isComplete(const db::Rows& rows, std::span<const Purpose> purposes) {
    std::size_t current = 0;
    for (const db::Row row : rows) {
        const bool isCurrent = row.get<KeyState>("state") == KeyState::Current;
        current += isCurrent && std::find(purposes.begin(), purposes.end(), row.get<Purpose>("purpose")) !=
                                    purposes.end()
                       ? 1
                       : 0;
    }
    return current == purposes.size();
}

}  // namespace

Vault::Vault(db::Pool& outside, std::filesystem::path masterKeyFile)
    : m_outside(outside), m_masterKeyFile(std::move(masterKeyFile)) {}

Keyring Vault::forReading(TenantId tenant) {
    return withKeysFor(tenant, secretPurposes);
}

Keyring Vault::forSealing(TenantId tenant) {
    return withKeysFor(tenant, sealingPurposes);
}

Keyring Vault::withKeysFor(TenantId tenant, std::span<const Purpose> needed) {
    // As the program itself: outsiders see no keys, and a request's transaction may be one of theirs.
    db::Transaction transaction(m_outside, {tenant, {}, {}, {}, {}});
    db::Rows rows = transaction.query(sql::secret::selectKeys, tenant);
    if (!isComplete(rows, needed)) {
        makeKeys(transaction, tenant, needed);
        rows = transaction.query(sql::secret::selectKeys, tenant);
    }
    std::vector<TenantKey> keys;
    for (const db::Row row : rows) {
        keys.push_back({row.get<Purpose>("purpose"), row.get<int>("key_version"), row.get<KeyState>("state"),
                        unwrapped(tenant, row)});
    }
    transaction.commit();
    return {tenant, std::move(keys)};
}

Keyring Vault::forWriting(db::Transaction& transaction) {
    const TenantId tenant = transaction.context().tenant;
    transaction.query(sql::secret::holdKeys, tenant);
    return forReading(tenant);
}

std::shared_ptr<const Key> Vault::unwrapped(TenantId tenant, const db::Row& row) {
    const auto purpose = row.get<Purpose>("purpose");
    const auto version = row.get<int>("key_version");
    const auto masterId = row.get<std::string>("master_key");
    const std::tuple place(tenant, purpose, version);
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_keys.find(place); found != m_keys.end()) {
        return found->second;
    }
    // The file may have got a new master key since it was read.
    if (!m_masterKeys || m_masterKeys->find(masterId) == nullptr) {
        m_masterKeys = MasterKeys::read(m_masterKeyFile);
    }
    const MasterKey* master = m_masterKeys->find(masterId);
    if (master == nullptr) {
        throw KeyProblem(
            fmt::format("{} does not hold the master key {}, which wraps a key of tenant {}. Bring that "
                        "file back.",
                        m_masterKeyFile.string(), masterId, tenant.value()));
    }
    if (m_keys.size() >= keysMax) {
        m_keys.clear();
    }
    auto key = std::make_shared<const Key>(
        unwrap(master->key, tenant, purpose, version, row.get<db::Bytes>("wrapped_key")));
    m_keys.emplace(place, key);
    return key;
}

void Vault::makeKeys(db::Transaction& transaction, TenantId tenant, std::span<const Purpose> needed) {
    transaction.query(sql::secret::lockMasterKey);
    // Read under the lock: a rewrap may just have changed it, and an old one must not wrap anything new.
    const MasterKeys masters = MasterKeys::read(m_masterKeyFile);
    for (const Purpose purpose : needed) {
        transaction.query(sql::secret::insertKey, tenant, purpose, 1, KeyState::Current, masters.current().id,
                          wrap(masters.current().key, tenant, purpose, 1, Key::drawn()));
    }
}

bool hasKeys(db::Connection& owner) {
    return !owner.run(sql::secret::selectMasterKeys, {}).empty();
}

MasterKeys checkMasterKey(db::Connection& owner, const std::filesystem::path& file) {
    MasterKeys masters = MasterKeys::read(file);
    for (const db::Row row : owner.run(sql::secret::selectMasterKeys, {})) {
        const auto id = row.get<std::string>("master_key");
        if (masters.find(id) == nullptr) {
            throw KeyProblem(
                fmt::format("{} is not the master key file of this database: its secrets are encrypted under "
                            "the master key {}, "
                            "which is not in it. Bring the right file back, or name it with keys.file.",
                            file.string(), id));
        }
    }
    return masters;
}

void prepareMasterKey(db::Connection& owner, const std::filesystem::path& file) {
    if (!std::filesystem::exists(file) && !hasKeys(owner)) {
        MasterKeys::make(file);
        spdlog::warn("a new master key was made: {}. Keep a copy of it, apart from the backups.",
                     file.string());
    }
    checkMasterKey(owner, file);
}

}  // namespace nextgen::secret
