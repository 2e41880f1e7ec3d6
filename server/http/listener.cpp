#include "server/http/listener.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <spdlog/spdlog.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <system_error>

namespace nextgen::http {

namespace {

constexpr int backlog = 4096;  // the library's own is 5
constexpr std::chrono::milliseconds sweepInterval{250};
constexpr std::chrono::milliseconds drainTime{2'000};
// A client that goes on at once keeps its thread: that saves it the way through the loop.
constexpr std::chrono::milliseconds lingerTime{10};
constexpr int busyRetrySeconds = 2;

thread_local Connection* current = nullptr;

std::pair<std::string, int> nameOf(const sockaddr_storage& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
        ::inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
        return {text.data(), ntohs(v4.sin_port)};
    }
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address);
    ::inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
    std::string name = text.data();
    if (name.starts_with("::ffff:")) {
        name.erase(0, 7);
    }
    return {name, ntohs(v6.sin6_port)};
}

std::string headOf(const httplib::Response& response) {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " \r\n";
    for (const auto& [name, value] : response.headers) {
        head += name + ": " + value + "\r\n";
    }
    return head + "Content-Length: " + std::to_string(response.body.size()) + "\r\nConnection: close\r\n\r\n";
}

}  // namespace

/// httplib, used for what it does well: parsing a request's head and writing an answer.
class Listener::Parser : public httplib::Server {
  public:
    explicit Parser(const Listener& listener) {
        set_pre_routing_handler([&listener](const httplib::Request& request, httplib::Response& response) {
            listener.m_exchange(request, response, *current);
            if (current->willClose()) {
                current->parsed->headers.erase("Connection");
                current->parsed->headers.emplace("Connection", "close");
            }
            return HandlerResponse::Handled;
        });
        // Comes for our own refusals too; those are answered already.
        set_error_handler(
            HandlerWithResponse([&listener](const httplib::Request&, httplib::Response& response) {
                if (current->parsed == nullptr) {
                    current->closeAfterwards();
                    response =
                        listener.m_refusal(Problem(ErrorCode::RequestMalformed), current->acceptLanguage());
                }
                return HandlerResponse::Handled;
            }));
        set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
            response.headers.erase("Accept-Ranges");
            if (response.status == 204 || response.status == 304) {
                response.headers.erase("Content-Length");
            }
        });
        // Without SO_REUSEPORT, which the library sets by default and which lets a second server take part of
        // the requests of the first.
        set_socket_options([](int socket) {
            const int yes = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        set_keep_alive_timeout(listener.m_settings.keepAlive.count() / 1000);
        set_keep_alive_max_count(1'000'000);
    }

    int bindTo(const std::string& address, int port) {
        if (port != 0) {
            if (!bind_to_port(address, port)) {
                return -1;
            }
        } else {
            port = bind_to_any_port(address);
        }
        if (port < 0 || ::listen(svr_sock_, backlog) != 0) {
            return -1;
        }
        ::fcntl(svr_sock_, F_SETFL, O_NONBLOCK);
        return port;
    }

    int socket() const { return svr_sock_; }

    bool parseAndAnswer(Connection& connection) {
        bool isClosedByRequest = false;
        const bool isWritten =
            process_request(connection, false, isClosedByRequest, [&](httplib::Request& request) {
                connection.parsed = &request;
                const auto accepted = request.headers.find("Accept-Encoding");
                connection.acceptsGzip =
                    accepted != request.headers.end() && accepted->second.find("gzip") != std::string::npos;
                // Left to itself the library would answer in Brotli at its slowest.
                request.headers.erase("Accept-Encoding");
            });
        if (!isWritten || isClosedByRequest) {
            connection.closeAfterwards();
        }
        return isWritten;
    }
};

Listener::Listener(const ListenerSettings& settings, Exchange exchange, Refusal refusal)
    : m_settings(settings),
      m_exchange(std::move(exchange)),
      m_refusal(std::move(refusal)),
      m_tls(settings.certificate.empty() ? nullptr
                                         : std::make_unique<const Tls>(settings.certificate, settings.key)),
      m_parser(std::make_unique<Parser>(*this)) {
    m_port = m_parser->bindTo(settings.address, settings.port);
    if (m_port < 0) {
        throw std::runtime_error("cannot listen on " + settings.address + ":" +
                                 std::to_string(settings.port) + "; is another server running there?");
    }
    m_poll = ::epoll_create1(EPOLL_CLOEXEC);
    m_stopEvent = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (m_poll < 0 || m_stopEvent < 0) {
        throw std::system_error(errno, std::generic_category(), "epoll");
    }
    for (const int socket : {m_parser->socket(), m_stopEvent}) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = socket;
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, socket, &event);
    }
}

