#pragma once

#include "tests/bench/site.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct xcb_connection_t;

namespace nextgen::bench {

/// A display of our own that nobody sees, and which windows appear on it.
class Screen {
  public:
    explicit Screen(const Site& site);
    ~Screen();

    /// A command as somebody at this screen would start it.
    std::vector<std::string> started(const std::filesystem::path& home,
                                     std::vector<std::string> command) const;

    /// Waits for a window of a size to look at that has something painted on it; std::runtime_error with what
    /// the program said when none comes.
    void waitForWindow(Program& program);
    /// Takes the events of windows that went.
    void forget();

    /// What is seen now, four bytes a pixel.
    std::string picture() const;
    /// Types the text, ASCII, and Enter into the window that has the keyboard, by xdotool. The instant of
    /// Enter.
    std::chrono::steady_clock::time_point type(const std::string& text) const;
    /// When what is seen changed last: waits until so many pixels are others than in `before` and then
    /// nothing changes for `quiet`; std::runtime_error after a minute.
    std::chrono::steady_clock::time_point lastChange(const std::string& before, std::size_t pixelsMin,
                                                     std::chrono::milliseconds quiet) const;

  private:
    std::string name() const;
    std::string number() const;
    bool isLarge(std::uint32_t window) const;
    bool isPainted(std::uint32_t window) const;
    std::string pixels(std::uint32_t window) const;

    struct Disconnect {
        void operator()(xcb_connection_t* open) const;
    };

    std::filesystem::path m_log;
    Program m_server;
    std::unique_ptr<xcb_connection_t, Disconnect> m_connection;
    std::uint32_t m_root = 0;
};

}  // namespace nextgen::bench
