#pragma once

#include "server/http/connection.h"
#include "server/http/problem.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace nextgen::http {

struct ListenerSettings {
    std::string address = "127.0.0.1";
    int port = 8640;            ///< 0: any free one
    std::size_t threads = 256;  ///< requests answered at the same time
    std::size_t queueMax = 64;  ///< requests that wait for a thread; beyond that 503
    std::size_t connectionsMax = 8192;
    std::chrono::milliseconds keepAlive{60'000};  ///< how long a connection may lie idle
    std::chrono::milliseconds stopPatience{10'000};
    ConnectionLimits limits;
    /// Both or neither; PEM files.
    std::filesystem::path certificate;
    std::filesystem::path key;
};

/// Answers a request whose head httplib has parsed; the body is read from the connection.
using Exchange = std::function<void(const httplib::Request&, httplib::Response&, Connection&)>;
/// The answer to what was refused before it was a request: 400, 408, 414, 431, 503.
using Refusal = std::function<httplib::Response(const Problem&, std::string_view acceptLanguage)>;

/// What the listener counts since its start.
struct ListenerState {
    std::size_t connections = 0;
    std::size_t busyThreads = 0;
    std::size_t queued = 0;
    std::uint64_t refusedBusy = 0;
};

/// Accepts connections and hands each request to a thread. One loop watches all that is idle, so that a
/// connection costs a thread only while it is being answered: thousands of clients may keep theirs open, and
/// take their time over a request's head. When every thread is taken, the loop itself answers 503.
class Listener {
  public:
    /// Binds; std::runtime_error when the address is taken or not ours, or the certificate is of no use.
    Listener(const ListenerSettings& settings, Exchange exchange, Refusal refusal);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    int port() const { return m_port; }
    /// Serves until stop(); then lets the requests under way end.
    void run();
    /// From any thread, and from a signal handler.
    void stop() noexcept;

    ListenerState state() const;

  private:
    using Clock = std::chrono::steady_clock;
    class Parser;
    enum class Phase { Idle, Busy, Draining };
    /// What becomes of a connection when its thread turns to another: it waits for its next request, is read
    /// away and closed, or is closed already by the client.
    enum class Outcome { Wait, Drain, Gone };
    struct Guest {
        std::unique_ptr<Connection> connection;
        Phase phase = Phase::Idle;
        Clock::time_point until;
        bool isSpeaking = false;  ///< part of a head has come
    };

    void accept();
    void wake(int socket);
    void drainSome(int socket);
    void refuseBusy(Guest& guest);
    /// Answers from the loop, without waiting, and closes.
    void refuse(Guest& guest, const Problem& problem, const std::string& language);
    void closeExpired(Clock::time_point now);
    void watch(int socket, int operation) const;
    void dispatch(Connection& connection);
    void work();
    /// Answers requests of a connection until it falls silent.
    Outcome serve(Connection& connection);
    void giveBack(int socket, Outcome outcome);

    const ListenerSettings m_settings;
    const Exchange m_exchange;
    const Refusal m_refusal;
    std::unique_ptr<const Tls> m_tls;  ///< nullptr: in clear
    std::unique_ptr<Parser> m_parser;
    int m_port = 0;
    int m_poll = -1;
    int m_stopEvent = -1;
    std::atomic<bool> m_isStopping = false;

    mutable std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::condition_variable m_hasLeft;
    std::unordered_map<int, Guest> m_guests;
    std::deque<Connection*> m_queue;
    std::vector<std::thread> m_threads;
    std::size_t m_freeThreads = 0;  ///< waiting for work, or about to
    std::atomic<std::size_t> m_busyOrWanted = 0;
    std::uint64_t m_refusedBusy = 0;
};

}  // namespace nextgen::http
