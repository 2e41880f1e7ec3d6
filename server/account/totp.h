#pragma once

#include "server/db/value.h"
#include "shared/core/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// One-time codes (RFC 6238: SHA-1, 30 seconds, six digits, as every authenticator app knows them) and what
/// stands in for them when the app is lost.
namespace nextgen::account {

inline constexpr int totpDigits = 6;
inline constexpr int totpStepSeconds = 30;

/// 160 random bits.
std::string drawTotpSecret();
/// As people and apps take it: base32 without padding.
std::string base32(std::string_view bytes);
/// otpauth://totp/…, what an app reads off a QR code.
std::string otpauthUri(std::string_view issuer, std::string_view email, std::string_view secret);

std::string totpCode(std::string_view secret, std::int64_t step, int digits = totpDigits);
/// The time step that the code belongs to: now, the one before or the one after. nullopt: it is none of
/// these. Digits may be Persian, with blanks between them.
std::optional<std::int64_t> totpStepOf(std::string_view secret, std::string_view typed, Instant now);

/// 80 random bits: XXXX-XXXX-XXXX-XXXX.
std::string drawRecoveryCode();
/// BLAKE2b-256 of the code, however it is typed: small letters, without dashes.
db::Bytes recoveryCodeHash(std::string_view typed);

}  // namespace nextgen::account
