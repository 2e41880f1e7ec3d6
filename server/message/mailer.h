#pragma once

#include "server/clock.h"
#include "server/db/session.h"
#include "server/message/mail_post.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

namespace nextgen::message {

/// Sends the e-mails of the outbox (notifications), beside the requests. Several servers share them: each
/// message is taken by one. What is not taken now is tried again, later each time, for about two days. A
/// server that dies between handing a message over and writing that down sends it again, under the same
/// Message-ID.
class Mailer {
  public:
    /// Puts into a body what must not lie in the outbox; nullopt: it is of no use any more.
    using Fill = std::function<std::optional<std::string>(TenantId tenant, std::int64_t source,
                                                          const std::string& body)>;

    /// `fills` by the code of the message.
    Mailer(db::Pool& writers, PostSettings settings, std::map<std::string, Fill> fills, Clock clock);
    ~Mailer() = default;

  private:
    struct Due;

    void work(const std::stop_token& stop);
    /// How many there were.
    std::size_t sendDue(const std::stop_token& stop);
    void send(const Due& due);

    db::Pool& m_writers;
    const PostSettings m_settings;
    const std::map<std::string, Fill> m_fills;
    const Clock m_clock;
    std::mutex m_mutex;
    std::condition_variable_any m_stopped;
    std::jthread m_thread;  ///< last: it uses the others
};

}  // namespace nextgen::message
