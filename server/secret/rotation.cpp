#include "server/secret/rotation.h"

#include "server/sql.h"

#include <fmt/format.h>

#include <chrono>
#include <functional>
#include <thread>

namespace nextgen::secret {

namespace {

using namespace std::chrono_literals;

constexpr int batchRows = 1'000;
constexpr std::size_t namedMax = 100;
constexpr auto takeOverPause = 20ms;
constexpr int takeOverTries = 30'000;  // ten minutes: the longest import is over by then

/// Rolled back unless committed.
class OwnersTransaction {
  public:
    explicit OwnersTransaction(db::Connection& owner) : m_owner(owner) {
        m_owner.begin();
        // Neither touch nor audit nor the guards of issued documents: what a row says does not change.
        m_owner.script("SET LOCAL session_replication_role = replica");
    }
    ~OwnersTransaction() { m_owner.rollback(); }
    OwnersTransaction(const OwnersTransaction&) = delete;
    OwnersTransaction& operator=(const OwnersTransaction&) = delete;
    void commit() { m_owner.commit(); }

  private:
    db::Connection& m_owner;
};

/// Columns <field>_cipher of a table.
struct SecretColumn {
    std::string table;
    std::string field;
    bool hasIndex;
    bool isUnique;  ///< a value may be there once, as its index says

    /// As what its cells are bound; see chequeCells.
    std::string_view cells() const {
        return table == "cheque_import_rows" ? chequeCells : std::string_view(table);
    }
};

class Rotator {
  public:
    Rotator(db::Connection& owner, const std::filesystem::path& masterKeyFile, TenantId tenant)
        : m_owner(owner), m_masterKeyFile(masterKeyFile), m_tenant(tenant) {
        for (const db::Row row : m_owner.run(sql::secret::listSecretColumns, {})) {
            m_columns.push_back({row.get<std::string>("table_name"), row.get<std::string>("field"),
                                 row.get<bool>("has_index"), row.get<bool>("is_unique")});
        }
    }

    Rotation data() {
        if (!hasCurrent(Purpose::Data)) {
            return m_done;  // the tenant has no secrets yet, and its first key will be new
        }
        if (keyring().version(Purpose::Data, KeyState::Readable) != 0) {
            m_done.wasResumed = true;
        } else {
            takeOver([this] {
                addKey(Purpose::Data);
                makeCurrent(Purpose::Data);
            });
        }
        const Keyring keys = keyring();
        for (const SecretColumn& column : m_columns) {
            inBatches(column,
                      [&](const std::vector<Entry>& batch) { return encryptAnew(column, keys, batch); });
        }
        finish(Purpose::Data, "rotate_data_key");
        return m_done;
    }

    Rotation index() {
        if (!hasCurrent(Purpose::Index)) {
            return m_done;
        }
        if (keyring().version(Purpose::Index, KeyState::Readable) != 0) {
            m_done.wasResumed = true;
        } else {
            m_done.wasResumed = keyring().version(Purpose::Index, KeyState::Coming) != 0;
            if (!m_done.wasResumed) {
                // Known to everybody who looks something up before the first row is written by it.
                OwnersTransaction transaction(m_owner);
                addKey(Purpose::Index);
                transaction.commit();
            }
            takeOver([this] {
                makeCurrent(Purpose::Index);
                m_isTakingOver = true;
                indexAnew(true);
                m_isTakingOver = false;
            });
        }
        indexAnew(false);
        finish(Purpose::Index, "rotate_index_key");
        return m_done;
    }

  private:
    struct Entry {
        std::int64_t id;
        db::Bytes cipher;
    };

    Keyring keyring() {
        const MasterKeys masters = MasterKeys::read(m_masterKeyFile);
        std::vector<TenantKey> keys;
        for (const db::Row row : m_owner.run(sql::secret::selectKeys, {db::toSql(m_tenant)})) {
            const auto id = row.get<std::string>("master_key");
            const MasterKey* master = masters.find(id);
            if (master == nullptr) {
                throw KeyProblem(
                    fmt::format("{} does not hold the master key {}.", m_masterKeyFile.string(), id));
            }
            const auto purpose = row.get<Purpose>("purpose");
            const auto version = row.get<int>("key_version");
            keys.push_back({purpose, version, row.get<KeyState>("state"),
                            std::make_shared<const Key>(unwrap(master->key, m_tenant, purpose, version,
                                                               row.get<db::Bytes>("wrapped_key")))});
        }
        return {m_tenant, std::move(keys)};
    }

