#include "app/file/file_list.h"

#include "app/client/task.h"
#include "app/shell/ltr.h"
#include "shared/file/file_type.h"
#include "ui/locale/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/icon.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPromise>
#include <QPushButton>
#include <QShortcut>
#include <QThreadPool>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::file {

using ui::TextRole;

namespace {

constexpr int lookMs = 300;
constexpr int previewHeightPx = 180;
constexpr int pictureEdgeMax = 1'600;  // as wide as a panel can be
constexpr int previewBytesMax = 12 << 20;

QStringList localFiles(const QMimeData& data) {
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (QFileInfo(url.toLocalFile()).isFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

bool canBeShown(const File& file) {
    const FileType* type = findFileType(file.mediaType);
    return type != nullptr && type->isPicture && file.sizeBytes <= previewBytesMax &&
           QImageReader::supportedMimeTypes().contains(QByteArray::fromStdString(file.mediaType));
}

/// Reads a picture on another thread, no larger than it is shown; null for one that cannot be read.
QFuture<QImage> read(const QString& path) {
    auto promise = std::make_shared<QPromise<QImage>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path] {
        QImageReader reader(path);
        reader.setAutoTransform(true);
        const QSize size = reader.size();
        if (size.width() > pictureEdgeMax || size.height() > pictureEdgeMax) {
            reader.setScaledSize(size.scaled(pictureEdgeMax, pictureEdgeMax, Qt::KeepAspectRatio));
        }
        promise->addResult(reader.read());
        promise->finish();
    });
    return promise->future();
}

QString filterOfAll() {
    QStringList endings;
    for (const FileType& type : fileTypes) {
        for (const std::string_view ending : type.endings) {
            if (!ending.empty()) {
                endings << QStringLiteral("*.") + ui::toQt(ending);
            }
        }
    }
    return FileList::tr("Files that can be attached (%1)").arg(endings.join(u' '));
}

}  // namespace

FileList::FileList(shell::Context& context, std::string_view entity, QWidget* parent)
    : QWidget(parent), m_context(context), m_entity(entity) {
    setAcceptDrops(true);
    m_busyLine = new ui::BusyLine(this);
    m_trouble = new ui::Banner(ui::Tone::Warn, this);
    m_trouble->setObjectName(QStringLiteral("fileTrouble"));
    m_trouble->setClosable(true);
    m_trouble->hide();
    connect(m_trouble, &ui::Banner::actionTriggered, this, [this] {
        m_trouble->hide();
        if (const auto again = std::exchange(m_again, nullptr)) {
            again();
        }
    });
    m_undo = new ui::Banner(ui::Tone::Info, this);
    m_undo->setObjectName(QStringLiteral("fileUndo"));
    m_undo->setClosable(true);
    m_undo->hide();
    connect(m_undo, &ui::Banner::actionTriggered, this, &FileList::restore);
    m_add = new QPushButton(this);
    m_add->setObjectName(QStringLiteral("addFiles"));
    connect(m_add, &QPushButton::clicked, this, &FileList::choose);
    m_hint = ui::makeLabel({}, TextRole::Small, this);
    m_hint->setWordWrap(true);
    m_nothing = ui::makeLabel({}, TextRole::Muted, this);
    m_nothing->setObjectName(QStringLiteral("noFiles"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("files"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_list, &QListWidget::itemActivated, this, &FileList::open);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        showState();
        m_picture = {};
        showPicture();
        m_look.start();
    });
    m_look.setSingleShot(true);
    m_look.setInterval(lookMs);
    connect(&m_look, &QTimer::timeout, this, &FileList::lookAtPicture);
    m_preview = new QLabel(this);
    m_preview->setObjectName(QStringLiteral("filePreview"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setMinimumWidth(1);
    m_preview->hide();

    const auto makeAction = [this](const char* name, void (FileList::*slot)()) {
        auto* action = new QAction(m_list);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, slot);
        m_list->addAction(action);
        return action;
    };
    m_openAction = makeAction("openFile", &FileList::open);
    m_saveAction = makeAction("saveFile", &FileList::save);
    m_removeAction = makeAction("removeFile", &FileList::remove);
    m_removeAction->setShortcut(QKeySequence::Delete);
    m_removeAction->setShortcutContext(Qt::WidgetShortcut);
    auto* paste = new QShortcut(QKeySequence::Paste, this);
    paste->setContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QShortcut::activated, this, [this] {
        if (const QMimeData* held = QApplication::clipboard()->mimeData()) {
            attach(*held);
        }
    });
    auto* acts = new QHBoxLayout;
    const auto makeButton = [this, acts](const char* name, QAction* action) {
        auto* button = new QPushButton(this);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        acts->addWidget(button);
        return button;
    };
    m_openButton = makeButton("openFileButton", m_openAction);
    m_saveButton = makeButton("saveFileButton", m_saveAction);
    acts->addStretch(1);
    m_removeButton = makeButton("removeFileButton", m_removeAction);
    ui::setKind(m_removeButton, ui::ButtonKind::Danger);

    auto* adding = new QHBoxLayout;
    adding->addWidget(m_add);
    adding->addWidget(m_hint, 1);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::m);
    body->setSpacing(ui::space::s);
    body->addLayout(adding);
    body->addWidget(m_nothing, 1);
    body->addWidget(m_list, 1);
    body->addWidget(m_preview);
    body->addLayout(acts);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_trouble);
    layout->addWidget(m_undo);
    layout->addLayout(body, 1);
    ui::passFocusOn(this, m_add);

    connect(&m_context.works, &client::Works::changed, this, &FileList::followAll);
    connect(&m_context.changes, &client::ChangeWatch::changed, this,
            [this](const QList<client::Change>& changes) {
                const QString files = ui::toQt(m_entity) + QStringLiteral(".files");
                const bool isOurs = std::ranges::any_of(changes, [&](const client::Change& change) {
                    return change.entity == files && change.id == m_id;
                });
                if (isOurs && isVisible()) {
                    ask();
                }
            });
    retranslate();
}

