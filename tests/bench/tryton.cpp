#include "tests/bench/tryton.h"

#include "tests/bench/usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>

namespace nextgen::bench {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr int port = 8651;
constexpr const char* password = "bench-password";
// The list fills most of the window of 970 x 776; what the password's question leaves behind is less.
constexpr std::size_t listPixels = 300'000;
constexpr auto quiet = 2s;

constexpr const char* modules = "/usr/lib/python3/dist-packages/trytond/modules/party";

// What trytond-admin cannot do: rows, and no wizard at the first sign-in.
constexpr const char* fillScript = R"(
import sys
from trytond.config import config
config.update_etc(sys.argv[1])
from trytond.pool import Pool
from trytond.transaction import Transaction
Pool.start()
pool = Pool('bench')
pool.init()
with Transaction().start('bench', 1) as transaction:
    pool.get('party.party').create([{'name': 'Party %04d' % i} for i in range(1000)])
    administrator = pool.get('res.user')(1)
    administrator.actions = []
    administrator.save()
    transaction.commit()
)";

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

}  // namespace

bool Tryton::hasClient() {
    return fs::exists(client().front());
}

bool Tryton::hasServer() {
    return hasClient() && std::ranges::all_of(std::array{"/usr/bin/trytond", "/usr/bin/trytond-admin",
                                                         "/usr/bin/xdotool", modules},
                                              [](const char* file) { return fs::exists(file); });
}

std::vector<std::string> Tryton::client() {
    return {"/usr/bin/tryton"};
}

Tryton::Tryton(const Site& site, const fs::path& home)
    : m_home(home),
      m_log(site.logOf("tryton")),
      m_settings(prepare(home, m_log)),
      m_server({"/usr/bin/trytond", "-c", m_settings.string(), "-d", "bench"}, site.logOf("trytond")) {
    m_server.waitForLine(fmt::format(" * Running on http://127.0.0.1:{}", port));
}

fs::path Tryton::prepare(const fs::path& home, const fs::path& log) {
    const fs::path folder = home / "tryton";
    const fs::path settings = folder / "trytond.conf";
    fs::create_directories(folder / "databases");
    write(settings, fmt::format("[database]\nuri = sqlite://\npath = {}\n[web]\nlisten = 127.0.0.1:{}\n",
                                (folder / "databases").string(), port));
    write(folder / "databases" / "bench.sqlite", {});
    write(folder / "password", password);
    write(folder / "fill.py", fillScript);
    // A caret that blinks would never let the screen come to rest.
    fs::create_directories(home / ".config" / "gtk-3.0");
    write(home / ".config" / "gtk-3.0" / "settings.ini", "[Settings]\ngtk-cursor-blink=0\n");
    const auto run = [&](std::vector<std::string> command) {
        command.insert(command.begin(), {"/usr/bin/env", "TRYTONPASSFILE=" + (folder / "password").string()});
        Program(std::move(command), log).finish();
    };
    run({"/usr/bin/trytond-admin", "-c", settings.string(), "-d", "bench", "--all", "--email",
         "bench@localhost"});
    run({"/usr/bin/trytond-admin", "-c", settings.string(), "-d", "bench", "-u", "party",
         "--activate-dependencies"});
    run({"/usr/bin/python3", (folder / "fill.py").string(), settings.string()});
    return settings;
}

Tryton::List Tryton::openList(Screen& screen) const {
    std::vector<std::string> command = client();
    command.insert(command.end(),
                   {"-u", "admin", fmt::format("tryton://127.0.0.1:{}/bench/model/party.party", port)});
    screen.forget();
    Program program(screen.started(m_home, std::move(command)), m_log);
    screen.waitForWindow(program);
    screen.lastChange({}, 0, quiet);
    const std::string before = screen.picture();
    const auto pressed = screen.type(password);
    const std::chrono::duration<double, std::milli> taken =
        screen.lastChange(before, listPixels, quiet) - pressed;
    return {taken.count(), peakMemory(program.pid()).value_or(0)};
}

}  // namespace nextgen::bench
