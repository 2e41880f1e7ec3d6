#include "server/clock.h"
#include "server/command/admin_command.h"
#include "server/command/commands.h"
#include "server/command/demo.h"
#include "server/command/invocation.h"
#include "server/seed/generator.h"
#include "server/serve.h"
#include "server/sql.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>

namespace nextgen::command {

namespace {

using embedded::Stack;

std::atomic<bool> isStopWanted = false;

void wantStop(int) {
    isStopWanted = true;
}

}  // namespace

int serve(const Settings& settings, const ServeChoices& choices) {
    std::signal(SIGPIPE, SIG_IGN);
    Stack stack(stackSettings(settings), Stack::Use::Serve, "serve");
    logInto(stack.folder());
    prepareDatabase(settings, stack);
    if (choices.isDemo) {
        loadDemo(stack.databaseOwnerUrl());
    } else if (hasDemoPasswords(stack.databaseOwnerUrl())) {
        throw BadSettings(
            "This database holds the demo tenant with its well-known passwords. Use another data folder, or "
            "say "
            "--demo to serve it all the same.");
    }
    if (choices.isFirstAdmin) {
        makeFirstAdministrator(stack.databaseOwnerUrl());
    }

    // Until here a signal may end the program at once: the stack stops with it, and what is half done is
    // rolled back.
    std::signal(SIGINT, wantStop);
    std::signal(SIGTERM, wantStop);
    bool isStackLost = false;
    nextgen::serve(
        {settings, stack.databaseUrl(), stack.databaseReaderUrl(), stack.redisUrl(), stack.folder().uploads(),
         storageFolder(settings, stack), masterKeyFile(settings, stack), auditAnchorFile(settings, stack),
         [&](int port) {
             spdlog::info("ready on {}:{}", settings.host, port);
             // Other programs wait for this line.
             fmt::print("NextGen is ready: {}://{}:{}\n", settings.tlsCertificate.empty() ? "http" : "https",
                        settings.host == "0.0.0.0" ? "127.0.0.1" : settings.host, port);
             std::fflush(stdout);
         },
         [&] {
             isStackLost = isStackLost || !stack.isRunning();
             return !isStopWanted && !isStackLost;
         }});
    if (isStackLost) {
        spdlog::error("the private PostgreSQL or Redis has ended; see {}", stack.folder().log().string());
        return 1;
    }
    spdlog::info("stopping");
    return 0;
}

int migrate(const Settings& settings) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "migrate");
    const auto applied = prepareDatabase(settings, stack);
    fmt::print("{} of {} migrations were applied now; the schema is current.\n", applied.size(),
               sql::migrations().size());
    return 0;
}

int seedDemo(const Settings& settings) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "seed");
    prepareDatabase(settings, stack);
    loadDemo(stack.databaseOwnerUrl());
    fmt::print("The demo tenant is loaded.\n");
    return 0;
}

int seedGenerated(const Settings& settings, const GeneratorChoices& choices) {
    constexpr double bytesAtScaleOne =
        55e9;  // 48 GB of rows and indexes, and what is sorted and logged meanwhile
    const Date now = today(systemNow);
    const std::optional<Date> until =
        Date::parse((choices.until.empty() ? now.toString().substr(0, 7) : choices.until) + "-01");
    if (!until || *until > seed::monthAfter(now, 3)) {
        throw BadSettings("--until is a month, as 2026-11, three months ahead at most.");
    }
    Stack stack(stackSettings(settings), Stack::Use::Visit, "seed");
    const auto free = static_cast<double>(std::filesystem::space(stack.folder().root()).available);
    if (stack.isDatabasePrivate() && free < choices.scale * bytesAtScaleOne) {
        throw BadSettings(fmt::format("Scale {} takes {:.1f} GB, and {:.1f} are free in {}.", choices.scale,
                                      choices.scale * bytesAtScaleOne / 1e9, free / 1e9,
                                      stack.folder().root().string()));
    }
    prepareDatabase(settings, stack);
    seed::generate({stack.databaseOwnerUrl(),
                    {choices.scale, choices.seed, choices.tenants, choices.months, *until},
                    choices.isBesideOthers,
                    [](const std::string& step) {
                        fmt::print("{}\n", step);
                        std::fflush(stdout);
                    }});
    fmt::print("Generated: {}0 and {} small tenants.\n", seed::slugPrefix, choices.tenants);
    return 0;
}

}  // namespace nextgen::command