void FileList::load(std::int64_t id) {
    if (m_id != id) {
        m_id = id;
        m_isKnown = false;
        m_files.clear();
        m_removed.reset();
        m_trouble->hide();
        m_undo->hide();
        showFiles();
        followAll();
    }
    ask();
}

void FileList::ask() {
    ++m_calls;
    showState();
    client::whenDone(listFiles(m_context.api, owner()), this,
                     [this, asked = m_id](client::Answer<client::Page<File>> answer) {
                         --m_calls;
                         if (asked != m_id) {
                             return;
                         }
                         if (!answer) {
                             if (!answer.error().isCancelled()) {
                                 failed(shell::sentenceOf(answer.error()), [this] { ask(); });
                             }
                             return;
                         }
                         m_isKnown = true;
                         m_files = std::move(answer->items);
                         showFiles();
                     });
}

void FileList::follow(FileSending* sending) {
    if (sending == nullptr || sending->owner() != owner() || m_followed.contains(sending)) {
        return;
    }
    m_followed.insert(sending);
    connect(sending, &QObject::destroyed, this, [this, sending] { m_followed.remove(sending); });
    connect(sending, &FileSending::attached, this, [this, of = owner()] {
        if (of == owner()) {
            ask();
        }
    });
    connect(sending, &FileSending::failed, this, [this, of = owner()](const QString& trouble, int work) {
        if (of == owner()) {
            failed(trouble, work == 0 ? std::function<void()>()
                                      : [this, work] { m_context.works.tryAgain(work); });
        }
    });
}

void FileList::followAll() {
    for (FileSending* sending : m_context.works.findChildren<FileSending*>(Qt::FindDirectChildrenOnly)) {
        follow(sending);
    }
}

void FileList::failed(const QString& trouble, std::function<void()> again) {
    m_again = std::move(again);
    m_trouble->setText(trouble);
    m_trouble->setAction(m_again ? tr("Try again") : QString());
    m_trouble->show();
    showState();
}

void FileList::choose() {
    attach(m_context.dialogs.openFiles(this, tr("Attach files"), {filterOfAll(), tr("All files (*)")}));
}

