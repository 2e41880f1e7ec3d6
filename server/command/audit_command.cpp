#include "server/audit/anchor_file.h"
#include "server/audit/chain_keeper.h"
#include "server/audit/verifier.h"
#include "server/clock.h"
#include "server/command/commands.h"
#include "server/command/invocation.h"
#include "server/sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace nextgen::command {

namespace {

using embedded::Stack;

constexpr std::size_t findingsNamed = 100;

/// The program's own connection to the keys of all tenants.
struct Keys {
    Keys(const Settings& settings, const Stack& stack)
        : pool({{stack.databaseUrl(), "nextgen audit"}, 2}), vault(pool, masterKeyFile(settings, stack)) {}
    db::Pool pool;
    secret::Vault vault;
};

/// Sees one state of the database until it goes.
class Snapshot {
  public:
    explicit Snapshot(db::Connection& owner) : m_owner(owner) {
        m_owner.begin();
        m_owner.script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }
    ~Snapshot() { m_owner.rollback(); }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

  private:
    db::Connection& m_owner;
};

std::set<TenantId> lostTenants(const audit::AnchorFile& kept,
                               const std::vector<std::pair<TenantId, std::string>>& there) {
    std::set<TenantId> lost;
    for (const audit::Anchor& anchor : kept.anchors) {
        lost.insert(anchor.tenant);
    }
    for (const auto& [tenant, slug] : there) {
        lost.erase(tenant);
    }
    return lost;
}

void print(const std::string& slug, const audit::Verdict& verdict) {
    fmt::print(
        "{}: {} entries, {} anchors, {} rows wait to be sealed: {}\n", slug, verdict.entries, verdict.anchors,
        verdict.waiting,
        verdict.findings.empty() ? "as it was written" : fmt::format("{} FINDINGS", verdict.findings.size()));
    for (std::size_t i = 0; i < std::min(verdict.findings.size(), findingsNamed); ++i) {
        fmt::print("  {}\n", verdict.findings[i].text);
    }
}

}  // namespace

int verifyAudit(const Settings& settings, const AuditChoices& choices) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "audit");
    Keys keys(settings, stack);
    const auto path = choices.anchors.empty() ? auditAnchorFile(settings, stack) : choices.anchors;
    if (!choices.anchors.empty() && !std::filesystem::exists(path)) {
        throw BadSettings(fmt::format("{} does not exist.", path.string()));
    }
    // Before the snapshot: what the file knows is in the database then.
    const audit::AnchorFile kept = audit::readAnchors(path);
    db::Connection owner({stack.databaseOwnerUrl(), "nextgen audit", 0});
    bool isWhole = kept.badLines.empty();
    for (const int line : kept.badLines) {
        fmt::print("{}:{} is no anchor\n", path.string(), line);
    }
    const auto tenants = tenantsOf(owner, choices.tenant);
    if (choices.tenant.empty()) {
        for (const TenantId lost : lostTenants(kept, tenants)) {
            fmt::print("tenant {} is named by {}, and is not in this database\n", lost.value(),
                       path.string());
            isWhole = false;
        }
    }
    for (const auto& [tenant, slug] : tenants) {
        const secret::Keyring keyring = keys.vault.forSealing(tenant);
        const Snapshot snapshot(owner);
        const audit::Verdict verdict = audit::verify(owner, keyring, kept.anchors);
        print(slug, verdict);
        isWhole = isWhole && verdict.findings.empty();
    }
    return isWhole ? 0 : 1;
}

int anchorAudit(const Settings& settings) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "audit");
    Keys keys(settings, stack);
    const auto path = auditAnchorFile(settings, stack);
    audit::ChainKeeper keeper(keys.pool, keys.vault, path, systemNow);
    keeper.sealAll();
    const int made = keeper.anchorAll(systemNow());
    fmt::print(
        "{} anchors were added to {}. Keep copies of it where nobody who can write into the database can "
        "reach them.\n",
        made, path.string());
    return 0;
}

}  // namespace nextgen::command
