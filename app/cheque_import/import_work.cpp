#include "app/cheque_import/import_work.h"

#include "app/client/decode.h"
#include "app/client/task.h"

#include <QFileInfo>
#include <algorithm>

namespace nextgen::cheque_import {

using client::Answer;
using client::Failure;
using client::Json;
using client::Page;

namespace {

constexpr int pollMs = 700;
constexpr int lookMs = 250;
constexpr int pageRows = 200;
/// Failed rows that are looked at to find those with the same fault, and shown rows that are read again when
/// a mend made twins of others: five pages each.
constexpr int pagesMax = 5;
constexpr std::size_t textsPerFaultMax = 50;

bool isSameTry(const NewImport& a, const NewImport& b) {
    return a.filePath == b.filePath && a.dealerId == b.dealerId && a.amountUnit == b.amountUnit;
}

QByteArray draftOf(const NewImport& file) {
    Json body = Json::object();
    body["file_path"] = file.filePath.toStdString();
    body["dealer_id"] = describe::valueToJson(file.dealerId);
    body["amount_unit"] = describe::valueToJson(file.amountUnit);
    return QByteArray::fromStdString(body.dump());
}

}  // namespace

NewImport ImportWork::fileOf(const client::Draft& draft) {
    NewImport file;
    file.idempotencyKey = draft.key;
    const Json json =
        Json::parse(draft.body.constData(), draft.body.constData() + draft.body.size(), nullptr, false);
    if (json.is_object()) {
        file.filePath = client::textOf(json, "file_path");
        file.dealerId = DealerId::parse(client::textOf(json, "dealer_id").toStdString());
        file.amountUnit = describe::byName<AmountUnit>(client::textOf(json, "amount_unit").toStdString());
    }
    return file;
}

ImportWork::ImportWork(client::ApiClient& api, client::ConnectionWatch& watch, client::LocalStore& store,
                       QObject* parent)
    : QObject(parent), m_api(api), m_watch(watch), m_store(store), m_mends(api, watch, store) {
    m_poll.setSingleShot(true);
    m_poll.setInterval(pollMs);
    m_look.setSingleShot(true);
    m_look.setInterval(lookMs);
    connect(&m_poll, &QTimer::timeout, this, &ImportWork::read);
    connect(&m_look, &QTimer::timeout, this, &ImportWork::read);
    connect(&m_watch, &client::ConnectionWatch::connectionChanged, this, [this](bool isConnected) {
        if (!isConnected) {
            return;
        }
        if (m_phase == Phase::Waiting) {
            transmit();
        } else if (m_phase == Phase::Open) {
            read();
        }
    });
    connect(&m_mends, &MendQueue::taken, this, [this] { m_look.start(); });
    connect(&m_mends, &MendQueue::rowRead, this, [this] { m_look.start(); });
    connect(&m_mends, &MendQueue::importClosed, this, &ImportWork::refresh);
}

ImportWork::~ImportWork() {
    if (m_sending) {
        m_sending->cancel();  // its draft stays: the next start of the program can go on
    }
}

void ImportWork::setPhase(Phase phase) {
    if (m_phase != phase) {
        m_phase = phase;
        emit phaseChanged();
    }
}

void ImportWork::setBusy(bool isBusy) {
    if (m_isBusy != isBusy) {
        m_isBusy = isBusy;
        emit busyChanged();
    }
}

void ImportWork::send(NewImport file) {
    if (m_phase == Phase::Sending || m_phase == Phase::Waiting) {
        return;
    }
    if (file.idempotencyKey.isEmpty()) {
        file.idempotencyKey = isSameTry(file, m_file) && !m_file.idempotencyKey.isEmpty()
                                  ? m_file.idempotencyKey
                                  : client::newIdempotencyKey();
    }
    m_file = std::move(file);
    m_failed = Failed::Nothing;
    ++m_generation;
    m_store.saveDraft(QString::fromLatin1(fileDraftKind), m_file.idempotencyKey, draftOf(m_file));
    transmit();
}

void ImportWork::transmit() {
    m_sending = std::make_shared<client::Cancellation>();
    setPhase(Phase::Sending);
    const auto progress = [self = QPointer<ImportWork>(this)](qint64 bytes, qint64 total) {
        if (self) {
            emit self->sendingProgressed(bytes, total);
        }
    };
    client::whenDone(sendFile(m_api, m_file, progress, m_sending), this,
                     [this, generation = m_generation](Answer<OpenedImport> answer) {
                         if (generation == m_generation && m_phase == Phase::Sending) {
                             settleSending(std::move(answer));
                         }
                     });
}

void ImportWork::settleSending(Answer<OpenedImport> answer) {
    m_sending.reset();
    const QString key = m_file.idempotencyKey;
    if (answer) {
        m_store.dropDraft(QString::fromLatin1(fileDraftKind), key);
        m_file = {};
        take(std::move(*answer));
        return;
    }
    const Failure& failure = answer.error();
    if (failure.isLostConnection()) {
        setPhase(Phase::Waiting);
        return;
    }
    if (!failure.isOpenEnded()) {
        m_store.dropDraft(QString::fromLatin1(fileDraftKind), key);
        m_file.idempotencyKey.clear();
    }
    if (failure.code == ErrorCode::IdempotencyKeyReused) {
        // The file was changed between two sendings: it is another import.
        setPhase(Phase::Empty);
        send(m_file);
        return;
    }
    m_failed = Failed::Sending;
    setPhase(Phase::Empty);
    emit sendingFailed(failure);
}

void ImportWork::stopSending() {
    if (m_phase != Phase::Sending && m_phase != Phase::Waiting) {
        return;
    }
    m_store.dropDraft(QString::fromLatin1(fileDraftKind), m_file.idempotencyKey);
    m_file.idempotencyKey.clear();
    setPhase(Phase::Empty);
    if (m_sending) {
        m_sending->cancel();
        m_sending.reset();
    }
}

void ImportWork::open(ChequeImportId id) {
    ++m_generation;
    m_opened = {};
    m_opened.import.id = id;
    setPhase(Phase::Open);
    read();
}

void ImportWork::refresh() {
    read();
}

void ImportWork::reword() {
    if (m_rows && import().state == State::Staged) {
        refreshRows({}, pagesMax);
        lookAtFaults();
    }
}

void ImportWork::read() {
    if (m_phase != Phase::Open) {
        return;
    }
    client::whenDone(getImport(m_api, import().id), this,
                     [this, generation = m_generation](Answer<OpenedImport> answer) {
                         if (generation != m_generation) {
                             return;
                         }
                         if (answer) {
                             take(std::move(*answer));
                         } else {
                             if (import().state == State::Staging && answer.error().isOpenEnded()) {
                                 m_poll.start();
                             }
                             emit readingFailed(answer.error());
                         }
                     });
}

void ImportWork::take(OpenedImport opened) {
    const ChequeImport before = import();
    m_opened = std::move(opened);
    setPhase(Phase::Open);
    if (import().state == State::Staging) {
        m_poll.start();
        emit importChanged();
        return;
    }
    if (!m_rows && import().state == State::Staged) {
        showOpened();
    } else if (m_rows) {
        m_rows->setOpen(import().state == State::Staged);
        if (before.rowsDuplicate != import().rowsDuplicate) {
            refreshRows({}, pagesMax);
        }
        if (before.rowsFailed != import().rowsFailed) {
            lookAtFaults();
        }
    }
    emit importChanged();
}

void ImportWork::showOpened() {
    m_mends.openFor(import().id, QString::fromStdString(import().fileName));
    m_rows = std::make_unique<ImportRowModel>(m_opened.columns);
    m_rows->setMends(&m_mends);
    m_rows->setOpen(true);
    m_rows->setFetcher([this] { askForRows(m_nextCursor); });
    emit rowsChanged();
    askForRows({});
    lookAtFaults();
}

void ImportWork::setFilter(RowFilter filter) {
    m_filter = filter;
    if (m_rows) {
        askForRows({});
    }
}

void ImportWork::askForRows(const QString& cursor) {
    if (cursor.isEmpty()) {
        ++m_rowGeneration;
    }
    emit rowsBusyChanged(true);
    client::whenDone(
        listRows(m_api, import().id, m_filter, cursor, pageRows), this,
        [this, generation = m_rowGeneration, isFirst = cursor.isEmpty()](Answer<Page<StagedRow>> answer) {
            if (generation != m_rowGeneration || !m_rows) {
                return;
            }
            emit rowsBusyChanged(false);
            if (!answer) {
                m_rows->fetchFailed();
                emit rowsFailed(answer.error());
                return;
            }
            m_nextCursor = answer->nextCursor;
            if (isFirst) {
                m_rows->replace(std::move(answer->items));
            } else {
                m_rows->append(std::move(answer->items));
            }
            m_rows->setHasMore(!m_nextCursor.isEmpty());
        });
}

void ImportWork::refreshRows(const QString& cursor, int pagesLeft) {
    client::whenDone(listRows(m_api, import().id, m_filter, cursor, pageRows), this,
                     [this, generation = m_rowGeneration, pagesLeft](Answer<Page<StagedRow>> answer) {
                         if (!answer || generation != m_rowGeneration || !m_rows) {
                             return;  // the rows on the screen are as good as they were
                         }
                         for (const StagedRow& row : answer->items) {
                             m_rows->update(row);
                         }
                         const bool isShown = !answer->items.empty() && m_rows->count() > 0 &&
                                              answer->items.back().row < m_rows->at(m_rows->count() - 1).row;
                         if (isShown && pagesLeft > 1 && !answer->nextCursor.isEmpty()) {
                             refreshRows(answer->nextCursor, pagesLeft - 1);
                         }
                     });
}

void ImportWork::lookAtFaults() {
    if (import().state != State::Staged || import().rowsFailed == 0) {
        groupFaults({}, false);
        return;
    }
    askForFailedRows({}, std::make_shared<std::vector<StagedRow>>());
}

void ImportWork::askForFailedRows(const QString& cursor, std::shared_ptr<std::vector<StagedRow>> seen) {
    client::whenDone(listRows(m_api, import().id, RowFilter{RowState::Failed, false}, cursor, pageRows), this,
                     [this, seen, generation = m_generation](Answer<Page<StagedRow>> answer) {
                         if (!answer || generation != m_generation) {
                             return;
                         }
                         std::move(answer->items.begin(), answer->items.end(), std::back_inserter(*seen));
                         const bool isAll = answer->nextCursor.isEmpty();
                         if (isAll || seen->size() >= static_cast<std::size_t>(pageRows) * pagesMax) {
                             groupFaults(*seen, !isAll);
                         } else {
                             askForFailedRows(answer->nextCursor, seen);
                         }
                     });
}

void ImportWork::groupFaults(const std::vector<StagedRow>& failed, bool isPartial) {
    std::map<std::pair<Column, std::string>, FaultGroup> groups;
    std::map<std::pair<Column, std::string>, std::map<std::string, int>> texts;
    for (const StagedRow& row : failed) {
        for (const ShownFault& fault : row.faults) {
            const std::pair key(fault.column, fault.code);
            FaultGroup& group = groups[key];
            group.code = fault.code;
            group.column = fault.column;
            group.sentence = fault.sentence;
            ++group.count;
            ++texts[key][m_rows->cellText(row, fault.column)];
        }
    }
    m_faults.clear();
    for (auto& [key, group] : groups) {
        group.texts.assign(texts[key].begin(), texts[key].end());
        std::stable_sort(group.texts.begin(), group.texts.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        if (group.texts.size() > textsPerFaultMax) {
            group.texts.resize(textsPerFaultMax);
        }
        m_faults.push_back(std::move(group));
    }
    std::stable_sort(m_faults.begin(), m_faults.end(),
                     [](const FaultGroup& a, const FaultGroup& b) { return a.count > b.count; });
    m_areFaultsPartial = isPartial;
    emit faultsChanged();
}

void ImportWork::mendAlike(CommonMend mend) {
    if (m_isBusy) {
        return;
    }
    setBusy(true);
    client::whenDone(cheque_import::mendAlike(m_api, import().id, std::move(mend)), this,
                     [this, generation = m_generation](Answer<CommonMendResult> answer) {
                         setBusy(false);
                         if (generation != m_generation) {
                             return;
                         }
                         if (!answer) {
                             emit mendingAlikeFailed(answer.error());
                             return;
                         }
                         take(std::move(answer->opened));
                         refreshRows({}, pagesMax);
                         lookAtFaults();
                         emit mendedAlike(answer->fixed, answer->stillFailed);
                     });
}

void ImportWork::commit(ControlSum control) {
    if (m_isBusy) {
        return;
    }
    if (m_commitKey.isEmpty() || m_control != control) {
        m_commitKey = client::newIdempotencyKey();
    }
    m_control = control;
    m_failed = Failed::Nothing;
    setBusy(true);
    client::whenDone(commitImport(m_api, import().id, control, m_commitKey), this,
                     [this, generation = m_generation](Answer<OpenedImport> answer) {
                         setBusy(false);
                         if (generation != m_generation) {
                             return;
                         }
                         if (!answer) {
                             if (answer.error().isOpenEnded()) {
                                 m_failed = Failed::Committing;
                             } else {
                                 m_commitKey.clear();
                             }
                             emit committingFailed(answer.error());
                             return;
                         }
                         m_commitKey.clear();
                         take(std::move(*answer));
                         emit committed();
                     });
}

void ImportWork::tryAgain() {
    if (m_failed == Failed::Sending) {
        send(m_file);
    } else if (m_failed == Failed::Committing) {
        commit(m_control);
    }
}

void ImportWork::undo() {
    if (m_isBusy) {
        return;
    }
    setBusy(true);
    client::whenDone(undoImport(m_api, import().id), this,
                     [this, generation = m_generation](Answer<UndoResult> answer) {
                         setBusy(false);
                         if (generation != m_generation) {
                             return;
                         }
                         if (!answer) {
                             emit undoingFailed(answer.error());
                             return;
                         }
                         take(std::move(answer->opened));
                         emit undone(answer->undone, answer->kept);
                     });
}

}  // namespace nextgen::cheque_import
