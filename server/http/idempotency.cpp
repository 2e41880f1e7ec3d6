#include "server/http/idempotency.h"

#include "server/db/session.h"
#include "server/sql.h"

#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <initializer_list>
#include <nlohmann/json.hpp>

namespace nextgen::http {

namespace {

constexpr std::size_t keyLengthMax = 255;
constexpr int retrySeconds = 1;
constexpr unsigned keptPerPurge = 64;  // one answer in so many clears away the tenant's expired ones

db::Bytes bytesOf(std::string_view text) {
    return {text.begin(), text.end()};
}

/// Hashes texts so that no two lists of them hash alike: each with its length before it.
class Hash {
  public:
    Hash() { crypto_generichash_init(&m_state, nullptr, 0, crypto_generichash_BYTES); }
    Hash& add(std::string_view text) {
        update(std::to_string(text.size()) + ':');
        update(text);
        return *this;
    }
    std::string value() {
        std::string hash(crypto_generichash_BYTES, '\0');
        crypto_generichash_final(&m_state, reinterpret_cast<unsigned char*>(hash.data()), hash.size());
        return hash;
    }

  private:
    void update(std::string_view text) {
        crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    crypto_generichash_state m_state{};
};

}  // namespace

bool isIdempotencyKey(std::string_view key) {
    return !key.empty() && key.size() <= keyLengthMax &&
           std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
}

std::string requestHash(std::string_view method, std::string_view path, std::string_view body,
                        const Upload& upload) {
    Hash hash;
    hash.add(method).add(path).add(body);
    for (const Part& part : upload.parts) {
        hash.add(part.name).add(part.fileName).add(part.digest);
    }
    return hash.value();
}

std::optional<Answer> claimKey(db::Transaction& transaction, const IdempotentRequest& request) {
    const TenantId tenant = transaction.context().tenant;
    if (!transaction.query(sql::idempotency::tryLock, tenant, request.scope, request.key)
             .one()
             .get<bool>(0)) {
        return tl::unexpected(Problem(ErrorCode::IdempotencyInProgress).retryAfter(retrySeconds));
    }
    // A statement of its own: it sees what the one that held the lock before has committed.
    const db::Rows rows = transaction.query(sql::idempotency::selectAnswer, tenant, request.scope,
                                            request.key, bytesOf(request.hash));
    if (rows.empty()) {
        return std::nullopt;
    }
    const db::Row row = rows.one();
    if (!row.get<bool>("is_same")) {
        return refuse(ErrorCode::IdempotencyKeyReused);
    }
    Response response;
    response.status = row.get<int>("status");
    const auto body = row.get<db::Bytes>("body");
    response.body.assign(body.begin(), body.end());
    const Json headers = row.get<Json>("headers");
    for (const auto& [name, value] : headers.items()) {
        if (name == "Content-Type") {
            response.mediaType = value.get<std::string>();
        } else {
            response.headers.emplace_back(name, value.get<std::string>());
        }
    }
    response.headers.emplace_back("Idempotency-Replayed", "true");
    return response;
}

void keepAnswer(db::Transaction& transaction, const IdempotentRequest& request, const Response& answer) {
    const TenantId tenant = transaction.context().tenant;
    Json headers = Json::object();
    for (const auto& [name, value] : answer.headers) {
        headers[name] = value;
    }
    if (answer.version) {
        headers["ETag"] = etagOf(*answer.version);
    }
    if (!answer.mediaType.empty()) {
        headers["Content-Type"] = answer.mediaType;
    }
    transaction.query(sql::idempotency::insertAnswer, tenant, request.scope, request.key,
                      bytesOf(request.hash), answer.status, headers, bytesOf(answer.body));
    static std::atomic<unsigned> kept = 0;
    if (++kept % keptPerPurge == 0) {
        transaction.query(sql::idempotency::deleteExpired, tenant);
    }
}

}  // namespace nextgen::http
