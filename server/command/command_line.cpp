#include "server/command/command_line.h"

#include "server/command/commands.h"
#include "server/command/invocation.h"
#include "server/log/mask.h"
#include "shared/api/openapi.h"

#include <fmt/format.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

namespace nextgen::command {

namespace {

/// Reads the command line into what there is to do.
class CommandLine {
  public:
    CommandLine() {
        m_app.require_subcommand(1);
        m_app.fallthrough();  // --data may stand after the subcommand too
        m_app.set_version_flag("--version", NEXTGEN_VERSION);
        m_app.add_option("--config", m_sources.file,
                         "TOML file of settings (default: nextgen.toml in the data folder)");
        m_app.add_option_function<std::string>(
            "--data", [this](const std::string& text) { set("data", text); },
            "data folder (default: ~/.local/share/nextgen)");
        m_app
            .add_option_function<std::vector<std::string>>(
                "--set", [this](const std::vector<std::string>& pairs) { setPairs(pairs); },
                "KEY=VALUE, any setting; see below")
            ->allow_extra_args(false);
        m_app.footer(settingsHelp());
        addServe();
        addDatabase();
        addKeys();
        addAudit();
        addAdmin();
        addPlain("doctor", "Checks settings, folders and services, and says what to do about each fault",
                 [this] { return doctor(m_sources); });
        addPlain("openapi", "Prints the OpenAPI document of the API", [] {
            std::cout << api::openApiDocument(NEXTGEN_VERSION) << '\n';
            return 0;
        });
    }

    int run(int argc, char** argv) {
        try {
            m_app.parse(argc, argv);
        } catch (const CLI::ParseError& problem) {
            return m_app.exit(problem);
        }
        return m_chosen();
    }

  private:
    void set(const std::string& key, const std::string& text) { m_sources.options.emplace_back(key, text); }

    void setPairs(const std::vector<std::string>& pairs) {
        for (const std::string& pair : pairs) {
            const std::size_t equals = pair.find('=');
            if (equals == std::string::npos) {
                throw CLI::ValidationError("--set", pair + " is not KEY=VALUE");
            }
            set(pair.substr(0, equals), pair.substr(equals + 1));
        }
    }

    static std::string settingsHelp() {
        std::string text = "Settings, in the TOML file, as environment variables and for --set:\n";
        for (const SettingLine& line : settingLines()) {
            text += fmt::format("  {:<28}{}{}\n  {:<28}{}\n", line.key, line.explanation,
                                line.fallback.empty() ? "" : fmt::format(" [{}]", line.fallback), "",
                                environmentName(line.key));
        }
        return text;
    }

    /// Settings and log for a command that works with the stack.
    Settings prepared() {
        Settings settings = settingsFrom(m_sources);
        beginLog(settings.logLevel);
        return settings;
    }

    CLI::App* addPlain(const std::string& name, const std::string& description, std::function<int()> action) {
        CLI::App* const command = m_app.add_subcommand(name, description);
        command->callback([this, action = std::move(action)] { m_chosen = action; });
        return command;
    }

    void addServe() {
        CLI::App* const command = addPlain("serve", "Starts the stack, migrates and serves",
                                           [this] { return serve(prepared(), m_serve); });
        for (const char* key : {"host", "port", "threads"}) {
            command->add_option_function<std::string>(
                fmt::format("--{}", key), [this, key](const std::string& text) { set(key, text); },
                fmt::format("the setting {}", key));
        }
        command->add_flag("--demo", m_serve.isDemo,
                          "load the demo tenant, and accept its well-known passwords");
        command->add_flag("--first-admin", m_serve.isFirstAdmin,
                          "while nobody can sign in: make the administrator of NEXTGEN_ADMIN_EMAIL and "
                          "NEXTGEN_ADMIN_PASSWORD, or ask");
        addPlain("migrate", "Brings the database to this program's schema",
                 [this] { return migrate(prepared()); });
        addSeed();
    }

