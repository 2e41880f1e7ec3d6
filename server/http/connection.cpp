#include "server/http/connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

namespace nextgen::http {

namespace {

constexpr std::size_t readBytes = 16 * 1024;
constexpr std::size_t chunkLineMax = 256;
constexpr std::size_t trailerBytesMax = 8 * 1024;
constexpr std::size_t outputKept = 16 * 1024;

bool isTokenByte(char c) {
    static constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           marks.find(c) != std::string_view::npos;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isSame(std::string_view text, std::string_view lowerCase) {
    return text.size() == lowerCase.size() && std::equal(text.begin(), text.end(), lowerCase.begin(),
                                                         [](char a, char b) { return lower(a) == b; });
}

bool hasWord(std::string_view text, std::string_view lowerCase) {
    return std::search(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(),
                       [](char a, char b) { return lower(a) == b; }) != text.end();
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

/// Whether the socket is ready for `events` before the deadline.
bool isReady(int socket, short events, std::chrono::steady_clock::time_point deadline) {
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd one{socket, events, 0};
        const int ready = ::poll(&one, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
        if (ready >= 0 || errno != EINTR) {
            return ready > 0;
        }
    }
}

/// What to wait for after recv or sendmsg; 0 when that is no use.
short outcomeOfErrno(ssize_t result, short event) {
    return result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? event : short{0};
}

tl::unexpected<ErrorCode> refused(ErrorCode code) {
    return tl::unexpected<ErrorCode>(code);
}

}  // namespace

Connection::Connection(int socket, std::string address, int port, const ConnectionLimits& limits,
                       std::unique_ptr<TlsSession> tls)
    : m_socket(socket),
      m_tls(std::move(tls)),
      m_address(std::move(address)),
      m_port(port),
      m_limits(limits) {}

Connection::~Connection() {
    ::close(m_socket);
}

Connection::Arrival Connection::takeInput() {
    for (;;) {
        const std::size_t first = m_in.find_first_not_of("\r\n");
        const std::size_t begin = std::min(first, m_in.size());
        const bool isTooMuch =
            m_in.size() > m_limits.headBytesMax || (m_in.size() - begin > m_limits.urlBytesMax &&
                                                    m_in.find("\r\n", begin) - begin > m_limits.urlBytesMax);
        if (isTooMuch || m_in.find("\r\n\r\n", begin) != std::string::npos) {
            return Arrival::Whole;
        }
        const std::size_t before = m_in.size();
        m_in.resize(before + readBytes);
        const Transfer got = receive(m_in.data() + before, readBytes);
        m_in.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got.bytes, 0)));
        if (got.bytes <= 0) {
            return got.waitsFor != 0 ? Arrival::Part : Arrival::End;
        }
    }
}

std::string Connection::languageSoFar() const {
    static constexpr std::string_view name = "\r\naccept-language:";
    const auto found = std::search(m_in.begin(), m_in.end(), name.begin(), name.end(),
                                   [](char a, char b) { return lower(a) == b; });
    const auto from = static_cast<std::size_t>(found - m_in.begin()) + name.size();
    return found == m_in.end() ? std::string() : m_in.substr(from, m_in.find("\r\n", from) - from);
}

tl::expected<bool, ErrorCode> Connection::readHead() {
    const auto deadline = Clock::now() + m_limits.headTime;
    m_framing = Framing::None;
    m_length = 0;
    m_isFirstChunk = true;
    m_isBodyLeft = false;
    m_expectsContinue = false;
    m_bodyBytes = 0;
    m_acceptLanguage.clear();

    std::size_t searched = 0;
    for (;;) {
        // Some clients end the last body with a line too many.
        if (const auto first = m_in.find_first_not_of("\r\n"); searched == 0 && first != 0) {
            m_in.erase(0, first);
        }
        const auto end = m_in.find("\r\n\r\n", searched);
        if (end != std::string::npos && end + 4 <= m_limits.headBytesMax) {
            m_at = 0;
            m_headEnd = end + 4;
            m_bodyStart = Clock::now();
            if (const auto understood = understandHead(); !understood) {
                return refused(understood.error());
            }
            return true;
        }
        if (m_in.size() > m_limits.urlBytesMax && m_in.find("\r\n") > m_limits.urlBytesMax) {
            return refused(ErrorCode::UrlTooLong);
        }
        if (m_in.size() > m_limits.headBytesMax) {
            return refused(ErrorCode::HeadersTooLarge);
        }
        searched = m_in.size() < 3 ? 0 : m_in.size() - 3;
        const tl::expected<bool, ErrorCode> filled =
            Clock::now() < deadline ? fill(deadline) : refused(ErrorCode::RequestTimeout);
        if (!filled) {
            return m_in.empty() ? tl::expected<bool, ErrorCode>(false) : refused(filled.error());
        }
        if (!*filled) {
            return false;
        }
    }
}

