#pragma once

#include <sys/types.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

struct ssl_ctx_st;
struct ssl_st;

namespace nextgen::http {

/// What came of moving bytes over a socket without waiting.
struct Transfer {
    ssize_t bytes = -1;  ///< 0: the other side has ended
    short waitsFor =
        0;  ///< poll's POLLIN or POLLOUT when nothing can be moved yet; 0 with bytes < 0: it is lost
};

/// TLS on one accepted socket, as OpenSSL speaks it. The handshake happens with the first read.
class TlsSession {
  public:
    TlsSession(ssl_ctx_st* context, int socket);
    ~TlsSession();
    TlsSession(const TlsSession&) = delete;
    TlsSession& operator=(const TlsSession&) = delete;

    Transfer read(char* into, std::size_t size);
    Transfer write(std::string_view from);
    /// Bytes that were decrypted and not read.
    bool hasPending() const;
    bool isEstablished() const;
    /// Tells the other side that nothing more comes.
    void sayGoodbye();

  private:
    Transfer outcomeOf(int result);

    ssl_st* m_session;
};

/// The certificate and key of the server: TLS 1.2 and 1.3, no renegotiation, no compression.
class Tls {
  public:
    /// std::runtime_error, in words for the person at the terminal, when they cannot be used or do not fit
    /// together.
    Tls(const std::filesystem::path& certificate, const std::filesystem::path& key);
    ~Tls();
    Tls(const Tls&) = delete;
    Tls& operator=(const Tls&) = delete;

    std::unique_ptr<TlsSession> accept(int socket) const;

  private:
    ssl_ctx_st* m_context;
};

}  // namespace nextgen::http