    void addSeed() {
        CLI::App* const seed = addPlain("seed", "Loads data to try the program out", [this] {
            return m_serve.isDemo ? seedDemo(prepared()) : seedGenerated(prepared(), m_generator);
        });
        CLI::Option* const demo = seed->add_flag("--demo", m_serve.isDemo, "the demo tenant with its users");
        CLI::Option* const scale =
            seed->add_option("--scale", m_generator.scale,
                             "generated tenants without users who could sign in: 1 is two million users and "
                             "products and ten million orders (50 GB), 0.01 a hundredth of it")
                ->check(CLI::Range(0.0001, 1.0))
                ->excludes(demo);
        seed->add_option("--seed", m_generator.seed, "the same number gives the same rows")
            ->capture_default_str()
            ->needs(scale);
        seed->add_option("--tenants", m_generator.tenants, "small tenants beside the large one")
            ->check(CLI::Range(0, 500))
            ->capture_default_str()
            ->needs(scale);
        seed->add_option("--months", m_generator.months, "over which the rows are spread")
            ->check(CLI::Range(1, 240))
            ->capture_default_str()
            ->needs(scale);
        seed->add_option("--until", m_generator.until,
                         "YYYY-MM, the month after the last one; this month unless it is said")
            ->needs(scale);
        seed->add_flag("--beside-others", m_generator.isBesideOthers,
                       "also in a database of other tenants, whose tables are locked meanwhile")
            ->needs(scale);
        seed->require_option(1, 0);
    }

    void addDatabase() {
        CLI::App* const shell = addPlain("psql", "Opens psql on the database; arguments after -- are psql's",
                                         [this] { return psql(prepared(), m_role, m_arguments); });
        shell->add_option("--role", m_role, "owner, server or reader")
            ->check(CLI::IsMember({"owner", "server", "reader"}))
            ->capture_default_str();
        shell->add_option("arguments", m_arguments, "arguments of psql, after --");
        addPlain("schema", "Prints the reference of the database's tables as Markdown",
                 [this] { return describeSchema(prepared()); });
        addPlain("backup", "Writes the database and the uploads into a new folder",
                 [this] { return backup(prepared(), m_path); })
            ->add_option("folder", m_path, "where to; must not exist yet")
            ->required();
        addPlain("restore", "Brings a backup back; what is there now is kept beside it",
                 [this] { return restore(prepared(), m_path); })
            ->add_option("folder", m_path, "a folder that backup wrote")
            ->required();
    }

    void addKeys() {
        CLI::App* const keys =
            m_app.add_subcommand("keys", "Shows and changes the keys by which secrets are encrypted");
        keys->require_subcommand(1);
        keys->add_subcommand("status", "Which keys there are and in what state; no key is shown")
            ->callback([this] { m_chosen = [this] { return keysStatus(prepared()); }; });
        CLI::App* const rotate = keys->add_subcommand(
            "rotate", "Gives tenants new keys and writes their secrets anew, while servers serve");
        auto* const one = rotate->add_option("--tenant", m_keys.tenant, "the tenant's slug");
        auto* const all = rotate->add_flag("--all", m_isAllTenants, "every tenant");
        one->excludes(all);
        rotate->add_flag("--index", m_keys.isIndex,
                         "the keys that secrets are found by, instead of those of the data");
        rotate->callback([this, one, all] {
            if (one->count() + all->count() == 0) {
                throw CLI::RequiredError("--tenant or --all");
            }
            m_chosen = [this] { return rotateKeys(prepared(), m_keys); };
        });
        keys->add_subcommand("rewrap",
                             "Makes a new master key and forgets the one before; no secret is written anew")
            ->callback([this] { m_chosen = [this] { return rewrapKeys(prepared()); }; });
    }