tl::expected<void, ErrorCode> Connection::understandHead() {
    const std::string_view head(m_in.data(), m_headEnd - 2);  // every line with its end
    std::size_t at = head.find("\r\n");
    if (at > m_limits.urlBytesMax) {
        return refused(ErrorCode::UrlTooLong);
    }
    const bool hasControl =
        std::any_of(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char c) { return static_cast<unsigned char>(c) <= 0x1f || c == 0x7f; });
    if (hasControl) {
        return refused(ErrorCode::RequestMalformed);
    }
    std::size_t count = 0;
    for (at += 2; at < head.size();) {
        const auto end = head.find("\r\n", at);
        const std::string_view line = head.substr(at, end - at);
        const auto colon = line.find(':');
        const std::string_view name = line.substr(0, colon);
        const bool isWellFormed = colon != std::string_view::npos && !name.empty() &&
                                  std::all_of(name.begin(), name.end(), isTokenByte) &&
                                  std::none_of(line.begin(), line.end(), [](char c) {
                                      return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
                                  });
        if (!isWellFormed) {
            return refused(ErrorCode::RequestMalformed);
        }
        if (++count > m_limits.headersMax) {
            return refused(ErrorCode::HeadersTooLarge);
        }
        if (const auto understood = understandHeader(name, trimmed(line.substr(colon + 1)), at);
            !understood) {
            return understood;
        }
        at = end + 2;
    }
    m_isBodyLeft = m_framing != Framing::None;
    return {};
}

tl::expected<void, ErrorCode> Connection::understandHeader(std::string_view name, std::string_view value,
                                                           std::size_t at) {
    if (isSame(name, "content-length")) {
        std::uint64_t length = 0;
        const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), length);
        const bool isNumber = failure == std::errc{} && end == value.data() + value.size();
        // Two lengths, or a length and chunks, are how a request is smuggled past a proxy.
        if (!isNumber || m_framing == Framing::Chunked ||
            (m_framing == Framing::Length && length != m_length)) {
            return refused(ErrorCode::RequestMalformed);
        }
        m_length = length;
        m_framing = Framing::Length;
    } else if (isSame(name, "transfer-encoding")) {
        if (m_framing != Framing::None || !isSame(value, "chunked")) {
            return refused(ErrorCode::RequestMalformed);
        }
        m_framing = Framing::Chunked;
    } else if (isSame(name, "expect")) {
        m_expectsContinue = isSame(value, "100-continue");
        m_in[at] = '_';  // answered here, once the body is wanted
    } else if (isSame(name, "range")) {
        m_in[at] = '_';  // not served; httplib reads it with a regular expression that recurses per character
    } else if (isSame(name, "connection")) {
        m_mustClose = m_mustClose || hasWord(value, "close");
    } else if (isSame(name, "accept-language")) {
        m_acceptLanguage = value;
    }
    return {};
}

std::optional<std::uint64_t> Connection::contentLength() const {
    return m_framing == Framing::Chunked ? std::nullopt : std::optional(m_length + m_bodyBytes);
}

