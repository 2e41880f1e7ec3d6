#include "tests/bench/figures.h"
#include "tests/bench/load.h"
#include "tests/bench/usage.h"

#include <fmt/format.h>
#include <xcb/xcb.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <thread>

namespace nextgen::bench {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// What libxcb answers is the caller's to free.
struct Free {
    void operator()(void* answer) const { std::free(answer); }
};
template <class T>
using Freed = std::unique_ptr<T, Free>;

struct Disconnect {
    void operator()(xcb_connection_t* open) const { xcb_disconnect(open); }
};

/// A display of our own that nobody sees, and which windows appear on it.
class Screen {
  public:
    explicit Screen(const Site& site)
        : m_server({"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp",
                    "-noreset"},
                   site.logOf("xvfb")) {
        for (int tick = 0; tick < 1000 && number().empty(); ++tick) {
            std::this_thread::sleep_for(10ms);
        }
        m_connection.reset(xcb_connect((":" + number()).c_str(), nullptr));
        if (xcb_connection_has_error(m_connection.get()) != 0) {
            throw std::runtime_error("no X server can be used: " + m_server.output());
        }
        const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data->root;
        const std::uint32_t wanted = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection.get(), root, XCB_CW_EVENT_MASK, &wanted);
        xcb_flush(m_connection.get());
    }

    std::string name() const { return ":" + number(); }

    /// Waits for a window of a size to look at that has something painted on it.
    void waitForWindow(Program& program) {
        const auto end = Clock::now() + 20s;
        xcb_window_t window = 0;
        while (Clock::now() < end && program.isRunning()) {
            const Freed<xcb_generic_event_t> event(xcb_poll_for_event(m_connection.get()));
            if (event && (event->response_type & 0x7fU) == XCB_MAP_NOTIFY) {
                const auto mapped = reinterpret_cast<const xcb_map_notify_event_t*>(event.get())->window;
                if (isLarge(mapped)) {
                    window = mapped;
                }
            }
            if (window != 0 && isPainted(window)) {
                return;
            }
            if (!event) {
                std::this_thread::sleep_for(1ms);
            }
        }
        throw std::runtime_error("no window appeared: " + program.output());
    }

    /// Takes the events of windows that went.
    void forget() {
        std::this_thread::sleep_for(100ms);
        while (Freed<xcb_generic_event_t>(xcb_poll_for_event(m_connection.get()))) {
        }
    }

  private:
    /// What Xvfb says on its output when it is ready; empty before.
    std::string number() const {
        const std::string text = m_server.output();
        const auto end = text.find('\n');
        return end == std::string::npos ? std::string() : text.substr(0, end);
    }

    Freed<xcb_get_geometry_reply_t> geometry(xcb_window_t window) const {
        return Freed<xcb_get_geometry_reply_t>(xcb_get_geometry_reply(
            m_connection.get(), xcb_get_geometry(m_connection.get(), window), nullptr));
    }

    bool isLarge(xcb_window_t window) const {
        const auto size = geometry(window);
        return size && size->width >= 100 && size->height >= 100;
    }

    /// Whether not all of its pixels are alike.
    bool isPainted(xcb_window_t window) const {
        const auto size = geometry(window);
        if (!size) {
            return false;
        }
        const Freed<xcb_get_image_reply_t> image(
            xcb_get_image_reply(m_connection.get(),
                                xcb_get_image(m_connection.get(), XCB_IMAGE_FORMAT_Z_PIXMAP, window, 0, 0,
                                              size->width, size->height, ~0U),
                                nullptr));
        if (!image) {
            return false;
        }
        const auto* const bytes = reinterpret_cast<const char*>(xcb_get_image_data(image.get()));
        const std::string_view pixels(bytes,
                                      static_cast<std::size_t>(xcb_get_image_data_length(image.get())));
        return pixels.size() > 4 && pixels.substr(4) != pixels.substr(0, pixels.size() - 4);
    }

    Program m_server;
    std::unique_ptr<xcb_connection_t, Disconnect> m_connection;
};

/// A command as somebody at that screen would start it.
std::vector<std::string> atScreen(const Screen& screen, const std::filesystem::path& home,
                                  std::vector<std::string> command) {
    command.insert(command.begin(), {"/usr/bin/env", "DISPLAY=" + screen.name(), "QT_QPA_PLATFORM=xcb",
                                     "HOME=" + home.string(), "XDG_RUNTIME_DIR=" + home.string(),
                                     "DBUS_SESSION_BUS_ADDRESS=disabled:"});
    return command;
}

struct Start {
    double seconds = 0;  ///< from starting the program to its first painted window
    double memory = 0;   ///< the most until then, in MiB
};

