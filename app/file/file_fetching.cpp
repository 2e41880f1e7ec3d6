#include "app/file/file_fetching.h"

#include "app/client/task.h"
#include "ui/locale/format.h"

#include <QDesktopServices>
#include <QDir>
#include <QTemporaryDir>
#include <QUrl>
#include <utility>

namespace nextgen::file {

using client::Work;

namespace {

constexpr qint64 bytesPerStep = 1024;

/// Holds what is only looked at, as long as the works of the program.
struct PassingFolder : QObject {
    using QObject::QObject;
    QTemporaryDir folder;
};

}  // namespace

FileFetching::FileFetching(shell::Context& context, QString path, Then then)
    : QObject(&context.works), m_context(context), m_path(std::move(path)), m_then(then) {}

FileFetching::~FileFetching() {
    m_cancellation->cancel();
}

QString FileFetching::passingPath(shell::Context& context, const File& file) {
    const QString name = QStringLiteral("passingFolder");
    auto* passing = context.works.findChild<QObject*>(name, Qt::FindDirectChildrenOnly);
    if (passing == nullptr) {
        passing = new PassingFolder(&context.works);
        passing->setObjectName(name);
    }
    // A folder for each: two may have the same name.
    const QDir folder(static_cast<PassingFolder*>(passing)->folder.path());
    const QString own = QString::fromStdString(file.id.toString());
    folder.mkpath(own);
    return folder.filePath(own + u'/' + ui::toQt(file.fileName));
}

FileFetching* FileFetching::begin(shell::Context& context, const Owner& owner, const File& file,
                                  const QString& path, Then then) {
    auto* started = new FileFetching(context, path, then);
    Work work;
    work.title = [name = ui::toQt(file.fileName)] { return tr("Fetching %1").arg(shownName(name)); };
    work.stop = [started] { started->deleteLater(); };
    work.again = [&context, owner, file, path, then] { begin(context, owner, file, path, then); };
    started->m_id = context.works.begin(std::move(work));
    started->start(owner, file);
    return started;
}

void FileFetching::start(const Owner& owner, const File& file) {
    const auto progress = [self = QPointer<FileFetching>(this)](qint64 bytes, qint64 total) {
        if (self) {
            self->m_context.works.progress(self->m_id, bytes / bytesPerStep,
                                           (total + bytesPerStep - 1) / bytesPerStep);
        }
    };
    client::whenDone(fetchFile(m_context.api, owner, file.id, m_path, progress, m_cancellation), this,
                     [this](const client::Answer<void>& answer) {
                         deleteLater();
                         if (!answer) {
                             const QString trouble = shell::sentenceOf(answer.error());
                             m_context.works.end(m_id, Work::State::Failed, trouble);
                             emit failed(trouble);
                             return;
                         }
                         m_context.works.setResult(m_id, m_path);
                         m_context.works.end(m_id, Work::State::Done);
                         if (m_then == Then::Open) {
                             QDesktopServices::openUrl(QUrl::fromLocalFile(m_path));
                         }
                     });
}

}  // namespace nextgen::file
