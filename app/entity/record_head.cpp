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
    const auto addButton = [this](const char* name, ui::Icon icon, auto wanted) {
        auto* button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setIcon(ui::icon(icon, ui::Tint::Muted));
        ui::setKind(button, ui::ButtonKind::Quiet);
        connect(button, &QToolButton::clicked, this, wanted);
        return button;
    };
    m_link = addButton("linkButton", ui::Icon::Link, &RecordHead::linkWanted);
    m_open = addButton("openInTabButton", ui::Icon::Open, &RecordHead::openWanted);
    m_close = addButton("closeButton", ui::Icon::Close, &RecordHead::closeWanted);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(ui::space::m, ui::space::s, ui::space::s, ui::space::xs);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_state);
    layout->addWidget(m_active);
    for (QToolButton* button : {m_link, m_open, m_close}) {
        layout->addWidget(button, 0, Qt::AlignTop);
    }
    retranslate();
}

void RecordHead::showRecord(const QString& name, const ui::Record& record, bool isNew) {
    m_isNew = isNew;
    m_title->setText(name);
    showButtons();
    m_state->setChoice(isNew ? std::nullopt : ui::stateOf(record));
    const bool hasActive = !isNew && record.as<bool>(activeField) != nullptr;
    m_active->setChoice(hasActive ? std::optional(ui::activeChoice(isActive(record))) : std::nullopt);
}

void RecordHead::setClosable(bool isClosable) {
    m_isClosable = isClosable;
    showButtons();
}

void RecordHead::setLinkable(bool isLinkable) {
    m_isLinkable = isLinkable;
    showButtons();
}

void RecordHead::showButtons() {
    m_link->setVisible(m_isLinkable && !m_isNew);
    // What has nothing behind it stands by itself already.
    m_open->setVisible(m_isLinkable && !m_isNew && m_isClosable);
    m_close->setVisible(m_isClosable);
}

void RecordHead::retranslate() {
    m_link->setToolTip(tr("Copy the link"));
    m_link->setAccessibleName(m_link->toolTip());
    m_open->setToolTip(tr("Open in a tab of its own"));
    m_open->setAccessibleName(m_open->toolTip());
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
