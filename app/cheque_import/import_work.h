#pragma once

#include "app/cheque_import/cheque_import_calls.h"
#include "app/cheque_import/import_row_model.h"
#include "app/cheque_import/mend_queue.h"
#include "app/client/connection_watch.h"
#include "app/client/local_store.h"

#include <QObject>
#include <QTimer>
#include <map>
#include <memory>

namespace nextgen::cheque_import {

/// Rows with the same fault, as far as the failed rows are known.
struct FaultGroup {
    std::string code;
    Column column = Column::SayadId;
    QString sentence;
    int count = 0;
    /// What their cells say, with how many rows say it; most frequent first.
    std::vector<std::pair<std::string, int>> texts;
};

/// One import from the file on the disk to posted cheques and back; for another one another is made. It knows
/// no window: the wizard shows what it says and asks it for the next step. Nothing here waits; what takes
/// long says how far it is.
class ImportWork : public QObject {
    Q_OBJECT

  public:
    enum class Phase {
        Empty,    ///< no file yet
        Sending,  ///< the file is on its way
        Waiting,  ///< the server cannot be reached: the file goes when it can
        Open,     ///< the server has it; its state says the rest
    };

    ImportWork(client::ApiClient& api, client::ConnectionWatch& watch, client::LocalStore& store,
               QObject* parent = nullptr);
    ~ImportWork() override;

    Phase phase() const { return m_phase; }
    const OpenedImport& opened() const { return m_opened; }
    const ChequeImport& import() const { return m_opened.import; }
    /// The file that is being sent or waits.
    const NewImport& file() const { return m_file; }
    /// Posting, undoing or mending alike is under way: nothing else may be started.
    bool isBusy() const { return m_isBusy; }

    /// nullptr until an import is found to be open for changes.
    ImportRowModel* rows() const { return m_rows.get(); }
    const RowFilter& filter() const { return m_filter; }
    MendQueue& mends() { return m_mends; }
    const std::vector<FaultGroup>& faults() const { return m_faults; }
    /// The failed rows were too many to look at each: the groups' counts are of the first ones.
    bool areFaultsPartial() const { return m_areFaultsPartial; }

    /// Sends a file. Without a key it gets one, or keeps that of the try before when nothing is known to have
    /// come of it.
    void send(NewImport file);
    /// Stops sending, or waiting for the server. What the server already has stays in the list.
    void stopSending();
    void open(ChequeImportId id);
    /// Reads the import again.
    void refresh();
    /// Reads the rows again, for their sentences in the language of the moment.
    void reword();
    void setFilter(RowFilter filter);

    void mendAlike(CommonMend mend);
    void commit(ControlSum control);
    void undo();
    /// Whether sending or posting failed so that trying again may go better.
    bool mayTryAgain() const { return m_failed != Failed::Nothing; }
    /// Under the same key while it is not known what came of the try before, so that nothing is there twice.
    void tryAgain();

    /// The drafts' kind of files that were not sent to the end.
    static constexpr auto fileDraftKind = "cheque_import_file";
    static NewImport fileOf(const client::Draft& draft);

  signals:
    void phaseChanged();
    /// The import's state or counts.
    void importChanged();
    /// rows() has come.
    void rowsChanged();
    void faultsChanged();
    void sendingProgressed(qint64 bytes, qint64 bytesTotal);
    void rowsBusyChanged(bool isBusy);
    void busyChanged();

    void sendingFailed(const nextgen::client::Failure& failure);
    void readingFailed(const nextgen::client::Failure& failure);
    void rowsFailed(const nextgen::client::Failure& failure);
    void mendedAlike(int fixed, int stillFailed);
    void mendingAlikeFailed(const nextgen::client::Failure& failure);
    void committed();
    void committingFailed(const nextgen::client::Failure& failure);
    void undone(int count, const std::vector<nextgen::cheque_import::Kept>& kept);
    void undoingFailed(const nextgen::client::Failure& failure);

  private:
    void setPhase(Phase phase);
    void setBusy(bool isBusy);
    void transmit();
    void settleSending(client::Answer<OpenedImport> answer);
    void take(OpenedImport opened);
    void read();
    void showOpened();
    void askForRows(const QString& cursor);
    void refreshRows(const QString& cursor, int pagesLeft);
    void lookAtFaults();
    void askForFailedRows(const QString& cursor, std::shared_ptr<std::vector<StagedRow>> seen);
    void groupFaults(const std::vector<StagedRow>& failed, bool isPartial);

    client::ApiClient& m_api;
    client::ConnectionWatch& m_watch;
    client::LocalStore& m_store;
    MendQueue m_mends;
    Phase m_phase = Phase::Empty;
    NewImport m_file;
    std::shared_ptr<client::Cancellation> m_sending;
    OpenedImport m_opened;
    std::unique_ptr<ImportRowModel> m_rows;
    RowFilter m_filter;
    QString m_nextCursor;
    std::vector<FaultGroup> m_faults;
    bool m_areFaultsPartial = false;
    bool m_isBusy = false;
    QTimer m_poll;
    QTimer m_look;  ///< the import and its faults, a moment after the last mend
    enum class Failed { Nothing, Sending, Committing };
    Failed m_failed = Failed::Nothing;
    ControlSum m_control;
    QString m_commitKey;
    int m_generation = 0;     ///< of the import
    int m_rowGeneration = 0;  ///< of the question for rows
};

}  // namespace nextgen::cheque_import