Start startOf(const Site& site, Screen& screen, const std::filesystem::path& home,
              std::vector<std::string> command) {
    command = atScreen(screen, home, std::move(command));
    screen.forget();
    const auto begin = Clock::now();
    Program program(std::move(command), site.logOf("window"));
    screen.waitForWindow(program);
    const std::chrono::duration<double> taken = Clock::now() - begin;
    return {taken.count(), peakMemory(program.pid()).value_or(0)};
}

/// Another business client of this machine, where Debian's tryton-client is installed.
void measureTryton(const Site& site, const Rounds& rounds, Screen& screen, const std::filesystem::path& home,
                   const std::vector<std::string>& client, Report& report) {
    const std::vector<std::string> tryton{"/usr/bin/tryton"};
    if (!std::filesystem::exists(tryton.front())) {
        return;
    }
    Figure time{"client_start_beside_tryton",
                "Client: sign-in window painted",
                Unit::Seconds,
                {},
                "Tryton's, of Debian",
                {},
                1.0};
    Figure memory{"client_memory_beside_tryton",
                  "Client: peak memory by then",
                  Unit::MebiBytes,
                  {},
                  "Tryton's, of Debian",
                  {},
                  1.0};
    startOf(site, screen, home, tryton);
    for (int round = 0; round < rounds.start; ++round) {
        const Start ours = startOf(site, screen, home, client);
        const Start theirs = startOf(site, screen, home, tryton);
        time.ours.push_back(ours.seconds);
        time.limit.push_back(theirs.seconds);
        memory.ours.push_back(ours.memory);
        memory.limit.push_back(theirs.memory);
    }
    report.figures.insert(report.figures.end(), {time, memory});
}

/// The client opened on a list by somebody who is signed in, and searched in.
void measureUse(const Site& site, const Rounds& rounds, const Screen& screen,
                const std::filesystem::path& home, Report& report) {
    Figure shown{
        "client_page", "Client: a page of 100 rows painted", Unit::Milliseconds, {}, "500 ms", {}, 1.0};
    Figure memory{
        "client_page_memory", "Client: peak memory with it", Unit::MebiBytes, {}, "120 MiB", {}, 1.0};
    Figure keystroke{"client_keystroke",
                     "Client: a typed letter to its rows, less the answer",
                     Unit::Milliseconds,
                     {},
                     "100 ms",
                     {},
                     1.0};
    const Server server(site, Site::base);
    const std::string token = server.signIn(0);
    for (int round = 0; round <= rounds.start; ++round) {
        const auto now = Clock::now().time_since_epoch();
        Program program(
            atScreen(screen, home,
                     {"NEXTGEN_TOKEN=" + token, (site.programs() / "nextgen-bench-desk").string(),
                      fmt::format("http://127.0.0.1:{}", server.port()), "dealers",
                      std::to_string(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count())}),
            site.logOf("desk"));
        program.finish();
        const double answer = load({server.port(),
                                    {{getRequest("/api/v1/dealers?limit=100&q=%D9%86%D9%85%D9%88",
                                                 "Authorization: Bearer " + token + "\r\n")}},
                                    std::chrono::milliseconds(500)})
                                  .medianMicroseconds /
                              1000;
        // The first start reads its files from the disk.
        if (round > 0) {
            shown.ours.push_back(program.figure("painted"));
            shown.limit.push_back(500);
            memory.ours.push_back(program.figure("memory"));
            memory.limit.push_back(120);
            keystroke.ours.push_back(program.figure("keystroke") - answer);
            keystroke.limit.push_back(100);
        }
    }
    report.figures.insert(report.figures.end(), {shown, memory, keystroke});
}

}  // namespace

void measureStart(const Site& site, const Rounds& rounds, Report& report) {
    Figure start{"client_start", "Client: sign-in window painted", Unit::Seconds, {}, "1 s", {}, 1.0};
    Figure beside{"client_start_beside_qt",
                  "Client: sign-in window painted",
                  Unit::Seconds,
                  {},
                  "smallest Qt program with a form",
                  {},
                  {}};
    const std::filesystem::path home = site.folder().root() / "home";
    std::filesystem::create_directory(home);
    std::filesystem::permissions(home, std::filesystem::perms::owner_all);
    Screen screen(site);
    const std::vector<std::string> client{(site.programs() / "nextgen-backoffice").string(), "--server",
                                          "http://127.0.0.1:9"};
    const std::vector<std::string> smallest{(site.programs() / "nextgen-bench-window").string()};
    // The first start of each reads its files from the disk, and makes its caches.
    startOf(site, screen, home, client);
    startOf(site, screen, home, smallest);
    for (int round = 0; round < rounds.start; ++round) {
        start.ours.push_back(startOf(site, screen, home, client).seconds);
        start.limit.push_back(1);
        beside.limit.push_back(startOf(site, screen, home, smallest).seconds);
    }
    beside.ours = start.ours;
    report.figures.insert(report.figures.end(), {start, beside});
    measureTryton(site, rounds, screen, home, client, report);
    measureUse(site, rounds, screen, home, report);
}

}  // namespace nextgen::bench
