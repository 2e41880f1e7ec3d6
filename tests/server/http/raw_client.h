#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

namespace nextgen::test {

/// An answer as it came over the wire.
struct RawAnswer {
    int status = 0;                              ///< 0: the server closed without one
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;

    nlohmann::ordered_json json() const { return nlohmann::ordered_json::parse(body); }
    std::string code() const { return json().value("code", ""); }
    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

/// A connection that sends exactly what it is told, right or wrong.
class RawClient {
  public:
    explicit RawClient(int port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{20, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            throw std::runtime_error("cannot connect");
        }
    }
    ~RawClient() { ::close(m_socket); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False when the server no longer listens.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    RawAnswer receive(bool isHead = false) {
        RawAnswer answer;
        std::size_t end = std::string::npos;
        while ((end = m_buffer.find("\r\n\r\n")) == std::string::npos) {
            if (!more()) {
                return answer;
            }
        }
        const std::string head = m_buffer.substr(0, end + 2);
        m_buffer.erase(0, end + 4);
        answer.status = std::stoi(head.substr(9, 3));
        for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
            const auto stop = head.find("\r\n", at);
            const auto colon = head.find(": ", at);
            std::string name = head.substr(at, colon - at);
            std::transform(name.begin(), name.end(), name.begin(),
                           [](unsigned char c) { return std::tolower(c); });
            answer.headers[name] = head.substr(colon + 2, stop - colon - 2);
            at = stop + 2;
        }
        const std::string length = answer.header("content-length");
        const std::size_t size = length.empty() || isHead ? 0 : std::stoul(length);
        while (m_buffer.size() < size && more()) {
        }
        answer.body = m_buffer.substr(0, size);
        m_buffer.erase(0, size);
        return answer;
    }

    RawAnswer ask(std::string_view bytes) {
        send(bytes);
        return receive();
    }

    int socket() const { return m_socket; }

    /// Whether the server closes its side, rather than waiting for more.
    bool isClosed() {
        while (more()) {
        }
        return m_isEnd;
    }

  private:
    bool more() {
        std::string piece(65536, '\0');
        const ssize_t got = ::recv(m_socket, piece.data(), piece.size(), 0);
        m_isEnd = got == 0 || (got < 0 && errno == ECONNRESET);
        if (got > 0) {
            m_buffer.append(piece.data(), static_cast<std::size_t>(got));
        }
        return got > 0;
    }

    int m_socket;
    bool m_isEnd = false;
    std::string m_buffer;
};

/// A request with a body and its length.
inline std::string request(std::string_view method, std::string_view path, std::string_view headers = {},
                           std::string_view body = {}) {
    std::string text = std::string(method) + " /api/v1" + std::string(path) +
                       " HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers);
    if (!body.empty()) {
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        if (headers.find("Content-Type") == std::string_view::npos) {
            text += "Content-Type: application/json\r\n";
        }
    }
    return text + "\r\n" + std::string(body);
}

}  // namespace nextgen::test