    void addAudit() {
        CLI::App* const audit =
            m_app.add_subcommand("audit", "Proves that the audit trail is as it was written");
        audit->require_subcommand(1);
        CLI::App* const verify = audit->add_subcommand(
            "verify",
            "Names every row that was edited, removed, inserted or cut off; status 1 if there is one");
        verify->add_option("--tenant", m_audit.tenant, "the tenant's slug (default: all)");
        verify->add_option("--anchors", m_audit.anchors,
                           "a copy of the anchors' file, from where it is kept (default: the file itself)");
        verify->callback([this] { m_chosen = [this] { return verifyAudit(prepared(), m_audit); }; });
        audit
            ->add_subcommand("anchor", "Notes how long each tenant's trail is, in the database and in a file")
            ->callback([this] { m_chosen = [this] { return anchorAudit(prepared()); }; });
    }

    void addAdmin() {
        CLI::App* const admin =
            m_app.add_subcommand("admin", "Makes tenants and users, and lets people in again");
        admin->require_subcommand(1);
        CLI::App* const tenant = admin->add_subcommand("create-tenant", "A tenant with its built-in roles");
        tenant->add_option("slug", m_user.tenant, "its name when signing in: a-z, 0-9 and -")->required();
        tenant->add_option("--name", m_tenantName, "its name for people")->required();
        tenant->callback(
            [this] { m_chosen = [this] { return createTenant(prepared(), m_user.tenant, m_tenantName); }; });
        CLI::App* const user = admin->add_subcommand(
            "create-user",
            "A person who can sign in; the password comes from NEXTGEN_ADMIN_PASSWORD or is asked for");
        user->add_option("tenant", m_user.tenant, "the tenant's slug")->required();
        user->add_option("email", m_user.email, "what the person signs in with")->required();
        user->add_option("--name", m_user.displayName, "the person's name")->required();
        user->add_option("--role", m_user.role,
                         "SUPER_ADMIN, ADMIN, VENDOR, DEALER, EXECUTOR, CUSTOMER or the tenant's own")
            ->required();
        user->add_option("--dealer", m_user.dealerCode,
                         "of a DEALER: the code of the dealer whose person it is");
        user->callback([this] { m_chosen = [this] { return createUser(prepared(), m_user); }; });
        user->add_flag("--must-change-password", m_user.mustChangePassword,
                       "the person has to choose another password at the first sign-in");
        addPersonal(admin, "reset-password",
                    "Prints a token by which a person sets a new password within 30 minutes", resetPassword);
        addPersonal(admin, "reset-second-factor",
                    "Turns the second factor of a person off who has lost it, and ends all sessions",
                    resetSecondFactor);
    }

    /// What is done to one person.
    void addPersonal(CLI::App* admin, const std::string& name, const std::string& description,
                     int (*action)(const Settings&, const std::string& tenant, const std::string& email)) {
        CLI::App* const command = admin->add_subcommand(name, description);
        command->add_option("tenant", m_user.tenant, "the tenant's slug")->required();
        command->add_option("email", m_user.email, "what the person signs in with")->required();
        command->callback([this, action] {
            m_chosen = [this, action] { return action(prepared(), m_user.tenant, m_user.email); };
        });
    }

    CLI::App m_app{"The server of NextGen Marketplace", "nextgen-server"};
    SettingSources m_sources;
    std::function<int()> m_chosen;
    ServeChoices m_serve;
    GeneratorChoices m_generator;
    std::string m_role = "owner";
    std::vector<std::string> m_arguments;
    std::filesystem::path m_path;
    std::string m_tenantName;
    NewUser m_user;
    KeysChoices m_keys;
    AuditChoices m_audit;
    bool m_isAllTenants = false;
};

}  // namespace

int run(int argc, char** argv) {
    try {
        if (sodium_init() < 0) {
            throw std::runtime_error("libsodium cannot be used on this machine");
        }
        return CommandLine().run(argc, argv);
    } catch (const BadSettings& problem) {
        fmt::print(stderr, "nextgen-server: {}\n", log::masked(problem.what()));
        return 2;
    } catch (const std::exception& problem) {
        fmt::print(stderr, "nextgen-server: {}\n", log::masked(problem.what()));
        return 1;
    }
}

}  // namespace nextgen::command
