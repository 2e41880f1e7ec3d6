#pragma once

#include "server/audit/chain_keeper.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace nextgen::audit {

/// Seals the audit trail beside the requests: a moment after each commit, and looks every few seconds for
/// what went past this process. Anchors every chain when a day begins in Tehran and at the end.
class Sealer {
  public:
    Sealer(db::Pool& writers, secret::Vault& vault, std::filesystem::path anchorFile, const Clock& clock);
    ~Sealer() = default;

    /// Something was committed. From any thread; costs next to nothing.
    void wake();

  private:
    void work(const std::stop_token& stop);
    static void guarded(const std::function<void()>& pass);

    ChainKeeper m_keeper;
    Clock m_clock;
    std::mutex m_mutex;
    std::condition_variable_any m_woken;
    bool m_isWanted = true;
    std::jthread m_thread;  ///< last: it uses the others
};

}  // namespace nextgen::audit
