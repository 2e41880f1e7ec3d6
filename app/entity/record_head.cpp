#include "app/entity/record_head.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace nextgen::entity {

bool isActive(const ui::Record& record) {
    const auto* flag = record.as<bool>(activeField);
    return flag == nullptr || *flag;
}

RecordHead::RecordHead(QWidget* parent) : QWidget(parent) {
    m_title = ui::makeLabel({}, ui::TextRole::Heading, this);
    m_title->setObjectName(QStringLiteral("recordTitle"));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_state = new ui::Chip(this);
    m_state->setObjectName(QStringLiteral("stateChip"));
    m_active = new ui::Chip(this);
    m_active->setObjectName(QStringLiteral("activeChip"));
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_close->setIcon(ui::icon(ui::Icon::Close, ui::Tint::Muted));
    ui::setKind(m_close, ui::ButtonKind::Quiet);
    connect(m_close, &QToolButton::clicked, this, &RecordHead::closeWanted);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(ui::space::m, ui::space::s, ui::space::s, ui::space::xs);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_state);
    layout->addWidget(m_active);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    retranslate();
}

void RecordHead::showRecord(const QString& name, const ui::Record& record, bool isNew) {
    m_title->setText(name);
    m_state->setChoice(isNew ? std::nullopt : ui::stateOf(record));
    const bool hasActive = !isNew && record.as<bool>(activeField) != nullptr;
    m_active->setChoice(hasActive ? std::optional(ui::activeChoice(isActive(record))) : std::nullopt);
}

void RecordHead::setClosable(bool isClosable) {
    m_close->setVisible(isClosable);
}

void RecordHead::retranslate() {
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close"));
}

void RecordHead::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::entity
