#include "app/cheque_import/import_report.h"

#include "app/cheque_import/import_texts.h"
#include "app/shell/link.h"
#include "ui/locale/format.h"

#include <QFileInfo>
#include <utility>

namespace nextgen::cheque_import {

using client::Work;
using Phase = ImportWork::Phase;

namespace {

constexpr int patienceMs = 800;

QString fileNameOf(const ImportWork& work) {
    return work.phase() == Phase::Open ? ui::toQt(work.import().fileName)
                                       : QFileInfo(work.file().filePath).fileName();
}

bool isReading(const ImportWork& work) {
    // Of one that is opened the state is not known before its name.
    return work.phase() == Phase::Sending || work.phase() == Phase::Waiting ||
           (work.phase() == Phase::Open && work.import().state == State::Staging &&
            !work.import().fileName.empty());
}

void stop(ImportWork& work) {
    if (work.phase() == Phase::Open) {
        work.undo();  // of a file that is still being read this stops the reading
    } else {
        work.stopSending();
    }
}

}  // namespace

ImportReport::ImportReport(shell::Context& context, const std::shared_ptr<ImportWork>& work)
    : QObject(&context.works), m_context(context), m_works(context.works), m_work(work) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &ImportReport::begin);
    const ImportWork* source = work.get();
    connect(source, &ImportWork::phaseChanged, this, &ImportReport::follow);
    connect(source, &ImportWork::importChanged, this, &ImportReport::follow);
    connect(source, &ImportWork::busyChanged, this, &ImportReport::follow);
    connect(source, &ImportWork::sendingProgressed, this,
            [this](qint64 bytes, qint64 total) { m_works.progress(m_id, bytes / 1024, total / 1024); });
    const auto failed = [this](const client::Failure& failure) { m_failure = failure; };
    connect(source, &ImportWork::sendingFailed, this, failed);
    connect(source, &ImportWork::committingFailed, this, failed);
    connect(source, &ImportWork::undoingFailed, this, failed);
    connect(source, &ImportWork::mendingAlikeFailed, this, failed);
    connect(source, &QObject::destroyed, this, &QObject::deleteLater);
}

std::shared_ptr<ImportWork> ImportReport::find(const client::Works& works,
                                               const std::function<bool(const ImportWork&)>& isWanted) {
    for (const ImportReport* report : works.findChildren<ImportReport*>()) {
        if (report->m_kept && isReading(*report->m_kept) && isWanted(*report->m_kept)) {
            return report->m_kept;
        }
    }
    return nullptr;
}

void ImportReport::follow() {
    const auto work = m_work.lock();
    if (!work) {
        return;
    }
    if (!isReading(*work) && !work->isBusy()) {
        // Why it failed comes after; and it must not go from within its own signal.
        QMetaObject::invokeMethod(this, &ImportReport::finish, Qt::QueuedConnection);
        return;
    }
    if (!m_kept) {
        m_kept = work;
        m_failure.reset();
        m_patience.start();
    }
    if (work->phase() == Phase::Open && isReading(*work)) {
        m_works.progress(m_id, work->import().rowsRead, 0);
    }
}

void ImportReport::begin() {
    Work work;
    work.title = [file = fileNameOf(*m_kept)] { return tr("Import of %1").arg(ui::showCode(file)); };
    if (isReading(*m_kept)) {
        work.stop = [watched = m_work] {
            if (const auto running = watched.lock(); running && isReading(*running)) {
                stop(*running);
            }
        };
    }
    m_id = m_works.begin(std::move(work));
    follow();
}

void ImportReport::tryAgain(const std::shared_ptr<ImportWork>& work) {
    work->tryAgain();
    if (m_kept && m_id == 0) {
        m_patience.stop();
        begin();  // it is among the works already
    }
}

void ImportReport::finish() {
    if (!m_kept || isReading(*m_kept) || m_kept->isBusy()) {
        return;
    }
    m_patience.stop();
    const std::shared_ptr<ImportWork> work = std::exchange(m_kept, nullptr);
    const int id = std::exchange(m_id, 0);
    const ChequeImport& import = work->import();
    if (work->phase() == Phase::Open) {
        m_works.setResult(id, shell::textOf({m_context.session.place().tenant,
                                             QStringLiteral("cheque_imports"),
                                             import.id.value(),
                                             {},
                                             {}}));
    }
    if (m_failure) {
        if (work->mayTryAgain()) {
            // It keeps the work, whose page may be closed.
            m_works.setAgain(id, [this, work] { tryAgain(work); });
        }
        m_works.end(id, Work::State::Failed, shell::sentenceOf(*m_failure));
    } else if (work->phase() == Phase::Empty || (import.state == State::Undone && import.rowsPosted == 0)) {
        m_works.end(id, Work::State::Stopped);
    } else if (import.state == State::Failed) {
        m_works.end(id, Work::State::Failed, failureSentence(import));
    } else {
        m_works.end(id, Work::State::Done,
                    import.state == State::Staged ? tr("Rows read: %1").arg(ui::showNumber(import.rowsTotal))
                    : import.state == State::Committed
                        ? tr("Cheques posted: %1").arg(ui::showNumber(import.rowsPosted))
                        : QString());
    }
}

}  // namespace nextgen::cheque_import
