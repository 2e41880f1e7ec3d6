#pragma once

#include "server/db/session.h"
#include "server/secret/vault.h"
#include "shared/account/account.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace nextgen::account {

inline constexpr int resetSeconds = 30 * 60;

/// The body of a message about a reset with its token in the place of {token}; nullopt once that sets no password
/// any more.
std::optional<std::string> withResetToken(db::Pool& readers, secret::Vault& vault, TenantId tenant,
                                          std::int64_t reset, std::string body);

/// Makes the tokens by which forgotten passwords are set anew, beside the requests: neither the answer nor
/// its time tells whether there is such a person. The message goes into the outbox; the token itself lies in
/// the database encrypted, for whoever sends it, and as a hash.
class ResetDesk {
  public:
    ResetDesk(db::Database& database, secret::Vault& vault);
    ~ResetDesk();
    ResetDesk(const ResetDesk&) = delete;
    ResetDesk& operator=(const ResetDesk&) = delete;

    /// Takes the request over. While too many wait it is dropped, and the log says so.
    void ask(PasswordResetRequest request, std::string requestId, std::string address);

  private:
    struct Asked {
        PasswordResetRequest request;
        std::string requestId;
        std::string address;
    };
    void work(const std::stop_token& stop);
    void make(const Asked& asked);

    db::Database& m_database;
    secret::Vault& m_vault;
    std::mutex m_mutex;
    std::condition_variable_any m_came;
    std::deque<Asked> m_waiting;
    std::jthread m_thread;  ///< last: it uses the others
};

}  // namespace nextgen::account
