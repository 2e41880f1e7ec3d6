#include "server/audit/verifier.h"

#include "server/sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <unordered_map>

namespace nextgen::audit {

namespace {

// A transaction dates its rows by its beginning and may take a while.
constexpr std::int64_t transactionSecondsMax = 3600;
constexpr std::size_t swapsLookedFor = 200;

struct LogRow {
    Instant at;
    std::string what;
    std::string content;
};

/// An entry whose row is not what was sealed.
struct Misfit {
    std::int64_t number;
    std::int64_t logId;
    std::vector<unsigned char> before;
    EntryMac mac;
    int keyVersion;
    LogRow row;
};

class Verifier {
  public:
    Verifier(db::Connection& owner, const secret::Keyring& keyring)
        : m_owner(owner), m_keyring(keyring), m_tenant(keyring.tenant()) {}

    Verdict run(std::span<const Anchor> kept) {
        std::vector<Anchor> anchors = storedAnchors();
        std::copy_if(kept.begin(), kept.end(), std::back_inserter(anchors),
                     [this](const Anchor& anchor) { return anchor.tenant == m_tenant; });
        for (const Anchor& anchor : anchors) {
            m_heads.emplace(anchor.entries, std::nullopt);
        }
        for (std::int64_t after = 0;;) {
            const db::Rows rows = m_owner.run(sql::audit::listSeals, {db::toSql(m_tenant), db::toSql(after)});
            if (rows.empty()) {
                break;
            }
            for (const db::Row row : rows) {
                const Seal seal = sealOf(row);
                check(seal);
                after = seal.last;
            }
        }
        nameMisfits();
        checkRest();
        std::stable_sort(anchors.begin(), anchors.end(),
                         [](const Anchor& a, const Anchor& b) { return a.entries < b.entries; });
        for (const Anchor& anchor : anchors) {
            check(anchor);
        }
        m_verdict.entries = m_last;
        return std::move(m_verdict);
    }

  private:
    void find(Fault fault, std::int64_t entry, std::int64_t logId, std::string text) {
        m_verdict.findings.push_back({fault, entry, logId, std::move(text)});
    }

    std::vector<Anchor> storedAnchors() {
        std::vector<Anchor> anchors;
        for (const db::Row row : m_owner.run(sql::audit::listAnchors, {db::toSql(m_tenant)})) {
            anchors.push_back({m_tenant, row.get<Instant>("made_at"), row.get<std::int64_t>("entries"),
                               headOf(row.get<db::Bytes>("head")), row.get<int>("key_version"),
                               headOf(row.get<db::Bytes>("mac"))});
        }
        return anchors;
    }

    void check(const Seal& seal) {
        const bool isNext = seal.first() == m_last + 1;
        if (!isNext) {
            find(Fault::SealGone, m_last + 1, 0,
                 fmt::format("entries {} to {}: their seals are gone", m_last + 1, seal.first() - 1));
        }
        const auto key = m_keyring.key(secret::Purpose::Audit, seal.keyVersion);
        if (!key) {
            find(Fault::SealBroken, seal.last, 0,
                 fmt::format("entries {} to {}: their key, version {}, is not here", seal.first(), seal.last,
                             seal.keyVersion));
        } else {
            if (sealMac(*key, m_tenant, seal) != seal.mac) {
                find(Fault::SealBroken, seal.last, 0,
                     fmt::format("entries {} to {}: their seal of {} was changed", seal.first(), seal.last,
                                 seal.sealedAt.toString()));
            }
            checkEntries(seal, *key, isNext);
        }
        if (const auto anchored = m_heads.find(seal.last); anchored != m_heads.end()) {
            anchored->second = seal.mac;
        }
        m_last = seal.last;
        m_head = seal.mac;
        if (seal.isDrained) {
            m_drainedAt = seal.sealedAt;
        }
    }

    void checkEntries(const Seal& seal, const secret::Key& key, bool isNext) {
        const std::unordered_map<std::int64_t, LogRow> rows = rowsOf(seal);
        std::span<const unsigned char> before = m_head;
        for (std::size_t i = 0; i < seal.logIds.size(); ++i) {
            const std::int64_t number = seal.first() + static_cast<std::int64_t>(i);
            const std::int64_t id = seal.logIds[i];
            const auto found = rows.find(id);
            if (found == rows.end()) {
                find(Fault::Removed, number, id, fmt::format("entry {}: row {} was removed", number, id));
            } else if (i > 0 || isNext) {  // of what followed on a seal that is gone nothing can be said
                const LogRow& row = found->second;
                if (entryMac(key, m_tenant, before, number, {id, row.content}) != seal.macs[i]) {
                    m_misfits.push_back(
                        {number, id, {before.begin(), before.end()}, seal.macs[i], seal.keyVersion, row});
                } else if (row.at.plusSeconds(transactionSecondsMax) < m_drainedAt) {
                    find(Fault::Backdated, number, id,
                         fmt::format(
                             "entry {}: row {} ({}, {}) says that it is older than the trail before it, "
                             "sealed at {}",
                             number, id, row.what, row.at.toString(), m_drainedAt.toString()));
                }
            }
            before = seal.macs[i];
        }
    }

