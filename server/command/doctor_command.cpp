#include "server/command/commands.h"
#include "server/command/demo.h"
#include "server/command/invocation.h"
#include "server/db/error.h"
#include "server/db/migrator.h"
#include "server/http/tls.h"
#include "server/secret/vault.h"
#include "server/sql.h"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include <optional>

namespace nextgen::command {

namespace {

using embedded::Stack;

/// Prints one line per check and remembers whether any went wrong.
class Report {
  public:
    void fine(const std::string& what) { fmt::print("  ok  {}\n", what); }
    void wrong(const std::string& what, const std::string& remedy) {
        fmt::print(" BAD  {}\n      -> {}\n", what, remedy);
        m_isFine = false;
    }
    void check(bool isFine, const std::string& what, const std::string& whatIsWrong,
               const std::string& remedy) {
        isFine ? fine(what) : wrong(whatIsWrong, remedy);
    }
    bool isFine() const { return m_isFine; }

  private:
    bool m_isFine = true;
};

void checkSettings(Report& report, const LoadedSettings& loaded) {
    fmt::print("Settings (file {})\n", loaded.file.empty() ? "none" : loaded.file.string());
    for (const SettingLine& line : settingLines()) {
        const std::string value = line.show(loaded.settings);
        report.fine(
            fmt::format("{} = {}  {}", line.key, value.empty() ? "(private)" : value, line.explanation));
    }
    for (const SettingProblem& problem : loaded.problems) {
        report.wrong(fmt::format("{}: {}", problem.where, problem.text),
                     "mend or remove it; the line above shows the value that is used instead");
    }
}

void checkCover(Report& report, const Settings& settings) {
    if (!settings.tlsCertificate.empty()) {
        try {
            const http::Tls tls(settings.tlsCertificate, settings.tlsKey);
            report.fine("TLS: the certificate and its key can be used");
        } catch (const std::exception& problem) {
            report.wrong("TLS: the certificate or its key cannot be used", problem.what());
        }
    } else if (settings.isTlsProxys) {
        report.fine("TLS: a proxy speaks it; see to it that nobody but the proxy reaches this address");
    } else {
        report.fine("TLS: none, and only this machine is served");
    }
}

void checkDisk(Report& report, const std::filesystem::path& folder) {
    constexpr std::uintmax_t bytesMin = std::uintmax_t{1} << 30U;
    struct statvfs status {};
    const bool isKnown = ::statvfs(folder.c_str(), &status) == 0;
    const std::uintmax_t free = isKnown ? std::uintmax_t{status.f_bavail} * status.f_frsize : 0;
    const std::string text = fmt::format("{} MiB are free in {}", free >> 20U, folder.string());
    report.check(free >= bytesMin, text, text,
                 "make room on the disk, or choose another data folder with --data");
}

void checkRole(Report& report, const std::string& name, const std::string& url) {
    try {
        db::Connection connection({url, "nextgen doctor"});
        const db::Row role = connection.run(sql::admin::selectRoleRights, {}).one();
        const auto roleName = role.get<std::string>("name");
        report.check(
            !role.get<bool>("is_superuser") && !role.get<bool>("bypasses_rls"),
            fmt::format("{}: answers as {}, bound by row-level security", name, roleName),
            fmt::format("{}: {} can go round row-level security", name, roleName),
            fmt::format("connect as a role that is no superuser: ALTER ROLE {} NOSUPERUSER NOBYPASSRLS",
                        roleName));
    } catch (const db::Failure& failure) {
        report.wrong(fmt::format("{}: {}", name, failure.what()),
                     "check its address, and that migrate has run");
    }
}

void checkMigrations(Report& report, const std::string& url) {
    try {
        db::Pool pool({{url, "nextgen doctor"}, 1});
        db::SystemSession session(pool);
        switch (db::schemaState(session, sql::migrations())) {
            case db::SchemaState::Current:
                report.fine(fmt::format("migrations: all {} are applied", sql::migrations().size()));
                break;
            case db::SchemaState::Behind:
                report.wrong("migrations: some are not applied yet", "run nextgen-server migrate, or serve");
                break;
            case db::SchemaState::Ahead:
                report.wrong("migrations: the database was migrated by a newer program",
                             "use that program, or restore an older backup");
                break;
            case db::SchemaState::Different:
                report.wrong("migrations: one was changed after it was applied",
                             "run migrate to hear which; put its text back");
                break;
        }
    } catch (const db::Failure& failure) {
        report.wrong(fmt::format("migrations: {}", failure.what()), "check database.owner_url");
    }
}

void checkDiary(Report& report, const std::string& url) {
    try {
        db::Connection connection({url, "nextgen doctor"});
        const db::Row row = connection.run(sql::admin::countFailures, {}).one();
        report.check(row.get<std::int64_t>("failures") == 0, "events: nothing failed in the last seven days",
                     fmt::format("events: {} failures in the last seven days, the newest is {}",
                                 row.get<std::int64_t>("failures"), row.get<std::string>("newest")),
                     "look into the log, and with nextgen-server psql at the table system_events");
    } catch (const db::Failure&) {  // NOLINT(bugprone-empty-catch)
        // The table is not there yet, which was said above.
    }
}

/// Balances are kept by triggers; here they are reckoned anew.
void checkLedger(Report& report, const std::string& ownerUrl) {
    try {
        db::Connection connection({ownerUrl, "nextgen doctor"});
        const db::Rows differences = connection.run(sql::admin::listLedgerDifferences, {});
        if (differences.empty()) {
            report.fine("ledger: balances are what its lines add up to");
        }
        for (const db::Row row : differences) {
            report.wrong(
                fmt::format(
                    "ledger: tenant {}, dealer {}, account {}: the balance is {}, the lines add up to {}",
                    row.get<TenantId>("tenant_id").toString(), row.get<DealerId>("dealer_id").toString(),
                    row.get<std::string>("account_id"),
                    row.get<std::optional<std::string>>("kept_amount").value_or("missing"),
                    row.get<std::string>("summed_amount")),
                "somebody went round the ledger's triggers; sql/README.md, Troubleshooting, says what to do");
        }
    } catch (const db::Failure&) {  // NOLINT(bugprone-empty-catch)
        // The tables are not there yet, which was said above.
    }
}

void checkMasterKey(Report& report, const std::string& ownerUrl, const std::filesystem::path& file) {
    try {
        db::Connection owner({ownerUrl, "nextgen doctor"});
        if (!std::filesystem::exists(file) && !secret::hasKeys(owner)) {
            report.fine(fmt::format("master key: none yet; the first start makes {}", file.string()));
            return;
        }
        const secret::MasterKeys masters = secret::checkMasterKey(owner, file);
        report.fine(fmt::format("master key: {} in {}, closed to others; keep a copy apart from the backups",
                                masters.current().id, file.string()));
        if (masters.all().size() > 1) {
            report.wrong("master key: an older one is still there", "finish with nextgen-server keys rewrap");
        }
    } catch (const secret::KeyProblem& problem) {
        report.wrong("master key: the secrets of the database cannot be read", problem.what());
    } catch (const db::Failure&) {  // NOLINT(bugprone-empty-catch)
        // The tables are not there yet, which was said above.
    }
}

void checkServices(Report& report, Stack& stack, const std::filesystem::path& masterKey) {
    fmt::print("Services\n");
    checkMigrations(report, stack.databaseOwnerUrl());
    checkRole(report, "database", stack.databaseUrl());
    checkRole(report, "database for reading", stack.databaseReaderUrl());
    checkLedger(report, stack.databaseOwnerUrl());
    report.check(embedded::redisAnswers(stack.redisUrl()), "redis: answers", "redis: does not answer",
                 "check redis.url, and that it runs");
    checkDiary(report, stack.databaseOwnerUrl());
    checkMasterKey(report, stack.databaseOwnerUrl(), masterKey);
    try {
        report.check(!hasDemoPasswords(stack.databaseOwnerUrl()),
                     "users: nobody has a password of the demo tenant",
                     "users: the demo tenant is here, with passwords that everybody knows",
                     "good for trying the program out; for real work use another data folder");
    } catch (const db::Failure&) {  // NOLINT(bugprone-empty-catch)
        // The tables are not there yet, which was said above.
    }
}

}  // namespace

int doctor(const SettingSources& sources) {
    Report report;
    const LoadedSettings loaded = loadSettings(sources);
    checkSettings(report, loaded);
    checkCover(report, loaded.settings);
    fmt::print("Data folder\n");
    try {
        Stack stack(stackSettings(loaded.settings), Stack::Use::Visit, "doctor");
        const embedded::DataFolder& folder = stack.folder();
        report.fine(fmt::format("{} is usable; PostgreSQL and Redis run as {}", folder.root().string(),
                                folder.runner().name));
        report.fine(fmt::format("sockets are in {}", folder.sockets().string()));
        if (stack.isDatabasePrivate()) {
            report.fine(fmt::format("PostgreSQL's programs are in {}", stack.postgresPrograms().string()));
        }
        checkDisk(report, folder.root());
        checkServices(report, stack, masterKeyFile(loaded.settings, stack));
    } catch (const std::exception& problem) {
        report.wrong("the stack does not start", problem.what());
    }
    fmt::print("{}\n", report.isFine() ? "All is well." : "Some things need mending.");
    return report.isFine() ? 0 : 1;
}

}  // namespace nextgen::command
