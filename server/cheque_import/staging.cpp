#include "server/cheque_import/staging.h"

#include "server/cheque/cheque_repository.h"
#include "server/sql.h"

#include <sodium.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace nextgen::cheque_import {

namespace {

/// Requests wait for files up to this many rows; larger ones are staged beside them.
constexpr std::uint32_t rowsInRequestMax = 5'000;
constexpr std::size_t waitingMax = 16;

/// Leaves COPY on the way to its transaction's end.
struct Refused {
    Error error;
};

/// BLAKE2b-256 of the file, by which the same file is known again.
db::Bytes hashOf(const std::filesystem::path& path) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, 32);
    std::ifstream file(path, std::ios::binary);
    std::vector<char> buffer(std::size_t{1} << 16);
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()),
                                  static_cast<unsigned long long>(file.gcount()));
    }
    db::Bytes hash(32);
    crypto_generichash_final(&state, hash.data(), hash.size());
    return hash;
}

/// Ids for rows, drawn a thousand at a time beside the transaction that is copying them: a ciphertext is
/// bound to its row's id, so it must be known before.
class Ids {
  public:
    explicit Ids(db::Pool& outside) : m_outside(outside) {}
    std::int64_t next() {
        if (m_at == m_drawn.size()) {
            m_drawn.clear();
            for (const db::Row row : db::SystemSession(m_outside).query(sql::cheque_import::drawIds, 1'000)) {
                m_drawn.push_back(row.get<std::int64_t>("id"));
            }
            m_at = 0;
        }
        return m_drawn[m_at++];
    }

  private:
    db::Pool& m_outside;
    std::vector<std::int64_t> m_drawn;
    std::size_t m_at = 0;
};

/// Hands rows to COPY as they are understood.
class CopySink : public RowSink {
  public:
    CopySink(db::CopyWriter& copy, const StagingTools& tools, const secret::Keyring& keyring,
             std::optional<DealerId> dealer, const DealerDirectory& directory,
             const std::function<void(std::uint32_t)>& rowsRead)
        : m_copy(copy),
          m_ids(tools.outside),
          m_keyring(keyring),
          m_dealer(dealer),
          m_directory(directory),
          m_rowsRead(rowsRead) {}

    void sheetFound(const SheetLayout& layout) override {
        const bool hasColumn =
            std::any_of(layout.columns.begin(), layout.columns.end(),
                        [](const SheetColumn& column) { return column.field == Column::Dealer; });
        if (!m_dealer && !hasColumn) {
            throw Refused{{ErrorCode::DealerRequired, "/dealer_id", {}}};
        }
    }

    void row(ImportRow&& row) override {
        const auto dealer = settleDealer(row, m_dealer, m_directory);
        const RowValues& values = row.values;
        const std::int64_t id = m_ids.next();
        const SealedValues sealed = sealValues(m_keyring, id, values);
        m_copy.row(id, row.row, row.state,
                   sealRaw(m_keyring, id, {std::move(row.cells), {}, repairsToJson(row.repairs)}).bytes,
                   !row.repairs.empty(), dealer, values.sayadId, values.amount, values.dueOn, values.bankCode,
                   values.bankName, values.branch, values.series, values.serial, values.accountNumber,
                   sealed.iban.cipher, sealed.iban.lastFour, values.drawerName,
                   sealed.drawerNationalId.cipher, sealed.drawerNationalId.index,
                   sealed.drawerNationalId.lastFour, values.dealer, values.description,
                   cheque::searchKeyOf(values.drawerName, values.serial, values.bankName),
                   errorsToJson(row.errors));
    }

    void progressed(std::uint32_t rows, double) override { m_rowsRead(rows); }

  private:
    db::CopyWriter& m_copy;
    Ids m_ids;
    const secret::Keyring& m_keyring;
    std::optional<DealerId> m_dealer;
    const DealerDirectory& m_directory;
    const std::function<void(std::uint32_t)>& m_rowsRead;
};

/// Stops reading when there are more rows than a request waits for.
class CountingSink : public RowSink {
  public:
    void row(ImportRow&&) override {
        if (++m_rows > rowsInRequestMax) {
            m_stop.request_stop();
        }
    }
    bool isOver() const { return m_rows > rowsInRequestMax; }
    std::stop_token token() const { return m_stop.get_token(); }

  private:
    std::uint32_t m_rows = 0;
    std::stop_source m_stop;
};

}  // namespace

ChequeImportId insertImport(db::Transaction& transaction, const StagingOrder& order) {
    return transaction
        .query(sql::cheque_import::insertImport, transaction.context().tenant, order.dealer, order.fileName,
               hashOf(order.request.file), order.request.amountUnit.value_or(AmountUnit::Rial))
        .one()
        .get<ChequeImportId>("id");
}

