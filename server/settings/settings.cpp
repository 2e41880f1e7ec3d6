#include "server/settings/settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>

namespace nextgen {

namespace fs = std::filesystem;

namespace {

using Problem = std::optional<std::string>;

Problem assignNumber(int& into, const std::string& text, int min, int max) {
    int value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size() || value < min || value > max) {
        return fmt::format("\"{}\" is not a whole number from {} to {}", text, min, max);
    }
    into = value;
    return std::nullopt;
}

template <int Settings::*Member, int Min, int Max>
constexpr SettingLine number(std::string_view key, std::string_view fallback, std::string_view explanation) {
    return {key, fallback, explanation,
            [](Settings& settings, const std::string& text) {
                return assignNumber(settings.*Member, text, Min, Max);
            },
            [](const Settings& settings) { return std::to_string(settings.*Member); }};
}

/// An address without what stands between // and @, which may hold a password.
std::string withoutSecret(std::string text) {
    const std::size_t begin = text.find("//");
    const std::size_t end = text.find('@');
    if (begin != std::string::npos && end != std::string::npos && begin < end) {
        text.replace(begin + 2, end - begin - 2, "…");
    }
    return text.find("password") == std::string::npos ? text : "(set)";
}

template <std::string Settings::*Member>
constexpr SettingLine text(std::string_view key, std::string_view fallback, std::string_view explanation) {
    return {key, fallback, explanation,
            [](Settings& settings, const std::string& value) -> Problem {
                settings.*Member = value;
                return std::nullopt;
            },
            [](const Settings& settings) { return withoutSecret(settings.*Member); }};
}

Problem assignData(Settings& settings, const std::string& value) {
    if (value.empty()) {
        return "the data folder must be named";
    }
    settings.data = fs::absolute(value);
    return std::nullopt;
}

Problem assignVersions(Settings& settings, const std::string& value) {
    settings.databaseVersions = fs::absolute(value);
    return std::nullopt;
}

template <fs::path Settings::*Member>
constexpr SettingLine file(std::string_view key, std::string_view explanation) {
    return {key, "", explanation,
            [](Settings& settings, const std::string& value) -> Problem {
                settings.*Member = value.empty() ? fs::path() : fs::absolute(value);
                return std::nullopt;
            },
            [](const Settings& settings) { return (settings.*Member).string(); }};
}

Problem assignSecret(Settings& settings, const std::string& value) {
    settings.secret = value;
    return std::nullopt;
}

Problem assignMailUrl(Settings& settings, const std::string& value) {
    if (!value.empty() && !value.starts_with("smtp://") && !value.starts_with("smtps://")) {
        return fmt::format("\"{}\" begins neither with smtp:// nor with smtps://", withoutSecret(value));
    }
    settings.mailUrl = value;
    return std::nullopt;
}

Problem assignMailPassword(Settings& settings, const std::string& value) {
    settings.mailPassword = value;
    return std::nullopt;
}

Problem assignTlsProxy(Settings& settings, const std::string& value) {
    if (value != "yes" && value != "no") {
        return fmt::format("\"{}\" is neither yes nor no", value);
    }
    settings.isTlsProxys = value == "yes";
    return std::nullopt;
}

Problem assignLogLevel(Settings& settings, const std::string& value) {
    constexpr std::array<std::string_view, 5> levels{"debug", "info", "warning", "error", "off"};
    if (std::find(levels.begin(), levels.end(), value) == levels.end()) {
        return fmt::format("\"{}\" is none of debug, info, warning, error, off", value);
    }
    settings.logLevel = value;
    return std::nullopt;
}

Problem assignRedisUrl(Settings& settings, const std::string& value) {
    if (!value.empty() && !value.starts_with("unix:/") && !value.starts_with("redis://")) {
        return fmt::format("\"{}\" begins neither with unix:/ nor with redis://", value);
    }
    settings.redisUrl = value;
    return std::nullopt;
}

constexpr auto lines = std::to_array<SettingLine>({
    {"data", "", "The data folder: private PostgreSQL and Redis, logs, uploads.", assignData,
     [](const Settings& settings) { return settings.data.string(); }},
    text<&Settings::host>("host", "127.0.0.1", "The address to listen on."),
    number<&Settings::port, 0, 65535>("port", "8640", "The port to listen on; 0 takes any free one."),
    number<&Settings::threads, 1, 4096>("threads", "256",
                                        "Requests answered at the same time; one thread each."),
    {"log.level", "info", "What is logged: debug, info, warning, error, off.", assignLogLevel,
     [](const Settings& settings) { return settings.logLevel; }},
    text<&Settings::databaseUrl>("database.url", "",
                                 "PostgreSQL as the role nextgen_server. Empty: a private one is run."),
    text<&Settings::databaseReaderUrl>("database.reader_url", "",
                                       "PostgreSQL as the role nextgen_reader. Needed with database.url."),
    text<&Settings::databaseOwnerUrl>(
        "database.owner_url", "",
        "PostgreSQL as the superuser who owns the schema, for migrations. Needed with database.url."),
    {"database.versions", "/usr/lib/postgresql",
     "Where the private PostgreSQL's programs are looked for: below 15/bin, 16/bin …", assignVersions,
     [](const Settings& settings) { return settings.databaseVersions.string(); }},
    number<&Settings::databaseConnections, 1, 100>("database.connections", "8",
                                                   "Connections of each of the two pools."),
    {"redis.url", "", "unix:/path or redis://host:port. Empty: a private one is run.", assignRedisUrl,
     [](const Settings& settings) { return withoutSecret(settings.redisUrl); }},
    number<&Settings::bodyMaxKib, 16, 65536>("limits.body_kib", "1024", "The largest request body, in KiB."),
    number<&Settings::uploadMaxMib, 1, 1024>("limits.upload_mib", "64", "The largest upload, in MiB."),
    number<&Settings::fileMaxMib, 1, 1024>("limits.file_mib", "20",
                                           "The largest file that is attached to a record, in MiB."),
    number<&Settings::requestsPerMinute, 0, 1000000>("limits.requests_per_minute", "1200",
                                                     "Requests of one user per minute; 0: no limit."),
    number<&Settings::signInsPerMinute, 0, 1000000>(
        "limits.sign_ins_per_minute", "60", "Attempts to sign in from one address per minute; 0: no limit."),
    number<&Settings::wrongFromAddress, 0, 1000000>(
        "limits.wrong_sign_ins_per_address", "20",
        "Wrong sign-ins from one address, of any names, that close the door to it for 15 minutes; 0: no limit."),
    number<&Settings::sessionHours, 1, 720>("sessions.hours", "24",
                                            "How long somebody stays signed in at most, in hours."),
    number<&Settings::sessionIdleMinutes, 1, 43200>(
        "sessions.idle_minutes", "720", "How long somebody stays signed in who does nothing, in minutes."),
    number<&Settings::passwordPasses, 1, 100>("passwords.passes", "2",
                                              "Passes of Argon2id; a hash is made anew at the next sign-in."),
    number<&Settings::passwordMemoryMib, 8, 1024>("passwords.memory_mib", "19", "Memory of Argon2id, in MiB."),
    number<&Settings::passwordsAtOnce, 1, 64>("passwords.at_once", "4",
                                              "Passwords hashed at the same time; each takes a core and its memory."),
    number<&Settings::passwordWaitMs, 1, 60000>(
        "passwords.wait_ms", "2000", "How long a password waits for its turn before the answer is 503."),
    text<&Settings::trustedProxies>(
        "proxies", "", "Addresses of our own proxies, by comma: their X-Forwarded-For is believed."),
    {"secret", "", "Signs the cursors of lists; servers behind one address share it. Empty: drawn at start.",
     assignSecret,
     [](const Settings& settings) { return std::string(settings.secret.empty() ? "" : "(set)"); }},
    file<&Settings::tlsCertificate>(
        "tls.certificate",
        "PEM file: the server's certificate, then those that lead to its authority. With tls.key the server "
        "speaks TLS itself."),
    file<&Settings::tlsKey>("tls.key", "PEM file: the certificate's key, closed to others."),
    {"tls.proxy", "no",
     "yes: a proxy before this server speaks TLS with the world, and nobody else reaches this address. "
     "Without it and without a certificate only this machine is served.",
     assignTlsProxy,
     [](const Settings& settings) { return std::string(settings.isTlsProxys ? "yes" : "no"); }},
    file<&Settings::masterKeyFile>(
        "keys.file",
        "The file of master keys, which encrypt the secrets of the database; servers of one database share "
        "it. Empty: master.key in the data folder."),
    file<&Settings::storageFolder>(
        "storage.folder",
        "Where attached files lie; servers of one database share it, and backup leaves it to you. Empty: in the "
        "uploads of the data folder."),
    {"mail.url", "",
     "The SMTP server that takes our e-mails: smtp://host:587 or smtps://host:465. Empty: they stay in the outbox.",
     assignMailUrl, [](const Settings& settings) { return withoutSecret(settings.mailUrl); }},
    text<&Settings::mailUser>("mail.user", "", "Who signs in there. Empty: nobody has to."),
    {"mail.password", "", "That user's password, best from the environment.", assignMailPassword,
     [](const Settings& settings) { return std::string(settings.mailPassword.empty() ? "" : "(set)"); }},
    text<&Settings::mailFrom>("mail.from", "", "Whom e-mails come from: NextGen <office@shop.ir>. Needed with mail.url."),
    file<&Settings::auditAnchorFile>(
        "audit.anchors",
        "The file that says every day how long each tenant's audit trail is, best on another machine's disk. "
        "Empty: audit-anchors.jsonl in the data folder."),
});

const SettingLine* lineOf(std::string_view key) {
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const SettingLine& line) { return line.key == key; });
    return found == lines.end() ? nullptr : &*found;
}

