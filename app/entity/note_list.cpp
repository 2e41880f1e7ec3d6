#include "app/entity/note_list.h"

#include "app/client/task.h"
#include "app/entity/note_calls.h"
#include "app/shell/ltr.h"
#include "ui/locale/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/scroll.h"

#include <QCoroFuture>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::entity {

using ui::TextRole;

namespace {

const QString draftKind = QStringLiteral("note");
constexpr int restMs = 500;
constexpr int writingHeightPx = 84;
constexpr int leftShownBelow = 500;

QCoro::Task<std::optional<client::Draft>> draftOf(client::LocalStore& store, QString key) {
    co_return co_await store.draft(draftKind, key);
}

}  // namespace

NoteList::NoteList(shell::Context& context, const api::Entity& entity, QWidget* parent)
    : QWidget(parent), m_context(context), m_entity(entity) {
    m_busyLine = new ui::BusyLine(this);
    m_trouble = new ui::Banner(ui::Tone::Warn, this);
    m_trouble->setObjectName(QStringLiteral("noteTrouble"));
    m_trouble->hide();
    connect(m_trouble, &ui::Banner::actionTriggered, this, [this] {
        m_trouble->hide();
        ask({});
    });
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(writingHeightPx);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_isDraftStale = true;
        m_rest.start();
        showState();
    });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)), m_text);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, &NoteList::send);
    }
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &NoteList::keepDraft);
    m_send = new QPushButton(this);
    m_send->setObjectName(QStringLiteral("sendNote"));
    m_send->setToolTip(QStringLiteral("Ctrl+Enter"));
    connect(m_send, &QPushButton::clicked, this, &NoteList::send);
    m_left = ui::makeLabel({}, TextRole::Small, this);
    m_nothing = ui::makeLabel({}, TextRole::Muted);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_more = new QPushButton;
    ui::setKind(m_more, ui::ButtonKind::Quiet);
    connect(m_more, &QPushButton::clicked, this, [this] { ask(m_nextCursor); });

    auto* sending = new QHBoxLayout;
    sending->addWidget(m_left);
    sending->addStretch(1);
    sending->addWidget(m_send);
    auto* writing = new QVBoxLayout;
    writing->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::s);
    writing->setSpacing(ui::space::s);
    writing->addWidget(m_text);
    writing->addLayout(sending);
    auto* body = new QWidget;
    m_cards = new QWidget(body);
    m_cardLayout = new QVBoxLayout(m_cards);
    m_cardLayout->setContentsMargins(0, 0, 0, 0);
    m_cardLayout->setSpacing(ui::space::s);
    auto* bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(ui::space::m, 0, ui::space::m, ui::space::m);
    bodyLayout->addWidget(m_nothing);
    bodyLayout->addWidget(m_cards);
    bodyLayout->addWidget(m_more);
    bodyLayout->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_trouble);
    layout->addLayout(writing);
    layout->addWidget(ui::makeScroll(body), 1);
    retranslate();
}

NoteList::~NoteList() {
    keepDraft();
}

void NoteList::load(std::int64_t id) {
    if (m_id != id) {
        keepDraft();
        m_id = id;
        m_notes.clear();
        m_nextCursor.clear();
        m_trouble->hide();
        showNotes();
        findDraft();
    }
    ask({});
}

void NoteList::ask(const QString& cursor) {
    ++m_calls;
    showState();
    client::whenDone(listNotes(m_context.api, m_entity, m_id, cursor), this,
                     [this, asked = m_id, cursor](client::Answer<client::Page<note::Note>> answer) {
                         --m_calls;
                         if (asked != m_id) {
                             return;
                         }
                         if (!answer) {
                             failed(answer.error());
                             return;
                         }
                         if (cursor.isEmpty()) {
                             m_notes.clear();
                         }
                         std::ranges::move(answer->items, std::back_inserter(m_notes));
                         m_nextCursor = answer->nextCursor;
                         showNotes();
                     });
}

void NoteList::failed(const client::Failure& failure) {
    if (!failure.isCancelled()) {
        m_trouble->setText(failure.isLostConnection()
                               ? tr("The server cannot be reached. What you wrote is kept here.")
                               : shell::sentenceOf(failure));
        m_trouble->setAction(failure.isLostConnection() ? tr("Try again") : QString());
        m_trouble->show();
    }
    showState();
}

void NoteList::send() {
    const QString body = m_text->toPlainText().trimmed();
    if (body.isEmpty() || body.size() > note::bodyLettersMax || !m_send->isEnabled()) {
        return;
    }
    // The same key for the same words, however often they are sent: they are written once.
    if (body != m_sentBody) {
        m_sentBody = body;
        m_sentKey = client::newIdempotencyKey();
    }
    ++m_calls;
    m_isSending = true;
    showState();
    client::whenDone(addNote(m_context.api, m_entity, m_id, body, m_sentKey), this,
                     [this, to = m_id, body](client::Answer<note::Note> answer) {
                         --m_calls;
                         m_isSending = false;
                         if (!answer) {
                             failed(answer.error());
                             return;
                         }
                         m_context.store.dropDraft(draftKind, hrefOf(m_entity, to));
                         if (to != m_id) {
                             showState();
                             return;
                         }
                         m_sentBody.clear();
                         if (m_text->toPlainText().trimmed() == body) {
                             m_text->clear();
                             draftIsKept();
                         }
                         m_trouble->hide();
                         m_notes.insert(m_notes.begin(), std::move(*answer));
                         showNotes();
                     });
}

