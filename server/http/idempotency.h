#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <optional>
#include <string>
#include <string_view>

namespace nextgen::db {
class Transaction;
}

namespace nextgen::http {

/// What an Idempotency-Key stands for: the operation and the user, the key, and a hash of what was sent.
struct IdempotentRequest {
    std::string scope;
    std::string key;
    std::string hash;  ///< BLAKE2b-256
};

/// 1 to 255 printable ASCII characters, no blanks.
bool isIdempotencyKey(std::string_view key);

/// Of the method, the path and the body: its bytes, or the fields and files of an upload.
std::string requestHash(std::string_view method, std::string_view path, std::string_view body,
                        const Upload& upload);

/// Claims the key for this transaction. nullopt: the work is to be done, and its answer kept by keepAnswer in
/// the same transaction. Otherwise what to answer instead: the kept answer with Idempotency-Replayed, or
/// idempotency_key_reused, or idempotency_in_progress with Retry-After.
std::optional<Answer> claimKey(db::Transaction& transaction, const IdempotentRequest& request);

/// Keeps a successful answer for 72 hours.
void keepAnswer(db::Transaction& transaction, const IdempotentRequest& request, const Response& answer);

}  // namespace nextgen::http
