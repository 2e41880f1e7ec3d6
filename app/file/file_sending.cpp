#include "app/file/file_sending.h"

#include "app/client/task.h"
#include "ui/locale/format.h"

#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>
#include <utility>

namespace nextgen::file {

using client::Work;

namespace {

constexpr qint64 bytesPerStep = 1024;  // progress is shown in whole numbers that people can read

/// Whether the picture was written.
QFuture<bool> write(const QImage& picture, const QString& path) {
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, picture, path] {
        promise->addResult(picture.save(path, "PNG"));
        promise->finish();
    });
    return promise->future();
}

}  // namespace

FileSending::FileSending(shell::Context& context, Owner owner, std::vector<Outgoing> files)
    : QObject(&context.works),
      m_context(context),
      m_owner(std::move(owner)),
      m_files(std::move(files)),
      m_count(m_files.size()) {
    for (Outgoing& file : m_files) {
        if (file.key.isEmpty()) {
            file.key = client::newIdempotencyKey();
        }
        m_bytesTotal += QFileInfo(file.path).size();
    }
}

FileSending::~FileSending() {
    m_cancellation->cancel();
}

FileSending* FileSending::begin(shell::Context& context, const Owner& owner, const QStringList& paths) {
    std::vector<Outgoing> files;
    for (const QString& path : paths) {
        if (QFileInfo(path).isFile()) {
            files.push_back({path, {}, {}});
        }
    }
    return begin(context, owner, std::move(files));
}

FileSending* FileSending::begin(shell::Context& context, const Owner& owner, std::vector<Outgoing> files) {
    if (files.empty()) {
        return nullptr;
    }
    auto* started = new FileSending(context, owner, std::move(files));
    Work work;
    work.title = [count = started->m_count, name = QFileInfo(started->m_files.front().path).fileName()] {
        return count == 1 ? tr("Attaching %1").arg(shownName(name))
                          : tr("Attaching %1 files").arg(ui::showNumber(static_cast<qint64>(count)));
    };
    work.stop = [started] {
        started->m_isOver = true;
        started->deleteLater();
    };
    started->m_id = context.works.begin(std::move(work));
    // Whoever began it listens first.
    QMetaObject::invokeMethod(started, &FileSending::sendNext, Qt::QueuedConnection);
    return started;
}

FileSending* FileSending::begin(shell::Context& context, const Owner& owner, const QImage& picture) {
    Outgoing file;
    file.folder = std::make_shared<QTemporaryDir>();
    const QString name = tr("Pasted picture");
    file.path = file.folder->filePath(name + QStringLiteral(".png"));
    auto* started = new FileSending(context, owner, {file});
    Work work;
    work.title = [name] { return tr("Attaching %1").arg(shownName(name)); };
    work.stop = [started] {
        started->m_isOver = true;
        started->deleteLater();
    };
    started->m_id = context.works.begin(std::move(work));
    write(picture, file.path).then(started, [started, path = file.path](bool isWritten) {
        if (isWritten) {
            started->m_bytesTotal = QFileInfo(path).size();
            started->sendNext();
        } else {
            started->settle(client::failureOf(ErrorCode::FileNotWritten));
        }
    });
    return started;
}

void FileSending::sendNext() {
    if (m_isOver) {
        return;
    }
    if (m_files.empty()) {
        finish();
        return;
    }
    const Outgoing& file = m_files.front();
    const auto progress = [self = QPointer<FileSending>(this)](qint64 bytes, qint64) {
        if (self) {
            self->m_context.works.progress(self->m_id, (self->m_bytesDone + bytes) / bytesPerStep,
                                           (self->m_bytesTotal + bytesPerStep - 1) / bytesPerStep);
        }
    };
    client::whenDone(
        attachFile(m_context.api, m_owner, file.path, file.key, progress, m_cancellation), this,
        [this](const client::Answer<File>& answer) {
            if (m_isOver) {
                return;
            }
            if (!answer) {
                settle(answer.error());
                return;
            }
            m_bytesDone += QFileInfo(m_files.front().path).size();
            m_files.erase(m_files.begin());
            emit attached();
            sendNext();
        });
}

void FileSending::settle(const client::Failure& failure) {
    Outgoing file = std::move(m_files.front());
    m_files.erase(m_files.begin());
    if (failure.code == ErrorCode::IdempotencyKeyReused) {
        // The file was changed between two sendings: it is another one.
        file.key = client::newIdempotencyKey();
        m_files.insert(m_files.begin(), std::move(file));
        sendNext();
        return;
    }
    // The line reads as its sentence does, whatever the name begins with.
    const QChar direction(ui::currentLanguage() == Language::Persian ? 0x200F : 0x200E);
    m_troubles << direction + QStringLiteral("%1: %2").arg(shownName(QFileInfo(file.path).fileName()),
                                                           shell::sentenceOf(failure));
    m_bytesDone += QFileInfo(file.path).size();
    const bool isOpenEnded = failure.isOpenEnded();
    if (isOpenEnded) {
        m_again.push_back(std::move(file));
    }
    if (isOpenEnded || failure.isCancelled()) {
        // What keeps this one back would keep the others back as well.
        m_again.insert(m_again.end(), std::make_move_iterator(m_files.begin()),
                       std::make_move_iterator(m_files.end()));
        m_files.clear();
    }
    sendNext();
}

void FileSending::finish() {
    m_isOver = true;
    deleteLater();
    if (m_troubles.isEmpty()) {
        m_context.works.end(m_id, Work::State::Done,
                            tr("Files attached: %1").arg(ui::showNumber(static_cast<qint64>(m_count))));
        return;
    }
    if (!m_again.empty()) {
        m_context.works.setAgain(m_id, [&context = m_context, owner = m_owner, again = m_again] {
            begin(context, owner, again);
        });
    }
    const QString trouble = m_troubles.join(u'\n');
    m_context.works.end(m_id, Work::State::Failed, trouble);
    emit failed(trouble, m_again.empty() ? 0 : m_id);
}

}  // namespace nextgen::file
