#include "server/command/invocation.h"

#include "server/cheque_import/seal_rows.h"
#include "server/db/migrator.h"
#include "server/log/masking_formatter.h"
#include "server/secret/vault.h"
#include "server/sql.h"

#include <fmt/format.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

namespace nextgen::command {

void beginLog(const std::string& level) {
    auto logger = spdlog::stderr_color_mt("nextgen");
    logger->set_formatter(log::makeFormatter());
    logger->set_level(spdlog::level::from_str(level));
    spdlog::set_default_logger(std::move(logger));
}

void logInto(const embedded::DataFolder& folder) {
    constexpr std::size_t bytesMax = std::size_t{8} << 20U;
    auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>((folder.log() / "server.log").string(),
                                                                       bytesMax, 4);
    sink->set_formatter(log::makeFormatter());
    auto& sinks = spdlog::default_logger()->sinks();
    // A line for each request is for the file: a terminal would be flooded, and each line is a system call.
    sinks.front()->set_level(spdlog::level::warn);
    sinks.push_back(std::move(sink));
    spdlog::flush_on(spdlog::level::warn);
    spdlog::flush_every(std::chrono::seconds(1));
}

Settings settingsFrom(const SettingSources& sources) {
    const LoadedSettings loaded = loadSettings(sources);
    if (!loaded.problems.empty()) {
        std::string text = "The settings need mending:";
        for (const SettingProblem& problem : loaded.problems) {
            text += fmt::format("\n  {}: {}", problem.where, problem.text);
        }
        throw BadSettings(text);
    }
    return loaded.settings;
}

embedded::StackSettings stackSettings(const Settings& settings) {
    const char* const fast = std::getenv("NEXTGEN_TEST_FAST");  // NOLINT(concurrency-mt-unsafe)
    return {settings.data,
            {settings.databaseUrl, settings.databaseReaderUrl, settings.databaseOwnerUrl, settings.redisUrl},
            fast != nullptr && std::string_view(fast) == "1",
            settings.databaseVersions};
}

std::filesystem::path masterKeyFile(const Settings& settings, const embedded::Stack& stack) {
    return settings.masterKeyFile.empty() ? stack.folder().masterKey() : settings.masterKeyFile;
}

std::filesystem::path auditAnchorFile(const Settings& settings, const embedded::Stack& stack) {
    return settings.auditAnchorFile.empty() ? stack.folder().auditAnchors() : settings.auditAnchorFile;
}

std::filesystem::path storageFolder(const Settings& settings, const embedded::Stack& stack) {
    return settings.storageFolder.empty() ? stack.folder().uploads() / "objects" : settings.storageFolder;
}

std::vector<std::pair<TenantId, std::string>> tenantsOf(db::Connection& owner, const std::string& slug) {
    std::vector<std::pair<TenantId, std::string>> found;
    for (const db::Row row :
         owner.run(sql::secret::listTenants, {slug.empty() ? db::Param() : db::toSql(slug)})) {
        found.emplace_back(row.get<TenantId>("id"), row.get<std::string>("slug"));
    }
    if (found.empty()) {
        throw BadSettings(fmt::format("There is no tenant {}.", slug));
    }
    return found;
}

std::vector<std::string> prepareDatabase(const Settings& settings, const embedded::Stack& stack) {
    const auto file = masterKeyFile(settings, stack);
    const auto seal = [&](db::Connection& owner) {
        cheque_import::sealRows(owner, stack.databaseOwnerUrl(), file);
    };
    auto applied =
        db::migrate({stack.databaseOwnerUrl()}, sql::migrations(), {{cheque_import::sealingMigration, seal}});
    db::Connection owner({stack.databaseOwnerUrl(), "nextgen keys"});
    secret::prepareMasterKey(owner, file);
    return applied;
}

}  // namespace nextgen::command
