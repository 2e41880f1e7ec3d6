#pragma once

#include "tests/bench/screen.h"

#include <filesystem>
#include <vector>

namespace nextgen::bench {

/// Another business program of this machine to hold the client against: Debian's Tryton 6.0, its server on
/// SQLite with a thousand parties, its client on the bench's screen.
class Tryton {
  public:
    /// Whether Debian's tryton-client is installed.
    static bool hasClient();
    /// Whether all is there that a list takes: tryton-server, tryton-modules-party and xdotool as well.
    static bool hasServer();

    static std::vector<std::string> client();

    /// Makes the database, which takes half a minute, and serves it. std::runtime_error with what went wrong.
    Tryton(const Site& site, const std::filesystem::path& home);

    struct List {
        double milliseconds = 0;  ///< from Enter on the password to the last pixel that changes
        double memory = 0;        ///< the client's most with it, in MiB
    };
    /// Starts the client, signs in and waits for the list of parties.
    List openList(Screen& screen) const;

  private:
    static std::filesystem::path prepare(const std::filesystem::path& home, const std::filesystem::path& log);

    std::filesystem::path m_home;
    std::filesystem::path m_log;
    std::filesystem::path m_settings;
    Program m_server;
};

}  // namespace nextgen::bench