tl::expected<bool, ErrorCode> Connection::fill(Clock::time_point deadline) {
    if (m_at == m_in.size() && m_at >= m_headEnd) {
        m_in.clear();
        m_at = m_headEnd = 0;
    }
    const std::size_t before = m_in.size();
    m_in.resize(before + readBytes);
    for (;;) {
        const Transfer got = receive(m_in.data() + before, readBytes);
        if (got.bytes >= 0) {
            m_in.resize(before + static_cast<std::size_t>(got.bytes));
            return got.bytes > 0;
        }
        // A handshake may go on for ever without a byte of a request.
        const auto patience = std::min(deadline, Clock::now() + m_limits.pauseMax);
        if (got.waitsFor == 0 || Clock::now() > deadline || !isReady(m_socket, got.waitsFor, patience)) {
            m_in.resize(before);
            return refused(ErrorCode::RequestTimeout);
        }
    }
}

Connection::Clock::time_point Connection::bodyDeadline() const {
    return m_bodyStart + m_limits.bodyTime +
           std::chrono::milliseconds(m_bodyBytes * 1000 /
                                     std::max<std::size_t>(m_limits.bodyBytesPerSecondMin, 1));
}

tl::expected<std::size_t, ErrorCode> Connection::readRaw(char* into, std::size_t size) {
    if (m_at < m_headEnd) {
        m_at = m_headEnd;
    }
    if (m_at == m_in.size()) {
        if (m_expectsContinue) {
            m_expectsContinue = false;
            sendAtOnce("HTTP/1.1 100 Continue\r\n\r\n");
        }
        // A body that trickles is given up even when each byte comes in time.
        if (Clock::now() > bodyDeadline()) {
            return refused(ErrorCode::RequestTimeout);
        }
        const auto filled = fill(bodyDeadline());
        if (!filled) {
            return refused(filled.error());
        }
        if (!*filled) {
            return refused(ErrorCode::RequestMalformed);
        }
    }
    const std::size_t taken = std::min(size, m_in.size() - m_at);
    std::copy_n(m_in.data() + m_at, taken, into);
    m_at += taken;
    return taken;
}

tl::expected<std::string, ErrorCode> Connection::readLine() {
    std::string line;
    for (;;) {
        char c = 0;
        if (const auto got = readRaw(&c, 1); !got) {
            return refused(got.error());
        }
        if (c == '\n') {
            if (line.empty() || line.back() != '\r') {
                return refused(ErrorCode::RequestMalformed);
            }
            line.pop_back();
            return line;
        }
        line += c;
        if (line.size() > chunkLineMax) {
            return refused(ErrorCode::RequestMalformed);
        }
    }
}

tl::expected<std::size_t, ErrorCode> Connection::readBody(char* into, std::size_t size) {
    if (!m_isBodyLeft || size == 0) {
        return 0;
    }
    if (m_framing == Framing::Chunked && m_length == 0) {
        if (!m_isFirstChunk) {
            if (const auto end = readLine(); !end || !end->empty()) {
                return refused(end ? ErrorCode::RequestMalformed : end.error());
            }
        }
        m_isFirstChunk = false;
        const auto line = readLine();
        if (!line) {
            return refused(line.error());
        }
        const auto [end, failure] = std::from_chars(line->data(), line->data() + line->size(), m_length, 16);
        const std::string_view rest(end, static_cast<std::size_t>(line->data() + line->size() - end));
        if (failure != std::errc{} || (!rest.empty() && rest.front() != ';' && rest.front() != ' ')) {
            return refused(ErrorCode::RequestMalformed);
        }
        if (m_length == 0) {
            for (std::size_t bytes = 0;;) {
                const auto trailer = readLine();
                if (!trailer) {
                    return refused(trailer.error());
                }
                if (trailer->empty()) {
                    m_isBodyLeft = false;
                    return 0;
                }
                bytes += trailer->size();
                if (bytes > trailerBytesMax) {
                    return refused(ErrorCode::RequestMalformed);
                }
            }
        }
    }
    if (m_length == 0) {
        m_isBodyLeft = false;
        return 0;
    }
    const auto got = readRaw(into, static_cast<std::size_t>(std::min<std::uint64_t>(size, m_length)));
    if (got) {
        m_length -= *got;
        m_bodyBytes += *got;
        m_isBodyLeft = m_framing == Framing::Chunked || m_length > 0;
    }
    return got;
}

