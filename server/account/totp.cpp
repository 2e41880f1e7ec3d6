#include "server/account/totp.h"

#include "shared/core/text.h"

#include <fmt/format.h>
#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cctype>
#include <cstdlib>
#include <stdexcept>

namespace nextgen::account {

namespace {

constexpr std::size_t secretBytes = 20;
constexpr std::size_t recoveryBytes = 10;
constexpr std::size_t recoveryGroup = 4;
constexpr std::int64_t driftSteps = 1;

/// liboath, made ready once.
void beReady() {
    static const int state = oath_init();
    if (state != OATH_OK) {
        throw std::runtime_error(std::string("liboath: ") + oath_strerror(state));
    }
}

std::string drawn(std::size_t bytes) {
    std::string text(bytes, '\0');
    randombytes_buf(text.data(), text.size());
    return text;
}

std::string percentEncoded(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain =
            byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == '~');
        encoded += isPlain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return encoded;
}

}  // namespace

std::string drawTotpSecret() {
    return drawn(secretBytes);
}

std::string base32(std::string_view bytes) {
    beReady();
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &length) != OATH_OK) {
        throw std::bad_alloc();
    }
    std::string encoded(text, length);
    std::free(text);  // NOLINT: liboath's own malloc
    encoded.erase(encoded.find_last_not_of('=') + 1);
    return encoded;
}

std::string otpauthUri(std::string_view issuer, std::string_view email, std::string_view secret) {
    return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits={3}&period={4}",
                       percentEncoded(issuer), percentEncoded(email), base32(secret), totpDigits,
                       totpStepSeconds);
}

std::string totpCode(std::string_view secret, std::int64_t step, int digits) {
    beReady();
    std::array<char, 16> code{};
    const int state =
        oath_hotp_generate(secret.data(), secret.size(), static_cast<std::uint64_t>(step),
                           static_cast<unsigned>(digits), false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
    if (state != OATH_OK) {
        throw std::runtime_error(std::string("liboath: ") + oath_strerror(state));
    }
    return code.data();
}

std::optional<std::int64_t> totpStepOf(std::string_view secret, std::string_view typed, Instant now) {
    std::string code = text::asciiDigits(typed);
    std::erase_if(code, [](char c) { return c == ' ' || c == '-'; });
    if (code.size() != static_cast<std::size_t>(totpDigits)) {
        return std::nullopt;
    }
    const std::int64_t current = now.microseconds() / 1'000'000 / totpStepSeconds;
    std::optional<std::int64_t> found;
    for (std::int64_t step = current - driftSteps; step <= current + driftSteps; ++step) {
        const std::string expected = totpCode(secret, step);
        if (sodium_memcmp(expected.data(), code.data(), code.size()) == 0) {
            found = step;
        }
    }
    return found;
}

std::string drawRecoveryCode() {
    std::string code = base32(drawn(recoveryBytes));
    for (std::size_t at = recoveryGroup; at < code.size(); at += recoveryGroup + 1) {
        code.insert(at, 1, '-');
    }
    return code;
}

db::Bytes recoveryCodeHash(std::string_view typed) {
    std::string code = text::asciiDigits(typed);
    std::erase_if(code, [](char c) { return c == ' ' || c == '-'; });
    for (char& c : code) {
        c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
    db::Bytes hash(crypto_generichash_BYTES);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(code.data()),
                       code.size(), nullptr, 0);
    return hash;
}

}  // namespace nextgen::account