void FileList::attach(const QStringList& paths) {
    if (m_id != 0) {
        m_trouble->hide();
        follow(FileSending::begin(m_context, owner(), paths));
    }
}

bool FileList::attach(const QMimeData& given) {
    if (const QStringList paths = localFiles(given); !paths.isEmpty()) {
        attach(paths);
        return true;
    }
    const auto picture = qvariant_cast<QImage>(given.imageData());
    if (picture.isNull() || m_id == 0) {
        return false;
    }
    m_trouble->hide();
    follow(FileSending::begin(m_context, owner(), picture));
    return true;
}

const File* FileList::chosen() const {
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_files.size()) ? &m_files[static_cast<std::size_t>(row)]
                                                             : nullptr;
}

void FileList::open() {
    if (const File* file = chosen()) {
        FileFetching::begin(m_context, owner(), *file, FileFetching::passingPath(m_context, *file),
                            FileFetching::Then::Open);
    }
}

void FileList::save() {
    const File* found = chosen();
    if (found == nullptr) {
        return;
    }
    const File file = *found;
    const QString path = m_context.dialogs.saveFile(this, tr("Save the file as"), ui::toQt(file.fileName),
                                                    {tr("All files (*)")});
    if (!path.isEmpty()) {
        FileFetching::begin(m_context, owner(), file, path, FileFetching::Then::Keep);
    }
}

bool FileList::mayRemove(const File& file) const {
    return file.uploadedBy == m_context.session.user().id ||
           m_context.session.may(Permission::FilesRemove);
}

void FileList::remove() {
    const File* found = chosen();
    if (found == nullptr || !mayRemove(*found)) {
        return;
    }
    const File file = *found;
    ++m_calls;
    showState();
    client::whenDone(removeFile(m_context.api, owner(), file.id), this,
                     [this, file, asked = m_id](const client::Answer<void>& answer) {
                         --m_calls;
                         if (asked != m_id) {
                             return;
                         }
                         if (!answer) {
                             failed(shell::sentenceOf(answer.error()), [this] { ask(); });
                             return;
                         }
                         m_removed = file;
                         std::erase_if(m_files, [&](const File& one) { return one.id == file.id; });
                         showFiles();
                         retranslate();
                         m_undo->show();
                     });
}

void FileList::restore() {
    m_undo->hide();
    if (!m_removed) {
        return;
    }
    ++m_calls;
    client::whenDone(restoreFile(m_context.api, owner(), m_removed->id), this,
                     [this, asked = m_id](const client::Answer<File>& answer) {
                         --m_calls;
                         if (asked != m_id) {
                             return;
                         }
                         if (!answer) {
                             failed(shell::sentenceOf(answer.error()), [this] { restore(); });
                             return;
                         }
                         m_removed.reset();
                         ask();
                     });
}

void FileList::showFiles() {
    const FileId wanted = m_list->currentItem() != nullptr
                              ? FileId(m_list->currentItem()->data(Qt::UserRole).toLongLong())
                              : FileId();
    const bool hadFocus = m_list->hasFocus();
    const int row = m_list->currentRow();
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const File& file : m_files) {
            const QString size = ui::showBytes(file.sizeBytes);
            const QString when = shell::ltr(ui::showInstant(file.createdAt));
            auto* item = new QListWidgetItem(
                ui::icon(ui::Icon::File, ui::Tint::Muted),
                QStringLiteral("%1\n%2").arg(
                    shownName(ui::toQt(file.fileName)),
                    QStringList{size, ui::toQt(file.uploadedByName), when}.join(QStringLiteral("  ·  "))),
                m_list);
            item->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(file.id.value()));
            item->setToolTip(ui::toQt(file.fileName));
            item->setData(Qt::AccessibleTextRole,
                          tr("%1, %2, attached by %3 on %4")
                              .arg(ui::toQt(file.fileName), size, ui::toQt(file.uploadedByName), when));
            if (file.id == wanted) {
                m_list->setCurrentItem(item);
            }
        }
        if (m_list->currentRow() < 0 && !m_files.empty()) {
            m_list->setCurrentRow(std::clamp(row, 0, static_cast<int>(m_files.size()) - 1));
        }
    }
    if (hadFocus && m_files.empty()) {
        m_add->setFocus();
    }
    const File* now = chosen();
    if (now == nullptr || now->id != wanted) {
        m_picture = {};
        showPicture();
        m_look.start();
    }
    showState();
}