    bool hasCurrent(Purpose purpose) { return keyring().version(purpose, KeyState::Current) != 0; }

    /// Runs `change` in a transaction, at a moment when nobody writes by the tenant's current keys. Asks
    /// again and again instead of waiting in line, where writers would queue behind it.
    void takeOver(const std::function<void()>& change) {
        for (int tries = 0;; ++tries) {
            OwnersTransaction transaction(m_owner);
            if (m_owner.run(sql::secret::takeOverKeys, {db::toSql(m_tenant)}).one().get<bool>("taken")) {
                change();
                transaction.commit();
                return;
            }
            if (tries == takeOverTries) {
                throw KeyProblem(fmt::format("Tenant {} is written to without a pause; run it again later.",
                                             m_tenant.value()));
            }
            std::this_thread::sleep_for(takeOverPause);
        }
    }

    void addKey(Purpose purpose) {
        m_owner.run(sql::secret::lockMasterKey, {});
        const MasterKeys masters = MasterKeys::read(m_masterKeyFile);
        int version = 1;
        const Keyring known = keyring();
        for (const TenantKey& key : known.keys()) {
            version = key.purpose == purpose ? std::max(version, key.version + 1) : version;
        }
        m_owner.run(sql::secret::insertKey,
                    {db::toSql(m_tenant), db::toSql(purpose), db::toSql(version), db::toSql(KeyState::Coming),
                     db::toSql(masters.current().id),
                     db::toSql(wrap(masters.current().key, m_tenant, purpose, version, Key::drawn()))});
    }

    void setState(Purpose purpose, KeyState from, KeyState to) {
        m_owner.run(sql::secret::setKeyState,
                    {db::toSql(m_tenant), db::toSql(purpose), db::toSql(from), db::toSql(to)});
    }

    void makeCurrent(Purpose purpose) {
        setState(purpose, KeyState::Current, KeyState::Readable);
        setState(purpose, KeyState::Coming, KeyState::Current);
    }

    /// The ciphertexts of a column, a batch at a time in the order of ids.
    void inBatches(const SecretColumn& column, const std::function<void(const std::vector<Entry>&)>& handle) {
        const std::string select = fmt::format(
            "SELECT id, {0}_cipher AS cipher FROM {1} WHERE tenant_id = $1 AND id > $2 AND {0}_cipher IS NOT "
            "NULL "
            "ORDER BY id LIMIT {2}",
            column.field, column.table, batchRows);
        for (std::int64_t after = 0;;) {
            std::vector<Entry> batch;
            for (const db::Row row : m_owner.runText(select, {db::toSql(m_tenant), db::toSql(after)})) {
                batch.push_back({row.get<std::int64_t>("id"), row.get<db::Bytes>("cipher")});
            }
            if (batch.empty()) {
                return;
            }
            after = batch.back().id;
            handle(batch);
        }
    }

    std::optional<std::string> opened(const SecretColumn& column, const Keyring& keys, const Entry& entry) {
        try {
            return keys.decrypt({column.cells(), column.field, entry.id}, {entry.cipher});
        } catch (const Unreadable&) {
            ++m_done.unreadableCount;
            if (m_done.unreadable.size() < namedMax) {
                m_done.unreadable.push_back(fmt::format("{}.{} of {}", column.table, column.field, entry.id));
            }
            return std::nullopt;
        }
    }

    void encryptAnew(const SecretColumn& column, const Keyring& keys, const std::vector<Entry>& batch) {
        const int current = keys.version(Purpose::Data, KeyState::Current);
        std::vector<std::int64_t> ids;
        std::vector<db::Bytes> before;
        std::vector<db::Bytes> after;
        for (const Entry& entry : batch) {
            if (Ciphertext{entry.cipher}.keyVersion() == current) {
                continue;
            }
            if (const auto value = opened(column, keys, entry)) {
                ids.push_back(entry.id);
                before.push_back(entry.cipher);
                after.push_back(keys.encrypt({column.cells(), column.field, entry.id}, *value).bytes);
            }
        }
        write(column, column.field + "_cipher", ids, before, after);
    }

