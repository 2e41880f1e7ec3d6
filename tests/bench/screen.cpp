#include "tests/bench/screen.h"

#include <xcb/xcb.h>

#include <cstdlib>
#include <stdexcept>
#include <string_view>
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

constexpr auto changeMax = 60s;

/// How many pixels of two pictures of one size are not alike.
std::size_t othersIn(std::string_view one, std::string_view other) {
    constexpr std::size_t bytes = 4;
    std::size_t count = 0;
    for (std::size_t at = 0; at + bytes <= one.size() && at + bytes <= other.size(); at += bytes) {
        count += one.substr(at, bytes) != other.substr(at, bytes) ? 1 : 0;
    }
    return count;
}

}  // namespace

void Screen::Disconnect::operator()(xcb_connection_t* open) const {
    xcb_disconnect(open);
}

Screen::Screen(const Site& site)
    : m_log(site.logOf("xdotool")),
      m_server({"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp",
                "-noreset"},
               site.logOf("xvfb")) {
    for (int tick = 0; tick < 1000 && number().empty(); ++tick) {
        std::this_thread::sleep_for(10ms);
    }
    m_connection.reset(xcb_connect(name().c_str(), nullptr));
    if (xcb_connection_has_error(m_connection.get()) != 0) {
        throw std::runtime_error("no X server can be used: " + m_server.output());
    }
    m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data->root;
    const std::uint32_t wanted = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(m_connection.get(), m_root, XCB_CW_EVENT_MASK, &wanted);
    xcb_flush(m_connection.get());
}

Screen::~Screen() = default;

std::vector<std::string> Screen::started(const std::filesystem::path& home,
                                         std::vector<std::string> command) const {
    command.insert(command.begin(),
                   {"/usr/bin/env", "DISPLAY=" + name(), "QT_QPA_PLATFORM=xcb", "HOME=" + home.string(),
                    "XDG_RUNTIME_DIR=" + home.string(), "DBUS_SESSION_BUS_ADDRESS=disabled:"});
    return command;
}

void Screen::waitForWindow(Program& program) {
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

void Screen::forget() {
    std::this_thread::sleep_for(100ms);
    while (Freed<xcb_generic_event_t>(xcb_poll_for_event(m_connection.get()))) {
    }
}

Clock::time_point Screen::type(const std::string& text) const {
    const auto press = [&](std::vector<std::string> command) {
        command.insert(command.begin(), {"/usr/bin/env", "DISPLAY=" + name(), "/usr/bin/xdotool"});
        Program(std::move(command), m_log).finish();
    };
    press({"type", text});
    const auto pressed = Clock::now();
    press({"key", "Return"});
    return pressed;
}

std::string Screen::picture() const {
    return pixels(m_root);
}

Clock::time_point Screen::lastChange(const std::string& before, std::size_t pixelsMin,
                                     std::chrono::milliseconds quiet) const {
    const auto end = Clock::now() + changeMax;
    std::string last = picture();
    auto changed = Clock::now();
    while (othersIn(last, before) < pixelsMin || Clock::now() - changed < quiet) {
        if (Clock::now() > end) {
            throw std::runtime_error("the screen does not come to what was awaited");
        }
        std::this_thread::sleep_for(5ms);
        std::string now = picture();
        if (now != last) {
            changed = Clock::now();
            last = std::move(now);
        }
    }
    return changed;
}

std::string Screen::name() const {
    return ':' + number();
}

/// What Xvfb says on its output when it is ready; empty before.
std::string Screen::number() const {
    const std::string text = m_server.output();
    const auto end = text.find('\n');
    return end == std::string::npos ? std::string() : text.substr(0, end);
}

bool Screen::isLarge(std::uint32_t window) const {
    const Freed<xcb_get_geometry_reply_t> size(
        xcb_get_geometry_reply(m_connection.get(), xcb_get_geometry(m_connection.get(), window), nullptr));
    return size && size->width >= 100 && size->height >= 100;
}

/// Whether not all of its pixels are alike.
bool Screen::isPainted(std::uint32_t window) const {
    const std::string all = pixels(window);
    const std::string_view view(all);
    return view.size() > 4 && view.substr(4) != view.substr(0, view.size() - 4);
}

/// Four bytes each; empty when the window is gone.
std::string Screen::pixels(std::uint32_t window) const {
    const Freed<xcb_get_geometry_reply_t> size(
        xcb_get_geometry_reply(m_connection.get(), xcb_get_geometry(m_connection.get(), window), nullptr));
    if (!size) {
        return {};
    }
    const Freed<xcb_get_image_reply_t> image(
        xcb_get_image_reply(m_connection.get(),
                            xcb_get_image(m_connection.get(), XCB_IMAGE_FORMAT_Z_PIXMAP, window, 0, 0,
                                          size->width, size->height, ~0U),
                            nullptr));
    if (!image) {
        return {};
    }
    return {reinterpret_cast<const char*>(xcb_get_image_data(image.get())),
            static_cast<std::size_t>(xcb_get_image_data_length(image.get()))};
}

}  // namespace nextgen::bench
