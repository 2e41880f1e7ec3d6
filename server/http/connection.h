#pragma once

#include "server/http/tls.h"
#include "shared/core/error_code.h"

#include <httplib.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace nextgen::http {

/// How much and how slowly a client may send.
struct ConnectionLimits {
    std::size_t urlBytesMax = 8 * 1024;
    std::size_t headBytesMax = 32 * 1024;  ///< request line and headers
    std::size_t headersMax = 100;
    std::chrono::milliseconds headTime{10'000};  ///< from its first byte to its last
    std::chrono::milliseconds bodyTime{20'000};  ///< for a body of any size, and beyond that …
    std::size_t bodyBytesPerSecondMin = 16 * 1024;
    std::chrono::milliseconds pauseMax{10'000};  ///< between two bytes, both ways
};

/// One accepted socket. It reads each request's head itself, so that httplib's parser, whose own reading
/// knows no limits, sees a whole one that was checked; then the body, by its framing, on demand. What the
/// parser writes leaves in one piece.
class Connection final : public httplib::Stream {
  public:
    /// `tls`: nullptr for one in clear.
    Connection(int socket, std::string address, int port, const ConnectionLimits& limits,
               std::unique_ptr<TlsSession> tls = nullptr);
    ~Connection() override;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// What has come of a request's head.
    enum class Arrival { Whole, Part, End };
    /// Takes what is here, without waiting. Whole: readHead() will not wait, though it may refuse. End: the
    /// client has closed, or is lost.
    Arrival takeInput();
    bool hasPart() const { return !m_in.empty(); }
    /// Accept-Language of a head that has come, whole or in part, and is not read.
    std::string languageSoFar() const;
    /// Reads a request's head. False: the client has closed. Refused: request_malformed, url_too_long,
    /// headers_too_large, request_timeout; nothing more can be read then.
    tl::expected<bool, ErrorCode> readHead();
    /// Of the head that was read: whether a body comes, and how long it says it is (nullopt: chunked).
    bool hasBody() const { return m_framing != Framing::None; }
    std::optional<std::uint64_t> contentLength() const;
    std::string_view acceptLanguage() const { return m_acceptLanguage; }
    /// Up to `size` bytes of the body; zero at its end. Refused: request_malformed, request_timeout.
    tl::expected<std::size_t, ErrorCode> readBody(char* into, std::size_t size);
    /// Makes ready for the next request; what is left of the body closes the connection unless it is here
    /// already.
    void finishRequest();

    bool mustClose() const { return m_mustClose; }
    /// Whether finishRequest() will find that the connection cannot go on.
    bool willClose() const { return m_mustClose || (m_isBodyLeft && !isRestHere()); }
    void closeAfterwards() { m_mustClose = true; }
    /// Whether bytes of a further request are here already.
    bool hasNextRequest() const { return !m_in.empty() || (m_tls && m_tls->hasPending()); }
    bool waitForInput(std::chrono::milliseconds time) const;
    /// Sends what was written; false when the client takes it too slowly or is gone.
    bool flush();
    /// Sends a small answer as it is, without waiting.
    void sendAtOnce(std::string_view answer) const;
    /// Of TLS: tells the client that nothing more comes.
    void sayGoodbye() const;
    bool isInClear() const { return !m_tls; }

    int socket() const override { return m_socket; }
    bool is_readable() const override { return true; }
    bool is_writable() const override { return true; }
    ssize_t read(char* into, std::size_t size) override;
    ssize_t write(const char* from, std::size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    const std::string& address() const { return m_address; }

    httplib::Request* parsed = nullptr;  ///< what httplib made of the head, while it is being answered
    bool acceptsGzip = false;

  private:
    using Clock = std::chrono::steady_clock;
    enum class Framing { None, Length, Chunked };

    tl::expected<void, ErrorCode> understandHead();
    tl::expected<void, ErrorCode> understandHeader(std::string_view name, std::string_view value,
                                                   std::size_t at);
    /// Waits for input up to `deadline` and appends it to m_in; false at the end of input.
    tl::expected<bool, ErrorCode> fill(Clock::time_point deadline);
    tl::expected<std::size_t, ErrorCode> readRaw(char* into, std::size_t size);
    tl::expected<std::string, ErrorCode> readLine();
    bool isRestHere() const {
        return m_framing == Framing::Length && m_length <= m_in.size() - std::max(m_at, m_headEnd);
    }
    Clock::time_point bodyDeadline() const;
    Transfer receive(char* into, std::size_t size) const;
    Transfer transmit(std::string_view first, std::string_view second) const;
    bool sendAll(std::string_view first, std::string_view second);

    const int m_socket;
    const std::unique_ptr<TlsSession> m_tls;
    const std::string m_address;
    const int m_port;
    const ConnectionLimits& m_limits;

    std::string m_in;           ///< from the socket, not yet used up
    std::size_t m_at = 0;       ///< the next byte of it that nobody has taken
    std::size_t m_headEnd = 0;  ///< where the head ends in it
    std::string m_out;

    Framing m_framing = Framing::None;
    std::uint64_t m_length = 0;  ///< of the body, or what is left of the chunk
    bool m_isFirstChunk = true;
    bool m_isBodyLeft = false;
    bool m_expectsContinue = false;
    bool m_mustClose = false;
    std::uint64_t m_bodyBytes = 0;
    Clock::time_point m_bodyStart;
    std::string m_acceptLanguage;
};

}  // namespace nextgen::http
