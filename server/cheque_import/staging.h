#pragma once

#include "server/cheque_import/cheque_import_repository.h"
#include "server/clock.h"
#include "server/secret/vault.h"
#include "shared/cheque_import/batch.h"
#include "shared/core/result.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace nextgen::cheque_import {

/// A file that is to be staged, and how its sender wants it read.
struct StagingOrder {
    ImportRequest request;
    std::string fileName;            ///< as sent
    std::optional<DealerId> dealer;  ///< whose cheques all of them are; none: a column names the dealer
};

/// The import's header, in state staging.
ChequeImportId insertImport(db::Transaction& transaction, const StagingOrder& order);

/// What staging needs beside its transaction.
struct StagingTools {
    db::Pool& outside;  ///< ids are drawn there while the transaction copies rows
    secret::Vault& vault;
};
/// Reads the file into the import's rows and leaves it staged, all in the transaction. Refused: what reading
/// a workbook refuses, and dealer_required.
Result<void> stageFile(db::Transaction& transaction, const StagingTools& tools, ChequeImportId id,
                       const StagingOrder& order, const std::function<void(std::uint32_t)>& rowsRead,
                       const std::stop_token& stop);

/// Whether a file has more rows than a request should wait for. A file that cannot be read is not large.
bool isLarge(const StagingOrder& order);

/// Stages large files one after the other, beside the requests. Imports that a stop of the server interrupts
/// are found by sql::cheque_import::failInterrupted when it starts again.
class StagingWorker {
  public:
    StagingWorker(db::Database& database, secret::Vault& vault);
    ~StagingWorker();

    /// Whether another file may be queued; a handler asks before it inserts the import.
    bool hasRoom() const;
    /// Takes the file over and removes it when done.
    void enqueue(db::TenantContext context, ChequeImportId id, StagingOrder order);
    /// Stops reading, now or when its turn comes: the import fails with `cancelled`. False when it is not
    /// here.
    bool cancel(ChequeImportId id);

  private:
    struct Job {
        db::TenantContext context;
        ChequeImportId id;
        StagingOrder order;
        std::stop_source stop;
    };

    void work(const std::stop_token& stop);
    void stage(Job& job);

    db::Database& m_database;
    secret::Vault& m_vault;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_came;
    std::deque<Job> m_waiting;
    std::map<ChequeImportId, std::stop_source> m_stops;
    std::jthread m_thread;  ///< last: it uses the others
};

}  // namespace nextgen::cheque_import
