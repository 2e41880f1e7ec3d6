#include "app/entity/history_list.h"

#include "app/client/task.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/scroll.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace nextgen::entity {

using ui::TextRole;

HistoryList::HistoryList(shell::Context& context, const api::Entity& entity, QWidget* parent)
    : QWidget(parent), m_context(context), m_entity(entity) {
    m_busyLine = new ui::BusyLine(this);
    m_error = new ui::Banner(ui::Tone::Bad, this);
    m_error->hide();
    connect(m_error, &ui::Banner::actionTriggered, this, [this] { load(m_id); });
    m_nothing = ui::makeLabel({}, TextRole::Muted);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_more = new QPushButton;
    ui::setKind(m_more, ui::ButtonKind::Quiet);
    connect(m_more, &QPushButton::clicked, this, [this] { ask(m_nextCursor); });
    auto* body = new QWidget;
    m_cards = new HistoryCards(m_context);
    connect(m_cards, &HistoryCards::pageWanted, this, &HistoryList::pageWanted);
    auto* bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::m);
    bodyLayout->addWidget(m_nothing);
    bodyLayout->addWidget(m_cards);
    bodyLayout->addWidget(m_more);
    bodyLayout->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_error);
    layout->addWidget(ui::makeScroll(body), 1);
    retranslate();
}

void HistoryList::load(std::int64_t id) {
    if (m_id != id) {
        m_cards->setEntries({});
    }
    m_id = id;
    ask({});
}

void HistoryList::ask(const QString& cursor) {
    m_isLoading = true;
    m_busyLine->setBusy(true);
    showState();
    client::whenDone(listHistory(m_context.api, m_entity, m_id, cursor), this,
                     [this, asked = m_id, cursor](client::Answer<client::Page<HistoryEntry>> answer) {
                         if (asked != m_id) {
                             return;
                         }
                         m_isLoading = false;
                         m_busyLine->setBusy(false);
                         m_error->setVisible(!answer);
                         if (!answer) {
                             m_error->setText(shell::sentenceOf(answer.error()));
                         } else {
                             if (cursor.isEmpty()) {
                                 m_cards->setEntries(std::move(answer->items));
                             } else {
                                 m_cards->append(std::move(answer->items));
                             }
                             m_nextCursor = answer->nextCursor;
                         }
                         showState();
                     });
}

void HistoryList::showState() {
    m_nothing->setVisible(count() == 0 && !m_isLoading && m_error->isHidden());
    m_more->setVisible(!m_nextCursor.isEmpty() && count() > 0);
}

void HistoryList::retranslate() {
    m_error->setAction(tr("Try again"));
    m_nothing->setText(tr("Nothing has been written down about this record."));
    m_more->setText(tr("Show older ones"));
    showState();
}

void HistoryList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::entity
