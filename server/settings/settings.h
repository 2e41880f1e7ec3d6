#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen {

/// What an installation can choose. Each member's key, default and explanation stand in settingLines().
struct Settings {
    std::filesystem::path data;
    std::string host;
    int port = 0;
    int threads = 0;
    std::string logLevel;
    std::string databaseUrl;        ///< empty: the private PostgreSQL
    std::string databaseReaderUrl;  ///< empty: databaseUrl
    std::string databaseOwnerUrl;
    std::filesystem::path databaseVersions;
    int databaseConnections = 0;  ///< of each of the two pools
    std::string redisUrl;         ///< empty: the private Redis
    int bodyMaxKib = 0;
    int uploadMaxMib = 0;
    int fileMaxMib = 0;                    ///< of a file that is attached to a record
    int requestsPerMinute = 0;             ///< of one user; 0: no limit
    int signInsPerMinute = 0;              ///< from one address; 0: no limit
    int wrongFromAddress = 0;              ///< wrong sign-ins from one address in 15 minutes; 0: no limit
    int sessionHours = 0;                  ///< how long a session lasts at most
    int sessionIdleMinutes = 0;            ///< how long it lasts unused
    int passwordPasses = 0;                ///< of Argon2id
    int passwordMemoryMib = 0;             ///< of Argon2id
    int passwordsAtOnce = 0;               ///< hashes made at the same time
    int passwordWaitMs = 0;                ///< how long one waits for its turn
    std::filesystem::path tlsCertificate;  ///< with tlsKey: TLS is spoken
    std::filesystem::path tlsKey;
    bool isTlsProxys = false;               ///< a proxy before this server speaks TLS with the world
    std::string trustedProxies;             ///< addresses by comma whose X-Forwarded-For is believed
    std::string secret;                     ///< empty: drawn at start
    std::filesystem::path masterKeyFile;    ///< empty: master.key in the data folder
    std::filesystem::path storageFolder;    ///< empty: objects in the uploads of the data folder
    std::string mailUrl;                    ///< empty: e-mails stay in the outbox
    std::string mailUser;
    std::string mailPassword;
    std::string mailFrom;
    std::filesystem::path auditAnchorFile;  ///< empty: audit-anchors.jsonl in the data folder
};

/// One line of the table of settings.
struct SettingLine {
    std::string_view key;  ///< in the TOML file, "database.url"; the variable is NEXTGEN_DATABASE_URL
    std::string_view fallback;
    std::string_view explanation;
    /// Takes the value over; what is wrong with it otherwise, as a sentence.
    std::optional<std::string> (*assign)(Settings& settings, const std::string& text);
    /// For people: without passwords and secrets.
    std::string (*show)(const Settings& settings);
};

std::span<const SettingLine> settingLines();

/// "database.url" -> "NEXTGEN_DATABASE_URL".
std::string environmentName(std::string_view key);

/// Whether only this machine reaches an address.
bool isLoopback(std::string_view host);

/// Something wrong with the settings, and its remedy.
struct SettingProblem {
    std::string where;  ///< the file, variable or option
    std::string text;
};

/// Where values come from; the later ones win.
struct SettingSources {
    std::filesystem::path file;  ///< empty: nextgen.toml of the data folder, if there
    std::vector<std::pair<std::string, std::string>> options;  ///< key and text, from the command line
};

struct LoadedSettings {
    Settings settings;
    std::filesystem::path file;  ///< the TOML file that was read; empty: none
    std::vector<SettingProblem> problems;
};

/// Defaults, then the TOML file, then the environment, then the options. All problems at once; with a
/// problem, that setting keeps its earlier value.
LoadedSettings loadSettings(const SettingSources& sources);

}  // namespace nextgen
