#include "tests/bench/load.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

namespace nextgen::bench {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

class File {
  public:
    explicit File(int number, const char* what) : m_number(number) {
        if (number < 0) {
            fail(what);
        }
    }
    ~File() { ::close(m_number); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int number() const { return m_number; }

  private:
    int m_number;
};

/// One kept-alive connection with one request under way.
class Client {
  public:
    Client(int port, const std::vector<std::string>& requests)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"), m_requests(requests) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int yes = 1;
        ::setsockopt(m_socket.number(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        if (::connect(m_socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            fail("connect");
        }
    }

    int socket() const { return m_socket.number(); }

    void send() {
        const std::string& request = m_requests[m_next++ % m_requests.size()];
        m_sentAt = Clock::now();
        if (::send(socket(), request.data(), request.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request.size())) {
            fail("send");
        }
    }

    /// Takes what has come; true when the answer is whole.
    bool receive() {
        std::array<char, 16384> buffer;
        const ssize_t got = ::recv(socket(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            return false;
        }
        if (got <= 0) {
            throw std::runtime_error("the server closed a connection of the load");
        }
        m_in.append(buffer.data(), static_cast<std::size_t>(got));
        if (m_whole == 0 && !readHead()) {
            return false;
        }
        if (m_in.size() < m_whole) {
            return false;
        }
        m_in.erase(0, std::exchange(m_whole, 0));
        return true;
    }

    Clock::time_point sentAt() const { return m_sentAt; }

  private:
    bool readHead() {
        const auto end = m_in.find("\r\n\r\n");
        if (end == std::string::npos) {
            return false;
        }
        const std::string_view head(m_in.data(), end + 2);
        if (head.substr(std::min(head.find(' '), head.size()), 5) != " 200 ") {
            throw std::runtime_error("the load was answered " + m_in.substr(0, 1000));
        }
        constexpr std::string_view name = "\r\ncontent-length:";
        const auto at = std::search(head.begin(), head.end(), name.begin(), name.end(), [](char a, char b) {
            return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
        });
        if (at == head.end()) {
            throw std::runtime_error("an answer without its length: " + m_in.substr(0, 1000));
        }
        const char* number = &*at + name.size();
        while (*number == ' ') {
            ++number;
        }
        std::size_t length = 0;
        std::from_chars(number, head.data() + head.size(), length);
        m_whole = end + 4 + length;
        return true;
    }

    File m_socket;
    const std::vector<std::string>& m_requests;
    std::size_t m_next = 0;
    std::string m_in;
    std::size_t m_whole = 0;  ///< bytes of the answer under way, once its head is there
    Clock::time_point m_sentAt;
};

}  // namespace

LoadResult load(const LoadSettings& settings) {
    const File poll(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1");
    std::vector<std::unique_ptr<Client>> clients;
    for (const std::vector<std::string>& requests : settings.requests) {
        Client& client = *clients.emplace_back(std::make_unique<Client>(settings.port, requests));
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &client;
        if (::epoll_ctl(poll.number(), EPOLL_CTL_ADD, client.socket(), &event) != 0) {
            fail("epoll_ctl");
        }
        client.send();
    }

    const auto end = Clock::now() + settings.time;
    std::vector<float> latencies;
    latencies.reserve(200'000);
    std::array<epoll_event, 64> events{};
    auto now = Clock::now();
    while (now < end) {
        const int count = ::epoll_wait(poll.number(), events.data(), events.size(), 5'000);
        if (count == 0) {
            throw std::runtime_error("the server has not answered the load for five seconds");
        }
        for (int i = 0; i < count; ++i) {
            auto& client = *static_cast<Client*>(events[static_cast<std::size_t>(i)].data.ptr);
            if (!client.receive()) {
                continue;
            }
            now = Clock::now();
            if (now < end) {
                latencies.push_back(std::chrono::duration<float, std::micro>(now - client.sentAt()).count());
            }
            client.send();
        }
    }

    LoadResult result;
    result.answers = latencies.size();
    if (latencies.empty()) {
        throw std::runtime_error("the load got no answer");
    }
    result.perSecond =
        static_cast<double>(latencies.size()) / std::chrono::duration<double>(settings.time).count();
    std::sort(latencies.begin(), latencies.end());
    result.medianMicroseconds = latencies[latencies.size() / 2];
    result.p99Microseconds = latencies[latencies.size() * 99 / 100];
    return result;
}

std::string getRequest(const std::string& path, const std::string& headers) {
    return fmt::format("GET {} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}\r\n", path, headers);
}

}  // namespace nextgen::bench