    /// Of the tables where a value may be there only once, or of the others.
    void indexAnew(bool isUnique) {
        const Keyring keys = keyring();
        for (const SecretColumn& column : m_columns) {
            if (!column.hasIndex || column.isUnique != isUnique) {
                continue;
            }
            inBatches(column, [&](const std::vector<Entry>& batch) {
                std::vector<std::int64_t> ids;
                std::vector<db::Bytes> before;
                std::vector<db::Bytes> after;
                for (const Entry& entry : batch) {
                    if (const auto value = opened(column, keys, entry)) {
                        ids.push_back(entry.id);
                        before.push_back(entry.cipher);
                        after.push_back(keys.blindIndex(*value).bytes);
                    }
                }
                write(column, column.field + "_index", ids, before, after);
            });
        }
    }

    /// Rows that were written meanwhile are left: they are written by the new key already.
    void write(const SecretColumn& column, const std::string& target, const std::vector<std::int64_t>& ids,
               const std::vector<db::Bytes>& before, const std::vector<db::Bytes>& after) {
        if (ids.empty()) {
            return;
        }
        const std::string update = fmt::format(
            "UPDATE {0} t SET {1} = n.after FROM unnest($2::bigint[], $3::bytea[], $4::bytea[]) n (id, "
            "before, after) "
            "WHERE t.tenant_id = $1 AND t.id = n.id AND t.{2}_cipher = n.before",
            column.table, target, column.field);
        const db::Params params{db::toSql(m_tenant), db::toSql(ids), db::toSql(before), db::toSql(after)};
        if (m_isTakingOver) {
            m_done.rewritten += m_owner.runText(update, params).affected();
            return;
        }
        OwnersTransaction transaction(m_owner);
        m_done.rewritten += m_owner.runText(update, params).affected();
        transaction.commit();
    }

    void finish(Purpose purpose, const char* action) {
        OwnersTransaction transaction(m_owner);
        if (m_done.unreadableCount == 0) {
            setState(purpose, KeyState::Readable, KeyState::Retired);
        }
        m_owner.run(sql::secret::insertRotation, {db::toSql(m_tenant), action, db::toSql(m_done.rewritten),
                                                  db::toSql(m_done.unreadableCount)});
        transaction.commit();
    }

    db::Connection& m_owner;
    const std::filesystem::path& m_masterKeyFile;
    TenantId m_tenant;
    std::vector<SecretColumn> m_columns;
    Rotation m_done;
    bool m_isTakingOver = false;  ///< in its transaction
};

}  // namespace

Rotation rotateDataKey(db::Connection& owner, const std::filesystem::path& masterKeyFile, TenantId tenant) {
    return Rotator(owner, masterKeyFile, tenant).data();
}

Rotation rotateIndexKey(db::Connection& owner, const std::filesystem::path& masterKeyFile, TenantId tenant) {
    return Rotator(owner, masterKeyFile, tenant).index();
}

std::int64_t rewrap(db::Connection& owner, const std::filesystem::path& masterKeyFile) {
    MasterKeys masters = MasterKeys::read(masterKeyFile);
    if (masters.all().size() == 1) {
        masters.add(masterKeyFile);  // with an older one there, a rewrap was interrupted: it goes on
    }
    std::int64_t wrapped = 0;
    {
        OwnersTransaction transaction(owner);
        owner.run(sql::secret::lockMasterKey, {});
        for (const db::Row row : owner.run(sql::secret::listWrappedKeys, {})) {
            const auto id = row.get<std::string>("master_key");
            if (id == masters.current().id) {
                continue;
            }
            const MasterKey* master = masters.find(id);
            if (master == nullptr) {
                throw KeyProblem(
                    fmt::format("{} does not hold the master key {}, which wraps keys of this database. "
                                "Put its line into the file, below the others, and run it again.",
                                masterKeyFile.string(), id));
            }
            const auto tenant = row.get<TenantId>("tenant_id");
            const auto purpose = row.get<Purpose>("purpose");
            const auto version = row.get<int>("key_version");
            const Key key = unwrap(master->key, tenant, purpose, version, row.get<db::Bytes>("wrapped_key"));
            owner.run(
                sql::secret::updateWrapping,
                {db::toSql(tenant), db::toSql(row.get<std::int64_t>("id")), db::toSql(masters.current().id),
                 db::toSql(wrap(masters.current().key, tenant, purpose, version, key))});
            ++wrapped;
        }
        transaction.commit();
    }
    masters.keepCurrent(masterKeyFile);
    return wrapped;
}

}  // namespace nextgen::secret