    std::unordered_map<std::int64_t, LogRow> rowsOf(const Seal& seal) {
        std::unordered_map<std::int64_t, LogRow> rows;
        for (const db::Row row :
             m_owner.run(sql::audit::listEntries, {db::toSql(m_tenant), db::toSql(seal.logIds)})) {
            rows.emplace(row.get<std::int64_t>("id"),
                         LogRow{row.get<Instant>("at"), row.get<std::string>("what"),
                                row.get<std::string>("content")});
        }
        return rows;
    }

    /// Whether the entry was sealed with what now stands in another row.
    bool wasSealedWith(const Misfit& misfit, const LogRow& row) const {
        const auto key = m_keyring.key(secret::Purpose::Audit, misfit.keyVersion);
        const std::string content =
            fmt::format("[{}{}", misfit.logId, std::string_view(row.content).substr(row.content.find(',')));
        return entryMac(*key, m_tenant, misfit.before, misfit.number, {misfit.logId, content}) == misfit.mac;
    }

    void nameMisfits() {
        std::vector<bool> isNamed(m_misfits.size());
        for (std::size_t i = 0; i < m_misfits.size(); ++i) {
            for (std::size_t j = i + 1; j < std::min(m_misfits.size(), swapsLookedFor); ++j) {
                const Misfit& one = m_misfits[i];
                const Misfit& other = m_misfits[j];
                if (!isNamed[i] && !isNamed[j] && wasSealedWith(one, other.row) &&
                    wasSealedWith(other, one.row)) {
                    isNamed[i] = isNamed[j] = true;
                    find(Fault::Swapped, one.number, one.logId,
                         fmt::format("entries {} and {}: rows {} and {} have changed places", one.number,
                                     other.number, one.logId, other.logId));
                }
            }
            if (!isNamed[i]) {
                const Misfit& one = m_misfits[i];
                find(Fault::Edited, one.number, one.logId,
                     fmt::format("entry {}: row {} ({}, {}) is not what was sealed", one.number, one.logId,
                                 one.row.what, one.row.at.toString()));
            }
        }
    }

    /// What is outside the chain.
    void checkRest() {
        const db::Params tenant{db::toSql(m_tenant)};
        for (const db::Row row : m_owner.run(sql::audit::listForeignRows, tenant)) {
            const auto id = row.get<std::int64_t>("id");
            find(Fault::Inserted, 0, id,
                 fmt::format(
                     "row {} ({}, {}) was never on its way to be sealed: it was inserted past the program",
                     id, row.get<std::string>("what"), row.get<Instant>("at").toString()));
        }
        for (const db::Row row : m_owner.run(sql::audit::listLostRows, tenant)) {
            const auto id = row.get<std::int64_t>("id");
            find(Fault::Removed, 0, id, fmt::format("row {} was removed before it was sealed", id));
        }
        m_verdict.waiting = m_owner.run(sql::audit::countUnsealed, tenant).one().get<std::int64_t>("waiting");
    }

    void check(const Anchor& anchor) {
        ++m_verdict.anchors;
        const std::string name = fmt::format("the anchor of {}", anchor.madeAt.toString());
        const auto key = m_keyring.key(secret::Purpose::Audit, anchor.keyVersion);
        if (!key || anchorMac(*key, anchor) != anchor.mac) {
            find(Fault::SealBroken, anchor.entries, 0,
                 fmt::format("{} was changed, or is of another key", name));
            return;
        }
        const std::optional<Head>& head = m_heads.at(anchor.entries);
        if (anchor.entries > m_last) {
            find(Fault::Cut, m_last + 1, 0,
                 fmt::format("{} knows {} entries, and there are {}: the end was cut, or an older backup was "
                             "restored",
                             name, anchor.entries, m_last));
        } else if (!head) {
            find(Fault::Cut, anchor.entries, 0,
                 fmt::format("{} knows a seal that ends at entry {}, which is gone", name, anchor.entries));
        } else if (*head != anchor.head) {
            find(Fault::Cut, anchor.entries, 0,
                 fmt::format("{} knows another entry {}: the chain was written anew", name, anchor.entries));
        }
    }

    db::Connection& m_owner;
    const secret::Keyring& m_keyring;
    const TenantId m_tenant;
    std::int64_t m_last = 0;
    Head m_head{};
    Instant m_drainedAt{std::numeric_limits<std::int64_t>::min()};
    std::unordered_map<std::int64_t, std::optional<Head>> m_heads;  ///< of the lengths that anchors name
    std::vector<Misfit> m_misfits;
    Verdict m_verdict;
};

}  // namespace

Verdict verify(db::Connection& owner, const secret::Keyring& keyring, std::span<const Anchor> kept) {
    return Verifier(owner, keyring).run(kept);
}

}  // namespace nextgen::audit
