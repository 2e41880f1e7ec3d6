#include "app/shell/command_palette.h"

#include "app/client/task.h"
#include "app/shell/ltr.h"
#include "shared/core/text.h"
#include "ui/locale/memory.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::shell {

namespace {

constexpr int recentsMax = 5;
constexpr int restMs = 200;
constexpr int lettersMin = 2;
const QString recentsKey = QStringLiteral("palette/recents");

QStringList wordsOf(const QString& text) {
    return QString::fromStdString(text::searchKey(text.toStdString()))
        .split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// 0: every typed word begins a word; 1: every one is contained; 2: no match.
int distance(const QStringList& typed, const Command& command) {
    const QStringList words = wordsOf(command.title + QLatin1Char(' ') + command.group);
    int worst = 0;
    for (const QString& word : typed) {
        const bool begins =
            std::ranges::any_of(words, [&](const QString& own) { return own.startsWith(word); });
        const bool contains =
            std::ranges::any_of(words, [&](const QString& own) { return own.contains(word); });
        worst = std::max(worst, begins ? 0 : contains ? 1 : 2);
    }
    return worst;
}

}  // namespace

std::vector<Command> matching(const std::vector<Command>& commands, const QString& typed) {
    const QStringList words = wordsOf(typed);
    std::vector<Command> found;
    for (int wanted = 0; wanted < 2; ++wanted) {
        for (const Command& command : commands) {
            if (distance(words, command) == wanted) {
                found.push_back(command);
            }
        }
    }
    return found;
}

CommandPalette::CommandPalette(std::vector<Command> commands, LookUp lookUp, Search search, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      m_commands(std::move(commands)),
      m_lookUp(std::move(lookUp)),
      m_search(std::move(search)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Commands"));

    // What was used last comes first.
    const QStringList recents = ui::remembered(recentsKey).toStringList();
    std::ranges::stable_sort(m_commands, {}, [&](const Command& command) {
        const qsizetype place = recents.indexOf(command.id);
        return command.isRecent ? qsizetype{-1} : place < 0 ? qsizetype{recentsMax} : place;
    });

    m_line = new QLineEdit(this);
    m_line->setObjectName(QStringLiteral("paletteLine"));
    m_line->setPlaceholderText(tr("Page, action, or a record by its name or number…"));
    m_line->setAccessibleName(m_line->placeholderText());
    m_line->addAction(ui::icon(ui::Icon::Search, ui::Tint::Muted), QLineEdit::LeadingPosition);
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_nothing = ui::makeLabel(tr("Nothing by this name."), ui::TextRole::Muted, this);
    m_nothing->setAlignment(Qt::AlignCenter);

    m_note = ui::makeLabel({}, ui::TextRole::Small, this);
    m_note->setWordWrap(true);
    m_busyLine = new ui::BusyLine(this);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &CommandPalette::ask);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_line);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    layout->addWidget(m_note);
    resize(560, 420);
    if (parent != nullptr) {
        const QPoint top = parent->mapToGlobal(QPoint((parent->width() - width()) / 2, parent->height() / 8));
        move(top);
    }

    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::typed);
    connect(m_line, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    fill();
    m_line->setFocus();
}

CommandPalette::~CommandPalette() {
    cancel();
}

bool CommandPalette::takeScan(const QString& code) {
    m_line->setText(code);
    return true;
}

void CommandPalette::cancel() {
    m_rest.stop();
    if (m_cancellation) {
        std::exchange(m_cancellation, nullptr)->cancel();
    }
}

void CommandPalette::typed() {
    cancel();
    m_runsFirst = false;
    m_found = {};
    if (m_search && m_line->text().trimmed().size() >= lettersMin) {
        m_rest.start();
    }
    fill();
}

void CommandPalette::ask() {
    m_cancellation = std::make_shared<client::Cancellation>();
    client::whenDone(m_search(m_line->text().trimmed(), m_cancellation), this,
                     [this, asked = m_cancellation](Found found) {
                         if (asked != m_cancellation) {
                             return;
                         }
                         m_cancellation.reset();
                         m_found = std::move(found);
                         // What is there stays where it is: somebody may be about to choose it.
                         for (Command& command : m_found.commands) {
                             if (std::ranges::find(m_shown, command.id, &Command::id) == m_shown.end()) {
                                 addLine(command);
                                 m_shown.push_back(std::move(command));
                             }
                         }
                         showState();
                         if (std::exchange(m_runsFirst, false)) {
                             runCurrent();
                         }
                     });
    showState();
}

void CommandPalette::fill() {
    m_shown = m_lookUp(m_line->text().trimmed());
    std::ranges::move(matching(m_commands, m_line->text()), std::back_inserter(m_shown));
    m_list->clear();
    for (const Command& command : m_shown) {
        addLine(command);
    }
    showState();
}

void CommandPalette::addLine(const Command& command) {
    QString line = command.title;
    if (!command.group.isEmpty()) {
        line += QStringLiteral("  ·  ") + command.group;
    }
    if (!command.shortcut.isEmpty()) {
        line += QStringLiteral("  ·  ") + ltr(command.shortcut);
    }
    const QIcon icon =
        command.shownIcon.isNull() ? ui::icon(command.icon, ui::Tint::Muted) : command.shownIcon;
    m_list->addItem(new QListWidgetItem(icon, line));
}

void CommandPalette::showState() {
    if (m_list->currentRow() < 0 && m_list->count() > 0) {
        m_list->setCurrentRow(0);
    }
    m_list->setVisible(m_list->count() > 0);
    m_nothing->setText(isSearching() ? tr("Looking…") : tr("Nothing by this name."));
    m_nothing->setVisible(m_list->count() == 0);
    m_note->setText(m_found.note);
    m_note->setVisible(!m_found.note.isEmpty());
    m_busyLine->setBusy(m_cancellation != nullptr);
}

void CommandPalette::runCurrent() {
    const int row = m_list->currentRow();
    if (row < 0) {
        m_runsFirst = isSearching();
        return;
    }
    const Command command = m_shown.at(static_cast<std::size_t>(row));
    QStringList recents = ui::remembered(recentsKey).toStringList();
    recents.removeAll(command.id);
    recents.prepend(command.id);
    ui::remember(recentsKey, recents.mid(0, recentsMax));
    close();
    command.run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_line && event->type() == QEvent::KeyPress && !m_shown.empty()) {
        const int count = m_list->count();
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Down:
                m_list->setCurrentRow((m_list->currentRow() + 1) % count);
                return true;
            case Qt::Key_Up:
                m_list->setCurrentRow((m_list->currentRow() + count - 1) % count);
                return true;
            default:
                break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace nextgen::shell