Listener::~Listener() {
    ::close(m_poll);
    ::close(m_stopEvent);
    ::close(m_parser->socket());
}

void Listener::stop() noexcept {
    m_isStopping = true;
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_stopEvent, &one, sizeof one);
}

void Listener::run() {
    std::array<epoll_event, 256> events{};
    auto swept = Clock::now();
    while (!m_isStopping) {
        const int count = ::epoll_wait(m_poll, events.data(), static_cast<int>(events.size()),
                                       static_cast<int>(sweepInterval.count()));
        for (int i = 0; i < count; ++i) {
            const int socket = events[static_cast<std::size_t>(i)].data.fd;
            if (socket == m_parser->socket()) {
                accept();
            } else if (socket != m_stopEvent) {
                wake(socket);
            }
        }
        if (const auto now = Clock::now(); now - swept >= sweepInterval) {
            swept = now;
            closeExpired(now);
        }
    }

    // What is under way may end; whoever is silent is not waited for.
    const auto patience = Clock::now() + m_settings.stopPatience;
    ::epoll_ctl(m_poll, EPOLL_CTL_DEL, m_parser->socket(), nullptr);
    std::unique_lock lock(m_mutex);
    std::erase_if(m_guests, [](const auto& guest) { return guest.second.phase != Phase::Busy; });
    m_hasWork.notify_all();
    m_hasLeft.wait_until(lock, patience, [this] { return m_guests.empty(); });
    for (const auto& [socket, guest] : m_guests) {
        ::shutdown(socket, SHUT_RDWR);
    }
    lock.unlock();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
    m_threads.clear();
    m_guests.clear();
}

void Listener::accept() {
    for (;;) {
        sockaddr_storage address{};
        socklen_t length = sizeof address;
        const int socket =
            ::accept4(m_parser->socket(), reinterpret_cast<sockaddr*>(&address), &length, SOCK_CLOEXEC);
        if (socket < 0) {
            if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
                spdlog::warn("no connection can be accepted: {}", std::generic_category().message(errno));
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
            } else if (errno == EINTR || errno == ECONNABORTED) {
                continue;
            }
            return;
        }
        const int yes = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        auto [name, port] = nameOf(address);
        auto connection = std::make_unique<Connection>(socket, std::move(name), port, m_settings.limits,
                                                       m_tls ? m_tls->accept(socket) : nullptr);
        if (m_tls) {
            ::fcntl(socket, F_SETFL, O_NONBLOCK);
        }
        const std::lock_guard lock(m_mutex);
        Guest& guest = m_guests[socket];
        guest = {std::move(connection), Phase::Idle, Clock::now() + m_settings.limits.headTime};
        watch(socket, EPOLL_CTL_ADD);
        if (m_guests.size() > m_settings.connectionsMax) {
            refuseBusy(guest);
        }
    }
}

void Listener::watch(int socket, int operation) const {
    epoll_event event{};
    event.events = EPOLLIN | EPOLLRDHUP | EPOLLONESHOT;
    event.data.fd = socket;
    ::epoll_ctl(m_poll, operation, socket, &event);
}

void Listener::wake(int socket) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_guests.find(socket);
    if (found == m_guests.end()) {
        return;
    }
    Guest& guest = found->second;
    if (guest.phase == Phase::Draining) {
        drainSome(socket);
        return;
    }
    switch (guest.connection->takeInput()) {
        case Connection::Arrival::End:
            m_guests.erase(found);
            return;
        case Connection::Arrival::Part:
            if (!guest.isSpeaking && guest.connection->hasPart()) {
                guest.isSpeaking = true;
                guest.until = Clock::now() + m_settings.limits.headTime;
            }
            watch(socket, EPOLL_CTL_MOD);
            return;
        case Connection::Arrival::Whole:
            break;
    }
    guest.isSpeaking = false;
    const std::size_t canStart = m_settings.threads - m_threads.size();
    if (m_queue.size() >= m_freeThreads + canStart + m_settings.queueMax) {
        refuseBusy(guest);
        return;
    }
    guest.phase = Phase::Busy;
    dispatch(*guest.connection);
}

void Listener::dispatch(Connection& connection) {
    m_queue.push_back(&connection);
    if (m_queue.size() > m_freeThreads && m_threads.size() < m_settings.threads) {
        m_threads.emplace_back([this] { work(); });
        ++m_freeThreads;
    }
    m_busyOrWanted = m_threads.size() - m_freeThreads + m_queue.size();
    m_hasWork.notify_one();
}

