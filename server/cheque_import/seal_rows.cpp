#include "server/cheque_import/seal_rows.h"

#include "server/cheque_import/row_json.h"
#include "server/db/pool.h"
#include "server/secret/vault.h"

#include <map>

namespace nextgen::cheque_import {

namespace {

// Not in sql/queries: these columns are there between two migrations only.
constexpr std::string_view clearCheques =
    "SELECT tenant_id, id, iban, drawer_national_id FROM app.cheques "
    "WHERE iban <> '' AND iban_cipher IS NULL OR drawer_national_id <> '' AND drawer_national_id_cipher IS "
    "NULL "
    "ORDER BY tenant_id, id LIMIT 1000";
constexpr std::string_view sealCheque =
    "UPDATE app.cheques SET iban_cipher = $3, iban_last4 = $4, drawer_national_id_cipher = $5, "
    "drawer_national_id_index = $6, drawer_national_id_last4 = $7 WHERE tenant_id = $1 AND id = $2";
constexpr std::string_view clearRows =
    "SELECT tenant_id, id, iban, drawer_national_id, cells, corrections, repairs FROM app.cheque_import_rows "
    "WHERE raw_cipher IS NULL ORDER BY tenant_id, id LIMIT 1000";
constexpr std::string_view sealRow =
    "UPDATE app.cheque_import_rows SET iban_cipher = $3, iban_last4 = $4, drawer_national_id_cipher = $5, "
    "drawer_national_id_index = $6, drawer_national_id_last4 = $7, raw_cipher = $8 WHERE tenant_id = $1 AND "
    "id = $2";

class Sealer {
  public:
    Sealer(db::Connection& owner, const std::string& ownerUrl, const std::filesystem::path& masterKeyFile)
        : m_owner(owner), m_keys({{ownerUrl, "nextgen migrate"}, 1}), m_vault(m_keys, masterKeyFile) {}

    void seal(std::string_view select, std::string_view update) {
        for (;;) {
            const db::Rows rows = m_owner.runText(select, {});
            if (rows.empty()) {
                return;
            }
            for (const db::Row row : rows) {
                const secret::Keyring& keyring = keyringOf(row.get<TenantId>("tenant_id"));
                const auto id = row.get<std::int64_t>("id");
                RowValues values;
                values.iban = row.get<std::string>("iban");
                values.drawerNationalId = row.get<std::string>("drawer_national_id");
                const SealedValues sealed = sealValues(keyring, id, values);
                db::Params params{db::toSql(keyring.tenant()),
                                  db::toSql(id),
                                  sealed.iban.cipher,
                                  sealed.iban.lastFour,
                                  sealed.drawerNationalId.cipher,
                                  sealed.drawerNationalId.index,
                                  sealed.drawerNationalId.lastFour};
                if (update == sealRow) {
                    const RawRow raw{cellsFromJson(row.get<Json>("cells")),
                                     correctionsFromJson(row.get<Json>("corrections")),
                                     row.get<Json>("repairs")};
                    params.push_back(db::toSql(sealRaw(keyring, id, raw).bytes));
                }
                m_owner.runText(update, params);
            }
        }
    }

  private:
    const secret::Keyring& keyringOf(TenantId tenant) {
        auto found = m_keyrings.find(tenant);
        if (found == m_keyrings.end()) {
            found = m_keyrings.emplace(tenant, m_vault.forReading(tenant)).first;
        }
        return found->second;
    }

    db::Connection& m_owner;
    db::Pool m_keys;
    secret::Vault m_vault;
    std::map<TenantId, secret::Keyring> m_keyrings;
};

}  // namespace

void sealRows(db::Connection& owner, const std::string& ownerUrl,
              const std::filesystem::path& masterKeyFile) {
    if (owner.runText(clearCheques, {}).empty() && owner.runText(clearRows, {}).empty()) {
        return;
    }
    secret::prepareMasterKey(owner, masterKeyFile);
    // What the rows say does not change, so neither do their versions, and the audit trail keeps silent.
    owner.script("SET LOCAL session_replication_role = replica");
    Sealer sealer(owner, ownerUrl, masterKeyFile);
    sealer.seal(clearCheques, sealCheque);
    sealer.seal(clearRows, sealRow);
}

}  // namespace nextgen::cheque_import
