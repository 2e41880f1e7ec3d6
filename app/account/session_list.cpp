#include "app/account/session_list.h"

#include "app/account/account_calls.h"
#include "app/client/task.h"
#include "app/shell/ltr.h"
#include "ui/locale/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/scroll.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace nextgen::account {

using ui::TextRole;

SessionList::SessionList(shell::Context& context, QWidget* parent) : QWidget(parent), m_context(context) {
    setObjectName(QStringLiteral("sessionList"));
    m_busyLine = new ui::BusyLine(this);
    m_trouble = new ui::Banner(ui::Tone::Warn, this);
    m_trouble->setObjectName(QStringLiteral("sessionTrouble"));
    m_trouble->hide();
    connect(m_trouble, &ui::Banner::actionTriggered, this, [this] { load(m_person); });
    m_endAll = new QPushButton(this);
    m_endAll->setObjectName(QStringLiteral("endAllSessions"));
    ui::setKind(m_endAll, ui::ButtonKind::Danger);
    connect(m_endAll, &QPushButton::clicked, this, &SessionList::endAll);
    auto* body = new QWidget;
    m_nothing = ui::makeLabel({}, TextRole::Muted, body);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    m_cards = new QWidget(body);
    m_cardLayout = new QVBoxLayout(m_cards);
    m_cardLayout->setContentsMargins(0, 0, 0, 0);
    m_cardLayout->setSpacing(ui::space::s);
    auto* bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, ui::space::s, 0, ui::space::s);
    bodyLayout->addWidget(m_nothing);
    bodyLayout->addWidget(m_cards);
    bodyLayout->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_endAll);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::xs);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_trouble);
    layout->addWidget(ui::makeScroll(body), 1);
    layout->addLayout(row);
    retranslate();
}

void SessionList::load(UserId person) {
    if (m_person != person) {
        m_person = person;
        m_sessions.clear();
        retranslate();
    }
    ++m_calls;
    m_busyLine->setBusy(true);
    client::whenDone(listSessions(m_context.api, person), this,
                     [this, asked = person](client::Answer<client::Page<Session>> answer) {
                         m_busyLine->setBusy(--m_calls > 0);
                         if (asked != m_person) {
                             return;
                         }
                         m_trouble->setVisible(!answer);
                         if (answer) {
                             m_sessions = std::move(answer->items);
                             showSessions();
                             m_nothing->setVisible(m_sessions.empty());
                         } else {
                             m_trouble->setText(shell::sentenceOf(answer.error()));
                             m_trouble->setAction(tr("Try again"));
                         }
                     });
}

bool SessionList::mayEnd() const {
    return !m_person || m_context.session.may(Permission::UsersWrite);
}

void SessionList::showSessions() {
    while (QLayoutItem* item = m_cardLayout->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    bool areOthers = false;
    for (const Session& session : m_sessions) {
        auto* card = new QFrame(m_cards);
        ui::setStyleProperty(card, "card", true);
        auto* name = ui::makeLabel(session.userAgent.empty() ? tr("A program without a name")
                                                             : shell::ltr(ui::toQt(session.userAgent)),
                                   TextRole::Strong, card);
        name->setWordWrap(true);
        shell::alignLeading(*name);
        auto* from = ui::makeLabel(
            tr("From %1, since %2").arg(shell::ltr(ui::toQt(session.address)), ui::showInstant(session.createdAt)),
            TextRole::Body, card);
        auto* seen = ui::makeLabel(
            session.lastSeenAt
                ? tr("Last seen %1, ends %2")
                      .arg(ui::showInstant(*session.lastSeenAt), ui::showInstant(session.expiresAt))
                : tr("Ends %1").arg(ui::showInstant(session.expiresAt)),
            TextRole::Small, card);
        auto* words = new QVBoxLayout;
        words->setSpacing(ui::space::xs);
        for (QLabel* label : {name, from, seen}) {
            label->setTextFormat(Qt::PlainText);  // a program says of itself what it likes
            words->addWidget(label);
        }
        auto* layout = new QHBoxLayout(card);
        layout->addLayout(words, 1);
        if (session.isCurrent) {
            layout->addWidget(ui::makeLabel(tr("This one"), TextRole::Muted, card));
        } else if (mayEnd()) {
            areOthers = true;
            auto* button = new QPushButton(tr("End it"), card);
            button->setObjectName(QStringLiteral("endSession"));
            button->setAccessibleName(tr("End the session from %1").arg(ui::toQt(session.address)));
            connect(button, &QPushButton::clicked, this, [this, id = session.id] { end(id); });
            layout->addWidget(button, 0, Qt::AlignVCenter);
        }
        m_cardLayout->addWidget(card);
    }
    m_endAll->setVisible(areOthers);
}

void SessionList::end(SessionId session) {
    ask(endSession(m_context.api, m_person, session));
}

void SessionList::endAll() {
    ui::Question question;
    question.title = m_endAll->text();
    question.text = m_person ? tr("Everywhere this person works, what was typed stays and the password is "
                                  "asked for again.")
                             : tr("Everywhere but here the password is asked for again.");
    question.acceptText = m_endAll->text();
    question.isDangerous = true;
    if (m_context.dialogs.confirm(this, question)) {
        ask(endSessions(m_context.api, m_person));
    }
}

void SessionList::ask(QCoro::Task<client::Answer<void>> task) {
    ++m_calls;
    m_busyLine->setBusy(true);
    client::whenDone(std::move(task), this, [this](const client::Answer<void>& answer) {
        m_busyLine->setBusy(--m_calls > 0);
        // Ended meanwhile by itself: that is what was wanted.
        if (!answer && answer.error().code != ErrorCode::NotFound && !answer.error().isCancelled()) {
            m_trouble->setText(shell::sentenceOf(answer.error()));
            m_trouble->setAction({});
            m_trouble->show();
            return;
        }
        load(m_person);
    });
}

void SessionList::retranslate() {
    m_nothing->setText(tr("Signed in nowhere."));
    m_endAll->setText(m_person ? tr("End all sessions") : tr("End all others"));
    showSessions();
}

void SessionList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::account