void Listener::refuseBusy(Guest& guest) {
    ++m_refusedBusy;
    refuse(guest, Problem(ErrorCode::ServerBusy).retryAfter(busyRetrySeconds),
           guest.connection->languageSoFar());
}

void Listener::refuse(Guest& guest, const Problem& problem, const std::string& language) {
    const int socket = guest.connection->socket();
    const httplib::Response answer = m_refusal(problem, language);
    guest.connection->sendAtOnce(headOf(answer) + answer.body);
    guest.connection->sayGoodbye();
    ::shutdown(socket, SHUT_WR);
    guest.phase = Phase::Draining;
    guest.until = Clock::now() + drainTime;
    watch(socket, EPOLL_CTL_MOD);
}

/// Reads away what a client still sends: closing on unread input would take back the answer it has not read
/// yet.
void Listener::drainSome(int socket) {
    std::array<char, 64 * 1024> away;
    const ssize_t got = ::recv(socket, away.data(), away.size(), MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)) {
        m_guests.erase(socket);
        return;
    }
    watch(socket, EPOLL_CTL_MOD);
}

void Listener::closeExpired(Clock::time_point now) {
    const std::lock_guard lock(m_mutex);
    for (auto& [socket, guest] : m_guests) {
        if (guest.phase == Phase::Idle && guest.isSpeaking && guest.until < now) {
            refuse(guest, Problem(ErrorCode::RequestTimeout), guest.connection->languageSoFar());
        }
    }
    std::erase_if(m_guests, [&](const auto& guest) {
        return guest.second.phase != Phase::Busy && guest.second.until < now;
    });
}

void Listener::work() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_hasWork.wait(lock, [this] { return !m_queue.empty() || m_isStopping; });
        if (m_queue.empty()) {
            return;
        }
        --m_freeThreads;
        Connection& connection = *m_queue.front();
        m_queue.pop_front();
        lock.unlock();
        const Outcome outcome = serve(connection);
        // In one with becoming free: the client's next request may be here already.
        lock.lock();
        giveBack(connection.socket(), outcome);
        ++m_freeThreads;
        m_busyOrWanted = m_threads.size() - m_freeThreads + m_queue.size();
    }
}

Listener::Outcome Listener::serve(Connection& connection) {
    for (;;) {
        const auto head = connection.readHead();
        if (!head) {
            const httplib::Response answer = m_refusal(Problem(head.error()), connection.acceptLanguage());
            connection.sendAtOnce(headOf(answer) + answer.body);
            return Outcome::Drain;
        }
        if (!*head) {
            return Outcome::Gone;
        }
        current = &connection;
        m_parser->parseAndAnswer(connection);
        current = nullptr;
        connection.flush();
        connection.finishRequest();
        if (connection.mustClose() || m_isStopping) {
            return Outcome::Drain;
        }
        if (!connection.hasNextRequest() &&
            (m_busyOrWanted > m_settings.threads / 2 || !connection.waitForInput(lingerTime))) {
            return Outcome::Wait;
        }
        switch (connection.takeInput()) {
            case Connection::Arrival::End:
                return Outcome::Gone;
            case Connection::Arrival::Part:
                return Outcome::Wait;
            case Connection::Arrival::Whole:
                break;
        }
    }
}

void Listener::giveBack(int socket, Outcome outcome) {
    Guest& guest = m_guests.at(socket);
    if (outcome == Outcome::Drain) {
        guest.connection->sayGoodbye();
        ::shutdown(socket, SHUT_WR);
    }
    if (outcome == Outcome::Gone || m_isStopping) {
        m_guests.erase(socket);
        m_hasLeft.notify_all();
        return;
    }
    guest.phase = outcome == Outcome::Wait ? Phase::Idle : Phase::Draining;
    guest.isSpeaking = outcome == Outcome::Wait && guest.connection->hasPart();
    guest.until = Clock::now() + (outcome == Outcome::Drain ? drainTime
                                  : guest.isSpeaking        ? m_settings.limits.headTime
                                                            : m_settings.keepAlive);
    watch(socket, EPOLL_CTL_MOD);
}

ListenerState Listener::state() const {
    const std::lock_guard lock(m_mutex);
    return {m_guests.size(), m_threads.size() - m_freeThreads, m_queue.size(), m_refusedBusy};
}

}  // namespace nextgen::http
