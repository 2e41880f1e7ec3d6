#include "server/http/tls.h"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/stat.h>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

namespace nextgen::http {

namespace {

namespace fs = std::filesystem;

std::string reason() {
    const char* const text = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    return text == nullptr ? "unknown" : text;
}

int chooseProtocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered,
                   unsigned int size, void*) {
    static constexpr unsigned char ours[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* found = nullptr;
    if (SSL_select_next_proto(&found, length, ours, sizeof ours, offered, size) != OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_NOACK;
    }
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

void demandClosed(const fs::path& key) {
    struct stat status {};
    if (::stat(key.c_str(), &status) == 0 && (status.st_mode & 07U) != 0) {
        throw std::runtime_error(fmt::format(
            "tls.key: {} can be read by everybody. Close it: chmod 600 {}, and have a new certificate made.",
            key.string(), key.string()));
    }
}

}  // namespace

TlsSession::TlsSession(ssl_ctx_st* context, int socket) : m_session(SSL_new(context)) {
    if (m_session == nullptr || SSL_set_fd(m_session, socket) != 1) {
        SSL_free(m_session);
        throw std::runtime_error("TLS: no session can be made: " + reason());
    }
    SSL_set_accept_state(m_session);
}

TlsSession::~TlsSession() {
    SSL_free(m_session);
}

Transfer TlsSession::outcomeOf(int result) {
    switch (SSL_get_error(m_session, result)) {
        case SSL_ERROR_WANT_READ:
            return {-1, POLLIN};
        case SSL_ERROR_WANT_WRITE:
            return {-1, POLLOUT};
        case SSL_ERROR_ZERO_RETURN:
            return {0, 0};
        default:
            return {-1, 0};
    }
}

Transfer TlsSession::read(char* into, std::size_t size) {
    ERR_clear_error();
    const int got = SSL_read(m_session, into, static_cast<int>(std::min<std::size_t>(size, 1U << 30U)));
    return got > 0 ? Transfer{got, 0} : outcomeOf(got);
}

Transfer TlsSession::write(std::string_view from) {
    ERR_clear_error();
    const int sent =
        SSL_write(m_session, from.data(), static_cast<int>(std::min<std::size_t>(from.size(), 1U << 30U)));
    return sent > 0 ? Transfer{sent, 0} : outcomeOf(sent);
}

bool TlsSession::hasPending() const {
    return SSL_has_pending(m_session) == 1;
}

bool TlsSession::isEstablished() const {
    return SSL_is_init_finished(m_session) == 1;
}

void TlsSession::sayGoodbye() {
    ERR_clear_error();
    if (isEstablished()) {
        SSL_shutdown(m_session);
    }
}

Tls::Tls(const fs::path& certificate, const fs::path& key) : m_context(SSL_CTX_new(TLS_server_method())) {
    try {
        if (m_context == nullptr) {
            throw std::runtime_error("TLS cannot be used on this machine: " + reason());
        }
        demandClosed(key);
        SSL_CTX_set_min_proto_version(m_context, TLS1_2_VERSION);
        SSL_CTX_set_options(m_context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_TICKET);
        SSL_CTX_set_mode(m_context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                        SSL_MODE_RELEASE_BUFFERS);
        SSL_CTX_set_session_cache_mode(m_context, SSL_SESS_CACHE_OFF);
        // Of TLS 1.2 what keeps a recorded conversation secret when the key is lost later.
        SSL_CTX_set_cipher_list(m_context, "ECDHE+AESGCM:ECDHE+CHACHA20");
        SSL_CTX_set_alpn_select_cb(m_context, chooseProtocol, nullptr);
        if (SSL_CTX_use_certificate_chain_file(m_context, certificate.c_str()) != 1) {
            throw std::runtime_error(
                fmt::format("tls.certificate: {} cannot be used: {}. It must be PEM, the server's "
                            "certificate first, then those that lead to its authority.",
                            certificate.string(), reason()));
        }
        if (SSL_CTX_use_PrivateKey_file(m_context, key.c_str(), SSL_FILETYPE_PEM) != 1) {
            throw std::runtime_error(
                fmt::format("tls.key: {} cannot be used: {}. It must be the PEM key of the certificate.",
                            key.string(), reason()));
        }
    } catch (...) {
        SSL_CTX_free(m_context);
        throw;
    }
}

Tls::~Tls() {
    SSL_CTX_free(m_context);
}

std::unique_ptr<TlsSession> Tls::accept(int socket) const {
    return std::make_unique<TlsSession>(m_context, socket);
}

}  // namespace nextgen::http