void NoteList::takeBack(note::NoteId id) {
    ++m_calls;
    client::whenDone(takeBackNote(m_context.api, m_entity, m_id, id), this,
                     [this, id](const client::Answer<void>& answer) {
                         --m_calls;
                         if (!answer) {
                             failed(answer.error());
                             return;
                         }
                         std::erase_if(m_notes, [id](const note::Note& one) { return one.id == id; });
                         showNotes();
                     });
}

bool NoteList::mayTakeBack(const note::Note& one) const {
    const Instant now(QDateTime::currentMSecsSinceEpoch() * 1000);
    return one.authorId == m_context.session.user().id &&
           now.microseconds() - one.createdAt.microseconds() <
               std::int64_t{note::takeBackMinutes} * 60 * 1'000'000;
}

void NoteList::showNotes() {
    while (QLayoutItem* item = m_cardLayout->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const note::Note& one : m_notes) {
        auto* card = new QFrame(m_cards);
        card->setObjectName(QStringLiteral("noteCard"));
        ui::setStyleProperty(card, "card", true);
        auto* who = ui::makeLabel(ui::toQt(one.authorName), TextRole::Strong, card);
        who->setTextFormat(Qt::PlainText);
        auto* when = ui::makeLabel(shell::ltr(ui::showInstant(one.createdAt)), TextRole::Small, card);
        auto* head = new QHBoxLayout;
        head->addWidget(who);
        head->addWidget(when);
        head->addStretch(1);
        if (mayTakeBack(one)) {
            auto* takeItBack = new QPushButton(tr("Take back"), card);
            takeItBack->setObjectName(QStringLiteral("takeBack"));
            ui::setKind(takeItBack, ui::ButtonKind::Quiet);
            connect(takeItBack, &QPushButton::clicked, this, [this, id = one.id] { takeBack(id); });
            head->addWidget(takeItBack);
        }
        auto* body = new QLabel(ui::toQt(one.body), card);
        body->setTextFormat(Qt::PlainText);
        body->setWordWrap(true);
        body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto* layout = new QVBoxLayout(card);
        layout->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
        layout->setSpacing(ui::space::xs);
        layout->addLayout(head);
        layout->addWidget(body);
        m_cardLayout->addWidget(card);
    }
    showState();
}

void NoteList::showState() {
    const qsizetype letters = m_text->toPlainText().trimmed().size();
    const qsizetype left = note::bodyLettersMax - letters;
    m_busyLine->setBusy(m_calls > 0);
    m_send->setEnabled(letters > 0 && left >= 0 && !m_isSending);
    m_left->setText(left >= leftShownBelow ? QString()
                    : left >= 0            ? tr("Letters left: %1").arg(ui::showNumber(left))
                                           : tr("Too long by %1 letters").arg(ui::showNumber(-left)));
    m_nothing->setVisible(m_notes.empty() && m_calls == 0 && m_trouble->isHidden());
    m_more->setVisible(!m_nextCursor.isEmpty() && !m_notes.empty());
}

void NoteList::keepDraft() {
    if (!std::exchange(m_isDraftStale, false) || m_id == 0) {
        return;
    }
    m_rest.stop();
    const QString key = hrefOf(m_entity, m_id);
    const QByteArray text = m_text->toPlainText().toUtf8();
    if (text.trimmed().isEmpty()) {
        m_context.store.dropDraft(draftKind, key);
    } else {
        m_context.store.saveDraft(draftKind, key, text);
    }
}

void NoteList::draftIsKept() {
    m_isDraftStale = false;
    m_rest.stop();
}

void NoteList::findDraft() {
    m_text->clear();
    draftIsKept();
    client::whenDone(draftOf(m_context.store, hrefOf(m_entity, m_id)), this,
                     [this, of = m_id](const std::optional<client::Draft>& draft) {
                         if (of == m_id && draft && m_text->toPlainText().isEmpty()) {
                             m_text->setPlainText(QString::fromUtf8(draft->body));
                             draftIsKept();
                         }
                     });
}

void NoteList::retranslate() {
    m_text->setPlaceholderText(tr("Write a note for those who work with this record…"));
    m_text->setAccessibleName(tr("Note"));
    m_send->setText(tr("Add the note"));
    m_nothing->setText(tr("Nobody has written anything here yet."));
    m_more->setText(tr("Show older ones"));
    showNotes();
}

void NoteList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::entity