Result<void> stageFile(db::Transaction& transaction, const StagingTools& tools, ChequeImportId id,
                       const StagingOrder& order, const std::function<void(std::uint32_t)>& rowsRead,
                       const std::stop_token& stop) {
    const TenantId tenant = transaction.context().tenant;
    const DealerDirectory directory(transaction, tenant);
    const secret::Keyring keyring = tools.vault.forWriting(transaction);
    ImportOutcome outcome;
    try {
        transaction.runText(sql::cheque_import::createStagedRows.text, {});
        transaction.copyInto("staged_rows",
                             {"id",
                              "row",
                              "state",
                              "raw_cipher",
                              "is_repaired",
                              "dealer_id",
                              "sayad_id",
                              "amount",
                              "due_on",
                              "bank_code",
                              "bank_name",
                              "branch",
                              "series",
                              "serial",
                              "account_number",
                              "iban_cipher",
                              "iban_last4",
                              "drawer_name",
                              "drawer_national_id_cipher",
                              "drawer_national_id_index",
                              "drawer_national_id_last4",
                              "dealer",
                              "description",
                              "search_key",
                              "errors"},
                             [&](db::CopyWriter& copy) {
                                 CopySink sink(copy, tools, keyring, order.dealer, directory, rowsRead);
                                 auto read = importWorkbook(order.request, sink, stop);
                                 if (!read) {
                                     throw Refused{read.error()};
                                 }
                                 outcome = std::move(*read);
                             });
    } catch (const Refused& refused) {
        return refuse(refused.error);
    }
    transaction.runText(sql::cheque_import::insertStagedRows.text, {db::toSql(tenant), db::toSql(id)});
    const SheetLayout& layout = outcome.layout;
    transaction.query(sql::cheque_import::finishStaging, tenant, id, workbook::formatName(layout.format),
                      layout.sheet, layout.headerRow, layout.amountUnit, columnsToJson(layout.columns));
    judgeDuplicates(transaction, id);
    recount(transaction, id);
    return {};
}

bool isLarge(const StagingOrder& order) {
    CountingSink sink;
    (void)importWorkbook(order.request, sink, sink.token());
    return sink.isOver();
}

StagingWorker::StagingWorker(db::Database& database, secret::Vault& vault)
    : m_database(database), m_vault(vault), m_thread([this](const std::stop_token& stop) { work(stop); }) {}

StagingWorker::~StagingWorker() {
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    for (auto& [id, stop] : m_stops) {
        stop.request_stop();
    }
}

bool StagingWorker::hasRoom() const {
    const std::lock_guard lock(m_mutex);
    return m_stops.size() < waitingMax;
}

void StagingWorker::enqueue(db::TenantContext context, ChequeImportId id, StagingOrder order) {
    {
        const std::lock_guard lock(m_mutex);
        Job job{std::move(context), id, std::move(order), {}};
        m_stops.emplace(id, job.stop);
        m_waiting.push_back(std::move(job));
    }
    m_came.notify_one();
}

bool StagingWorker::cancel(ChequeImportId id) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_stops.find(id);
    return found != m_stops.end() && found->second.request_stop();
}

void StagingWorker::work(const std::stop_token& stop) {
    for (;;) {
        std::unique_lock lock(m_mutex);
        if (!m_came.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
            return;
        }
        Job job = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();

        stage(job);
        std::error_code ignored;
        std::filesystem::remove(job.order.request.file, ignored);
        lock.lock();
        m_stops.erase(job.id);
    }
}

void StagingWorker::stage(Job& job) {
    std::optional<Error> refusal;
    const auto rowsRead = [&](std::uint32_t rows) {
        db::Transaction progress(m_database.outside, job.context);
        progress.query(sql::cheque_import::progressImport, job.context.tenant, job.id, rows);
        progress.commit();
    };
    try {
        db::Transaction transaction(m_database.writers, job.context);
        if (const auto staged = stageFile(transaction, {m_database.outside, m_vault}, job.id, job.order,
                                          rowsRead, job.stop.get_token());
            staged) {
            notifyImport(transaction, job.id, "import_staged", false);
            transaction.commit();
        } else {
            refusal = staged.error();
        }
    } catch (const std::exception& failure) {
        spdlog::error("request {}: staging import {} failed: {}", job.context.requestId, job.id.value(),
                      failure.what());
        refusal = Error{ErrorCode::InternalError, {}, {}};
    }
    if (!refusal) {
        return;
    }
    try {
        db::Transaction transaction(m_database.writers, job.context);
        transaction.query(sql::cheque_import::failImport, job.context.tenant, job.id,
                          errorName(refusal->code));
        notifyImport(transaction, job.id, "import_failed", false);
        transaction.commit();
    } catch (const std::exception& failure) {
        // It stays in state staging until the next start finds it.
        spdlog::error("request {}: import {} could not be marked as failed: {}", job.context.requestId,
                      job.id.value(), failure.what());
    }
}

}  // namespace nextgen::cheque_import
