#include "server/command/commands.h"
#include "server/command/invocation.h"
#include "server/secret/rotation.h"
#include "server/secret/vault.h"
#include "server/sql.h"

#include <fmt/format.h>

namespace nextgen::command {

namespace {

using embedded::Stack;

/// The owner, as the only one who changes keys until this goes.
class KeyKeeper {
  public:
    explicit KeyKeeper(const Stack& stack) : owner({stack.databaseOwnerUrl(), "nextgen keys", 0}) {
        if (!owner.run(sql::secret::keepKeys, {}).one().get<bool>("taken")) {
            throw secret::KeyProblem("Another `nextgen-server keys` is at work on this database.");
        }
    }

    db::Connection owner;
};

}  // namespace

int keysStatus(const Settings& settings) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "keys");
    db::Connection owner({stack.databaseOwnerUrl(), "nextgen keys"});
    const auto file = masterKeyFile(settings, stack);
    if (!std::filesystem::exists(file) && !secret::hasKeys(owner)) {
        fmt::print("No key yet; the first start makes the master key {}.\n", file.string());
        return 0;
    }
    const secret::MasterKeys masters = secret::checkMasterKey(owner, file);
    fmt::print("Master keys in {}: {} is current", file.string(), masters.current().id);
    fmt::print("{}\n",
               masters.all().size() == 1 ? "." : "; an older one is there: finish with `keys rewrap`.");
    bool isUnfinished = false;
    for (const db::Row row : owner.run(sql::secret::listKeys, {})) {
        const auto state = row.get<secret::KeyState>("state");
        isUnfinished =
            isUnfinished || state == secret::KeyState::Readable || state == secret::KeyState::Coming;
        fmt::print("{:<24} {:<6} version {:<4} {:<9} under {}  made {}\n", row.get<std::string>("slug"),
                   row.get<std::string>("purpose"), row.get<int>("key_version"), describe::nameOf(state),
                   row.get<std::string>("master_key"), row.get<Instant>("created_at").toString());
    }
    if (isUnfinished) {
        fmt::print(
            "A rotation is not finished: run `keys rotate` for that tenant again (with --index for index "
            "keys).\n");
    }
    return 0;
}

int rotateKeys(const Settings& settings, const KeysChoices& choices) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "keys");
    KeyKeeper keeper(stack);
    const auto file = masterKeyFile(settings, stack);
    bool isWhole = true;
    for (const auto& [tenant, slug] : tenantsOf(keeper.owner, choices.tenant)) {
        const secret::Rotation done = choices.isIndex ? secret::rotateIndexKey(keeper.owner, file, tenant)
                                                      : secret::rotateDataKey(keeper.owner, file, tenant);
        fmt::print("{}: {} values were written anew{}.\n", slug, done.rewritten,
                   done.wasResumed ? ", going on with a rotation that was interrupted" : "");
        if (done.unreadableCount != 0) {
            isWhole = false;
            fmt::print(stderr,
                       "{}: {} values do not open and were left; the old key stays readable. Among them:\n",
                       slug, done.unreadableCount);
            for (const std::string& one : done.unreadable) {
                fmt::print(stderr, "  {}\n", one);
            }
        }
    }
    return isWhole ? 0 : 1;
}

int rewrapKeys(const Settings& settings) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "keys");
    KeyKeeper keeper(stack);
    const auto file = masterKeyFile(settings, stack);
    const std::int64_t wrapped = secret::rewrap(keeper.owner, file);
    fmt::print(
        "{} keys were wrapped anew. {} holds the new master key alone: bring a copy to where you keep it, "
        "and to every "
        "other machine that serves this database. Backups made before need the file as it was.\n",
        wrapped, file.string());
    return 0;
}

}  // namespace nextgen::command
