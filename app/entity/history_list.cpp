#include "app/entity/history_list.h"

#include "app/client/task.h"
#include "app/entity/entity_words.h"
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
    m_list = new QVBoxLayout;
    m_list->setSpacing(ui::space::m);
    auto* bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::m);
    bodyLayout->addWidget(m_nothing);
    bodyLayout->addLayout(m_list);
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
        m_entries.clear();
    }
    m_id = id;
    ask({});
}

void HistoryList::ask(const QString& cursor) {
    m_isLoading = true;
    m_busyLine->setBusy(true);
    showEntries();
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
                                 m_entries.clear();
                             }
                             std::ranges::move(answer->items, std::back_inserter(m_entries));
                             m_nextCursor = answer->nextCursor;
                             nameReferences();
                         }
                         showEntries();
                     });
}

void HistoryList::nameReferences() {
    for (const HistoryEntry& entry : m_entries) {
        for (const FieldMove& move : entry.moves) {
            const api::Entity* other =
                move.field->refersTo.empty() ? nullptr : api::findEntity(move.field->refersTo);
            for (const ui::FieldValue* value : {&move.before, &move.after}) {
                const auto* id = std::get_if<std::int64_t>(value);
                if (other == nullptr || id == nullptr || !m_context.session.may(other->read) ||
                    !m_names.try_emplace({move.field->refersTo, *id}).second) {
                    continue;
                }
                client::whenDone(getRecord(m_context.api, *other, *id), this,
                                 [this, other, id = *id](const client::Answer<ui::Record>& answer) {
                                     if (answer) {
                                         m_names[{other->name, id}] = entity::nameOf(*other, *answer);
                                         showEntries();
                                     }
                                 });
            }
        }
    }
}

QString HistoryList::worded(const describe::FieldInfo& field, const ui::FieldValue& value) const {
    if (const auto* id = std::get_if<std::int64_t>(&value); id != nullptr && !field.refersTo.empty()) {
        const auto name = m_names.find({field.refersTo, *id});
        return name != m_names.end() && !name->second.isEmpty() ? name->second
                                                                : ui::showCode(QString::number(*id));
    }
    const QString words = ui::showValue(ui::cellValueOf(value), field);
    return words.isEmpty() ? tr("empty") : words;
}

QString HistoryList::headOf(const HistoryEntry& entry) const {
    const QString action = entry.action == QStringLiteral("insert")   ? tr("Created")
                           : entry.action == QStringLiteral("update") ? tr("Changed")
                           : entry.action == QStringLiteral("delete") ? tr("Removed")
                                                                      : ui::showCode(entry.action);
    const QString who = entry.actorName.isEmpty() ? tr("The program itself") : entry.actorName;
    return QStringList{ui::showInstant(entry.at), who, action}.join(QStringLiteral("  ·  "));
}

QString HistoryList::linesOf(const HistoryEntry& entry) const {
    QStringList lines;
    for (const FieldMove& move : entry.moves) {
        const QString title = titleOf(m_entity, *move.field);
        if (entry.action == QStringLiteral("insert")) {
            lines << tr("%1: %2").arg(title, worded(*move.field, move.after));
        } else {
            lines << tr("%1: from %2 to %3")
                         .arg(title, worded(*move.field, move.before), worded(*move.field, move.after));
        }
    }
    return lines.join(u'\n');
}

QString HistoryList::textOf(int entry) const {
    const HistoryEntry& one = m_entries.at(static_cast<std::size_t>(entry));
    return headOf(one) + u'\n' + linesOf(one);
}

void HistoryList::showEntries() {
    while (QLayoutItem* item = m_list->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const HistoryEntry& entry : m_entries) {
        auto* card = new QWidget;
        auto* layout = new QVBoxLayout(card);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(ui::space::xs);
        auto* head = ui::makeLabel(headOf(entry), TextRole::Strong, card);
        head->setWordWrap(true);
        layout->addWidget(head);
        const QString lines = linesOf(entry);
        auto* text = ui::makeLabel(lines.isEmpty() ? tr("Nothing that is shown here changed.") : lines,
                                   TextRole::Muted, card);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(text);
        m_list->addWidget(card);
    }
    m_nothing->setVisible(m_entries.empty() && !m_isLoading && m_error->isHidden());
    m_more->setVisible(!m_nextCursor.isEmpty() && !m_entries.empty());
}

void HistoryList::retranslate() {
    m_error->setAction(tr("Try again"));
    m_nothing->setText(tr("Nothing has been written down about this record."));
    m_more->setText(tr("Show older ones"));
    showEntries();
}

void HistoryList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::entity
