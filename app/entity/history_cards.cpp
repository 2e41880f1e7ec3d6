#include "app/entity/history_cards.h"

#include "app/client/task.h"
#include "app/entity/entity_words.h"
#include "ui/describe/setting_edit.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>

namespace nextgen::entity {

using ui::TextRole;

namespace {

std::optional<ui::RecordLink> linkOf(const FieldMove& move, const ui::FieldValue& value) {
    const auto* id = std::get_if<std::int64_t>(&value);
    return id != nullptr && !move.field->refersTo.empty()
               ? std::optional(ui::RecordLink{move.field->refersTo, *id})
               : std::nullopt;
}

bool isEmpty(const ui::FieldValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) || (text != nullptr && text->empty());
}

/// Rich text has no direction of its own: it takes that of the window.
QString paragraph(const QString& html) {
    return QStringLiteral("<p dir=\"%1\" style=\"margin: 0\">%2</p>")
        .arg(QGuiApplication::isRightToLeft() ? QStringLiteral("rtl") : QStringLiteral("ltr"), html);
}

}  // namespace

HistoryCards::HistoryCards(shell::Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_list(new QVBoxLayout(this)) {
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(ui::space::m);
}

void HistoryCards::setEntries(std::vector<HistoryEntry> entries) {
    m_entries = std::move(entries);
    nameReferences();
    showEntries();
}

void HistoryCards::append(std::vector<HistoryEntry> entries) {
    std::ranges::move(entries, std::back_inserter(m_entries));
    nameReferences();
    showEntries();
}

void HistoryCards::nameReferences() {
    for (const HistoryEntry& entry : m_entries) {
        if (entry.record) {
            nameRecord(*entry.record);
        }
        for (const FieldMove& move : entry.moves) {
            for (const ui::FieldValue* value : {&move.before, &move.after}) {
                if (const auto link = linkOf(move, *value)) {
                    nameRecord(*link);
                }
            }
        }
    }
}

void HistoryCards::nameRecord(const ui::RecordLink& link) {
    const api::Entity* entity = api::findEntity(link.schema);
    if (entity == nullptr || !mayOpen(m_context, link.schema) ||
        !m_names.try_emplace({entity->name, link.id}).second) {
        return;
    }
    client::whenDone(getRecord(m_context.api, *entity, link.id), this,
                     [this, entity, id = link.id](const client::Answer<ui::Record>& answer) {
                         if (answer) {
                             m_names[{entity->name, id}] = nameOf(*entity, *answer);
                             showEntries();
                         }
                     });
}

QString HistoryCards::linked(const ui::RecordLink& link, const QString& words, Form form) const {
    return form == Form::Linked && mayOpen(m_context, link.schema)
               ? QStringLiteral("<a href=\"%1\">%2</a>").arg(hrefOf(link), words.toHtmlEscaped())
           : form == Form::Linked ? words.toHtmlEscaped()
                                  : words;
}

QString HistoryCards::worded(const FieldMove& move, const ui::FieldValue& value, Form form) const {
    if (const auto link = linkOf(move, value)) {
        const auto name = m_names.find({link->schema, link->id});
        const bool isNamed = name != m_names.end() && !name->second.isEmpty();
        return linked(*link, isNamed ? name->second : ui::showCode(QString::number(link->id)), form);
    }
    const auto* text = std::get_if<std::string>(&value);
    // Which setting it is, is not said beside each of its changes.
    QString words = text != nullptr && !move.field->settingIn.empty()
                        ? ui::showSetting({}, *text)
                        : ui::showValue(ui::cellValueOf(value), *move.field);
    if (words.isEmpty()) {
        words = tr("empty");
    } else if (move.field->kind == describe::Kind::Money) {
        words = ui::showMoneyWithUnit(std::get<Money>(value));
    }
    return form == Form::Linked ? words.toHtmlEscaped() : words;
}

QString HistoryCards::headOf(const HistoryEntry& entry, Form form) const {
    const auto shown = [form](const QString& words) {
        return form == Form::Linked ? words.toHtmlEscaped() : words;
    };
    QStringList parts{shown(ui::showInstant(entry.at)),
                      shown(entry.actorName.isEmpty() ? tr("The program itself") : entry.actorName),
                      shown(ui::choiceTitle(entry.action))};
    if (entry.kind) {
        parts += shown(ui::choiceTitle(*entry.kind));
    }
    if (entry.record) {
        const auto name = m_names.find({entry.record->schema, entry.record->id});
        const bool isNamed = name != m_names.end() && !name->second.isEmpty();
        parts += linked(*entry.record,
                        isNamed ? name->second : ui::showCode(QString::number(entry.record->id)), form);
    }
    return parts.join(QStringLiteral("  ·  "));
}

QStringList HistoryCards::linesOf(const HistoryEntry& entry, Form form) const {
    QStringList lines;
    for (const FieldMove& move : entry.moves) {
        QString title = QCoreApplication::translate(entry.context, move.field->title);
        if (form == Form::Linked) {
            title = title.toHtmlEscaped();
        }
        if (isEmpty(move.before) && isEmpty(move.after)) {
            lines << title;  // a secret that was read
        } else if (isEmpty(move.before)) {
            lines << tr("%1: %2").arg(title, worded(move, move.after, form));
        } else {
            lines << tr("%1: from %2 to %3")
                         .arg(title, worded(move, move.before, form), worded(move, move.after, form));
        }
    }
    return lines;
}

QString HistoryCards::textOf(int entry) const {
    const HistoryEntry& one = m_entries.at(static_cast<std::size_t>(entry));
    return (QStringList(headOf(one, Form::Plain)) + linesOf(one, Form::Plain)).join(u'\n');
}

void HistoryCards::showEntries() {
    while (QLayoutItem* item = m_list->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto addText = [this](QLayout* to, const QString& html, TextRole role) {
        auto* label = ui::makeLabel(paragraph(html), role);
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        // Its links are reached by Tab and opened by Enter.
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
        connect(label, &QLabel::linkActivated, this, [this](const QString& href) {
            if (const auto link = linkIn(href)) {
                openRecord(m_context, this, *link,
                           [this](const QString& page, const shell::PageTarget& target) {
                               emit pageWanted(page, target);
                           });
            }
        });
        to->addWidget(label);
    };
    for (const HistoryEntry& entry : m_entries) {
        auto* card = new QWidget;
        auto* layout = new QVBoxLayout(card);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(ui::space::xs);
        addText(layout, headOf(entry, Form::Linked), TextRole::Strong);
        const QStringList lines = linesOf(entry, Form::Linked);
        if (!lines.isEmpty()) {
            addText(layout, lines.join(QStringLiteral("<br>")), TextRole::Muted);
        } else if (entry.action.name == "update") {
            addText(layout, tr("Nothing that is shown here changed.").toHtmlEscaped(), TextRole::Muted);
        }
        m_list->addWidget(card);
    }
}

void HistoryCards::changeEvent(QEvent* event) {
    // The colour of a link is laid down with its text.
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        showEntries();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::entity
