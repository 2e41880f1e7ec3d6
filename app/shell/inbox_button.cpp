#include "app/shell/inbox_button.h"

#include "app/client/task.h"
#include "app/shell/link.h"
#include "app/shell/panel.h"
#include "ui/locale/format.h"
#include "ui/widgets/icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace nextgen::shell {

using message::Notice;

namespace {

constexpr QSize panelSizePx(400, 440);
/// More are counted as this many and more.
constexpr qint64 countedMax = 99;

}  // namespace

QString sentenceOf(const Notice& notice) {
    Notice shown = notice;
    shown.title = ui::fromQt(ui::showCode(notice.title));
    return ui::toQt(message::sentenceOf(shown, ui::currentLanguage()));
}

InboxPanel::InboxPanel(Context& context, client::Inbox& inbox, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_context(context), m_inbox(inbox) {
    setObjectName(QStringLiteral("inboxPanel"));
    ui::setStyleProperty(this, "card", true);
    m_title = ui::makeLabel({}, ui::TextRole::Heading, this);
    m_allRead = new QPushButton(this);
    m_allRead->setObjectName(QStringLiteral("allReadButton"));
    ui::setKind(m_allRead, ui::ButtonKind::Quiet);
    connect(m_allRead, &QPushButton::clicked, this, &InboxPanel::markAll);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("inboxList"));
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setSpacing(ui::space::xs);
    const auto openItem = [this](QListWidgetItem* item) { openAt(m_list->row(item)); };
    connect(m_list, &QListWidget::itemActivated, this, openItem);
    connect(m_list, &QListWidget::itemClicked, this, openItem);
    m_empty = ui::makeLabel({}, ui::TextRole::Muted, this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_more = new QPushButton(this);
    m_more->setObjectName(QStringLiteral("earlierButton"));
    ui::setKind(m_more, ui::ButtonKind::Quiet);
    connect(m_more, &QPushButton::clicked, this, [this] { ask(m_nextCursor); });
    auto* top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addStretch();
    top->addWidget(m_allRead);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
    layout->setSpacing(ui::space::s);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_more);
    resize(ui::scaled(panelSizePx.width()), ui::scaled(panelSizePx.height()));
    connect(&m_inbox, &client::Inbox::unreadChanged, this, &InboxPanel::showState);
    connect(&m_inbox, &client::Inbox::came, this, [this] {
        if (isVisible()) {
            load();
        }
    });
    retranslate();
}

void InboxPanel::retranslate() {
    m_title->setText(tr("Notices"));
    setAccessibleName(m_title->text());
    m_list->setAccessibleName(m_title->text());
    m_allRead->setText(tr("Mark all as read"));
    m_more->setText(tr("Earlier notices"));
    for (int place = 0; place < m_list->count(); ++place) {
        showNotice(place);
    }
    showState();
}

void InboxPanel::showState() {
    m_empty->setText(!m_trouble.isEmpty()
                         ? m_trouble
                         : tr("No notices. Here you are told what others do to your cheques and imports."));
    m_list->setVisible(!m_notices.empty());
    m_empty->setVisible(m_notices.empty());
    m_more->setVisible(!m_nextCursor.isEmpty());
    m_allRead->setEnabled(m_inbox.unread() > 0);
}

void InboxPanel::load() {
    ask({});
}

void InboxPanel::ask(const QString& cursor) {
    client::whenDone(m_inbox.list(cursor), this,
                     [this, cursor](const client::Answer<client::Page<Notice>>& page) {
                         m_trouble = page ? QString() : shell::sentenceOf(page.error());
                         if (page && cursor.isEmpty()) {
                             m_notices.clear();
                             m_list->clear();
                         }
                         // What comes twice was asked for twice.
                         if (page && (cursor.isEmpty() || cursor == m_nextCursor)) {
                             m_nextCursor = page->nextCursor;
                             for (const Notice& notice : page->items) {
                                 m_notices.push_back(notice);
                                 m_list->addItem(QString());
                                 showNotice(m_list->count() - 1);
                             }
                         }
                         if (cursor.isEmpty() && m_list->count() > 0) {
                             m_list->setCurrentRow(0);
                         }
                         showState();
                     });
}

void InboxPanel::showNotice(int place) {
    const Notice& notice = m_notices[static_cast<std::size_t>(place)];
    QListWidgetItem& item = *m_list->item(place);
    item.setText(sentenceOf(notice) + u'\n' + ui::showInstant(notice.createdAt));
    QFont font = m_list->font();
    font.setBold(!notice.readAt.has_value());
    item.setFont(font);
    item.setIcon(ui::icon(ui::Icon::Bell, notice.readAt ? ui::Tint::Muted : ui::Tint::Accent));
    item.setData(Qt::AccessibleTextRole, notice.readAt ? item.text() : tr("Unread: %1").arg(item.text()));
}

void InboxPanel::markAll() {
    if (m_notices.empty()) {
        return;
    }
    m_inbox.markReadUntil(m_notices.front().id);
    for (int place = 0; place < m_list->count(); ++place) {
        Notice& notice = m_notices[static_cast<std::size_t>(place)];
        notice.readAt = notice.readAt.value_or(notice.createdAt);
        showNotice(place);
    }
    m_allRead->setEnabled(false);
}

void InboxPanel::openAt(int place) {
    Notice& notice = m_notices[static_cast<std::size_t>(place)];
    const Notice opened = notice;
    notice.readAt = notice.readAt.value_or(notice.createdAt);
    showNotice(place);
    open(opened);
}

void InboxPanel::open(const Notice& notice) {
    if (!notice.readAt) {
        m_inbox.markRead(notice.id);
    }
    if (!notice.sourceId) {
        return;
    }
    Link link;
    link.tenant = m_context.session.place().tenant;
    link.page = ui::toQt(notice.sourceKind);
    const message::NoticeText* text = message::findNoticeText(notice.code);
    if (text != nullptr && !text->filter.empty()) {
        link.filter = ui::toQt(text->filter);
    } else {
        link.record = notice.sourceId->value();
    }
    hide();
    emit linkWanted(textOf(link));
}

void InboxPanel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

InboxButton::InboxButton(Context& context, QWidget* parent)
    : QToolButton(parent),
      m_inbox(context.api, context.session, context.watch, context.changes),
      m_panel(new InboxPanel(context, m_inbox, this)) {
    setObjectName(QStringLiteral("inboxButton"));
    ui::setKind(this, ui::ButtonKind::Quiet);
    connect(m_panel, &InboxPanel::linkWanted, this, &InboxButton::linkWanted);
    connect(&m_inbox, &client::Inbox::unreadChanged, this, &InboxButton::showUnread);
    connect(this, &QToolButton::clicked, this, &InboxButton::openPanel);
    showUnread();
}

void InboxButton::openPanel() {
    m_panel->load();
    popUpAt(*m_panel, *this);
    m_panel->list()->setFocus();
}

void InboxButton::showUnread() {
    const qint64 unread = m_inbox.unread();
    const QString count = unread > countedMax ? ui::showNumber(countedMax) + u'+' : ui::showNumber(unread);
    setToolButtonStyle(unread > 0 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    setText(unread > 0 ? count : QString());
    setIcon(ui::icon(ui::Icon::Bell, unread > 0 ? ui::Tint::Accent : ui::Tint::Text));
    setToolTip(unread > 0 ? tr("Notices, unread: %1").arg(count) : tr("Notices"));
    setAccessibleName(toolTip());
}

void InboxButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showUnread();
    }
}

}  // namespace nextgen::shell