/// getenv, called before there is a second thread.
std::optional<std::string> environment(const std::string& name) {
    const char* const value = std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe)
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::string defaultDataFolder() {
    if (const auto base = environment("XDG_DATA_HOME"); base && !base->empty()) {
        return *base + "/nextgen";
    }
    return environment("HOME").value_or("/var/lib") + "/.local/share/nextgen";
}

class Loader {
  public:
    void set(const std::string& key, const std::string& value, const std::string& where) {
        const SettingLine* const line = lineOf(key);
        if (line == nullptr) {
            loaded.problems.push_back(
                {where, fmt::format("there is no setting {}; doctor lists them all", key)});
        } else if (const Problem problem = line->assign(loaded.settings, value)) {
            loaded.problems.push_back({where, fmt::format("{}: {}", key, *problem)});
        }
    }

    void readTable(const toml::table& table, const std::string& prefix) {
        for (const auto& [name, node] : table) {
            const std::string key = prefix + std::string(name.str());
            const std::string where = fmt::format("{}:{}", loaded.file.string(), node.source().begin.line);
            if (const toml::table* const inner = node.as_table()) {
                readTable(*inner, key + ".");
            } else if (const auto value = node.value<std::string>()) {
                set(key, *value, where);
            } else if (const auto whole = node.value<std::int64_t>(); whole && node.is_integer()) {
                set(key, std::to_string(*whole), where);
            } else {
                loaded.problems.push_back({where, fmt::format("{} must be a text or a whole number", key)});
            }
        }
    }