void FileList::showState() {
    const File* file = chosen();
    m_busyLine->setBusy(m_calls > 0);
    m_add->setEnabled(m_id != 0);
    m_list->setVisible(!m_files.empty());
    m_nothing->setVisible(m_files.empty());
    m_nothing->setText(m_isKnown ? tr("Nothing is attached yet.") : QString());
    for (QPushButton* button : {m_openButton, m_saveButton, m_removeButton}) {
        button->setVisible(!m_files.empty());
    }
    for (QAction* action : {m_openAction, m_saveAction}) {
        action->setEnabled(file != nullptr);
    }
    m_removeAction->setEnabled(file != nullptr && mayRemove(*file));
    m_openButton->setEnabled(m_openAction->isEnabled());
    m_saveButton->setEnabled(m_saveAction->isEnabled());
    m_removeButton->setEnabled(m_removeAction->isEnabled());
    m_removeButton->setToolTip(file == nullptr || mayRemove(*file)
                                   ? QString()
                                   : tr("Somebody else attached it; you may not remove it."));
}

void FileList::lookAtPicture() {
    const File* file = chosen();
    if (file == nullptr || !canBeShown(*file) || !isVisible()) {
        return;
    }
    const QString path = FileFetching::passingPath(m_context, *file);
    const auto show = [this, path, id = file->id] {
        read(path).then(this, [this, id](const QImage& picture) {
            if (const File* now = chosen(); now != nullptr && now->id == id) {
                m_picture = picture;
                showPicture();
            }
        });
    };
    if (QFileInfo::exists(path)) {
        show();
        return;
    }
    client::whenDone(fetchFile(m_context.api, owner(), file->id, path, {}, {}), this,
                     [show](const client::Answer<void>& answer) {
                         // Without it the file can be opened all the same, and that says what is wrong.
                         if (answer) {
                             show();
                         }
                     });
}

void FileList::showPicture() {
    m_preview->setVisible(!m_picture.isNull());
    if (m_picture.isNull()) {
        m_preview->clear();
        return;
    }
    const double ratio = m_preview->devicePixelRatioF();
    const QSize room(std::max(1, width() - 2 * ui::space::m), ui::scaled(previewHeightPx));
    QPixmap shown = QPixmap::fromImage(
        m_picture.scaled(room.boundedTo(m_picture.size()) * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    shown.setDevicePixelRatio(ratio);
    m_preview->setPixmap(shown);
    if (const File* file = chosen()) {
        m_preview->setAccessibleName(tr("Picture: %1").arg(ui::toQt(file->fileName)));
    }
}

void FileList::retranslate() {
    m_add->setText(tr("Attach files…"));
    m_hint->setText(tr("or drop them here, or paste a picture (Ctrl+V)"));
    m_list->setAccessibleName(tr("Files"));
    m_openAction->setText(tr("Open"));
    m_saveAction->setText(tr("Save as…"));
    m_removeAction->setText(tr("Remove"));
    m_openButton->setText(m_openAction->text());
    m_saveButton->setText(m_saveAction->text());
    m_removeButton->setText(m_removeAction->text());
    if (m_removed) {
        m_undo->setText(tr("%1 was removed.").arg(shownName(ui::toQt(m_removed->fileName))));
        m_undo->setAction(tr("Bring it back"));
    }
    showFiles();
}

void FileList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FileList::dragEnterEvent(QDragEnterEvent* event) {
    if (m_id != 0 && (!localFiles(*event->mimeData()).isEmpty() || event->mimeData()->hasImage())) {
        event->acceptProposedAction();
    }
}

void FileList::dropEvent(QDropEvent* event) {
    if (attach(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void FileList::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showPicture();
}

}  // namespace nextgen::file