void Connection::finishRequest() {
    parsed = nullptr;
    m_at = std::max(m_at, m_headEnd);
    if (m_isBodyLeft && isRestHere()) {
        m_at += static_cast<std::size_t>(m_length);
        m_isBodyLeft = false;
    }
    m_mustClose = m_mustClose || m_isBodyLeft;
    m_in.erase(0, m_at);
    if (m_in.empty() && m_in.capacity() > 2 * readBytes) {
        m_in.shrink_to_fit();
    }
    m_at = m_headEnd = 0;
}

bool Connection::waitForInput(std::chrono::milliseconds time) const {
    return (m_tls && m_tls->hasPending()) || isReady(m_socket, POLLIN, Clock::now() + time);
}

ssize_t Connection::read(char* into, std::size_t size) {
    const std::size_t taken = std::min(size, m_headEnd - std::min(m_at, m_headEnd));
    std::copy_n(m_in.data() + m_at, taken, into);
    m_at += taken;
    return static_cast<ssize_t>(taken);
}

ssize_t Connection::write(const char* from, std::size_t size) {
    if (size < outputKept && m_out.size() + size < 2 * outputKept) {
        m_out.append(from, size);
        return static_cast<ssize_t>(size);
    }
    const bool isSent = sendAll(m_out, {from, size});
    m_out.clear();
    return isSent ? static_cast<ssize_t>(size) : -1;
}

bool Connection::flush() {
    const bool isSent = sendAll(m_out, {});
    m_out.clear();
    m_mustClose = m_mustClose || !isSent;
    return isSent;
}

Transfer Connection::receive(char* into, std::size_t size) const {
    if (m_tls) {
        return m_tls->read(into, size);
    }
    for (;;) {
        const ssize_t got = ::recv(m_socket, into, size, MSG_DONTWAIT);
        if (got >= 0 || errno != EINTR) {
            return {got, outcomeOfErrno(got, POLLIN)};
        }
    }
}

Transfer Connection::transmit(std::string_view first, std::string_view second) const {
    if (m_tls) {
        return m_tls->write(first.empty() ? second : first);
    }
    iovec parts[] = {{const_cast<char*>(first.data()), first.size()},
                     {const_cast<char*>(second.data()), second.size()}};
    msghdr message{};
    message.msg_iov = parts;
    message.msg_iovlen = 2;
    for (;;) {
        const ssize_t sent = ::sendmsg(m_socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0 || errno != EINTR) {
            return {sent, outcomeOfErrno(sent, POLLOUT)};
        }
    }
}

bool Connection::sendAll(std::string_view first, std::string_view second) {
    // Who reads a byte now and then would keep a thread for as long as he likes.
    const auto deadline = Clock::now() + m_limits.bodyTime +
                          std::chrono::milliseconds((first.size() + second.size()) * 1000 /
                                                    std::max<std::size_t>(m_limits.bodyBytesPerSecondMin, 1));
    while (!first.empty() || !second.empty()) {
        const Transfer sent = transmit(first, second);
        if (sent.bytes < 0) {
            const auto patience = std::min(deadline, Clock::now() + m_limits.pauseMax);
            if (sent.waitsFor == 0 || !isReady(m_socket, sent.waitsFor, patience)) {
                m_mustClose = true;
                return false;
            }
            continue;
        }
        const auto bytes = static_cast<std::size_t>(sent.bytes);
        const std::size_t ofFirst = std::min(bytes, first.size());
        first.remove_prefix(ofFirst);
        second.remove_prefix(bytes - ofFirst);
        if (Clock::now() > deadline) {
            m_mustClose = true;
            return false;
        }
    }
    return true;
}

void Connection::sendAtOnce(std::string_view answer) const {
    // A fresh socket's buffer holds a small answer; a client that fills it cannot be told anything, nor can
    // one whose handshake is not over.
    if (!m_tls || m_tls->isEstablished()) {
        transmit(answer, {});
    }
}

void Connection::sayGoodbye() const {
    if (m_tls) {
        m_tls->sayGoodbye();
    }
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
    ip = m_address;
    port = m_port;
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
    ip.clear();
    port = 0;
}

}  // namespace nextgen::http