    void readFile(const fs::path& path) {
        loaded.file = path;
        try {
            readTable(toml::parse_file(path.string()), {});
        } catch (const toml::parse_error& failure) {
            loaded.problems.push_back(
                {fmt::format("{}:{}", path.string(), failure.source().begin.line), failure.what()});
        }
    }

    LoadedSettings loaded;
};

void readDefaults(Loader& loader) {
    for (const SettingLine& line : lines) {
        loader.set(std::string(line.key),
                   line.key == "data" ? defaultDataFolder() : std::string(line.fallback), "default");
    }
}

void readFromOutside(Loader& loader, const SettingSources& sources) {
    for (const SettingLine& line : lines) {
        if (const auto value = environment(environmentName(line.key))) {
            loader.set(std::string(line.key), *value, environmentName(line.key));
        }
    }
    for (const auto& [key, value] : sources.options) {
        loader.set(key, value, "option " + key);
    }
}

void checkTogether(LoadedSettings& loaded) {
    const Settings& settings = loaded.settings;
    if (!settings.databaseUrl.empty() &&
        (settings.databaseOwnerUrl.empty() || settings.databaseReaderUrl.empty())) {
        loaded.problems.push_back(
            {"database.url",
             "with a database of your own, set database.reader_url and database.owner_url too"});
    }
    if (!settings.mailUrl.empty() && settings.mailFrom.find('@') == std::string::npos) {
        loaded.problems.push_back(
            {"mail.from", "with mail.url it must name whom e-mails come from: NextGen <office@shop.ir>"});
    }
}

/// Tokens and national ids would go over the network for everybody to read.
void checkCover(LoadedSettings& loaded) {
    const Settings& settings = loaded.settings;
    const bool hasCertificate = !settings.tlsCertificate.empty();
    if (hasCertificate != !settings.tlsKey.empty()) {
        loaded.problems.push_back(
            {"tls.certificate", "tls.certificate and tls.key go together; set both or neither"});
    } else if (!isLoopback(settings.host) && !hasCertificate && !settings.isTlsProxys) {
        loaded.problems.push_back(
            {"host",
             fmt::format("{} is reached from other machines, and without TLS everybody on the way reads "
                         "passwords and tokens: set tls.certificate and tls.key, or, when a proxy before "
                         "this server speaks TLS, tls.proxy = \"yes\"; or listen on 127.0.0.1",
                         settings.host)});
    }
}

}  // namespace

bool isLoopback(std::string_view host) {
    return host == "localhost" || host == "::1" ||
           (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos);
}

std::span<const SettingLine> settingLines() {
    return lines;
}

std::string environmentName(std::string_view key) {
    std::string name = "NEXTGEN_";
    for (const char c : key) {
        name += c == '.' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return name;
}

LoadedSettings loadSettings(const SettingSources& sources) {
    // The file may lie in the data folder, which the environment or an option may name: look there first.
    Loader probe;
    readDefaults(probe);
    readFromOutside(probe, sources);
    const fs::path beside = probe.loaded.settings.data / "nextgen.toml";

    Loader loader;
    readDefaults(loader);
    std::error_code failure;
    if (!sources.file.empty()) {
        loader.readFile(sources.file);
    } else if (fs::exists(beside, failure)) {
        loader.readFile(beside);
    }
    readFromOutside(loader, sources);
    checkTogether(loader.loaded);
    checkCover(loader.loaded);
    return loader.loaded;
}

}  // namespace nextgen
